/**
 * What one line's decision costs: probabilities to weights, flows, and the values of a redesign under three regimes that can
 * all still come.
 */
import { prepareBeliefs, continuationWeights, discountedYears } from '../../engine/model/relocation/beliefs.ts'
import { settleRedesignValues, bestPlace } from '../../engine/model/relocation/redesign.ts'
import type { Bench } from './measure.ts'

const places = 4
const regimes = 3
const cycle = 6
const discount = 1 / 1.09
const chain = Float64Array.of(0.6, 0.3, 0.1, 0.1, 0.8, 0.1, 0.05, 0.15, 0.8)
const beliefs = prepareBeliefs({ yearly: new Float64Array(0), settled: chain }, regimes, 0)
const weights = new Float64Array(regimes * regimes)
const continuation = new Float64Array(regimes * regimes)
const values = new Float64Array(places * regimes)
const carried = new Float64Array(places * regimes)
const gain = new Float64Array(1)
/** Yearly profits of 0.8 to 1.2 bn USD and sunk costs of 0.9 bn, in thousand USD. */
const flow = Float64Array.from(
  { length: places * places * regimes },
  (_, n) => 5e6 * (0.8 + (0.4 * ((n * 7919) % 97)) / 97),
)
const sunk = Float64Array.from({ length: places * places }, (_, n) => (n % (places + 1) === 0 ? 0 : 0.9e6))

export const relocationBenches: readonly Bench[] = [
  {
    name: 'relocation: weights of a cycle from beliefs, 3 regimes',
    perRun: 1,
    run: () => {
      continuationWeights(beliefs, 0, cycle, discount, continuation, 0)
      discountedYears(beliefs, 0, 0, cycle, discount, weights, 0)
    },
  },
  {
    name: 'relocation: values of a redesign, 4 places, 3 regimes',
    perRun: 1,
    run: () => {
      continuationWeights(beliefs, 0, cycle, discount, continuation, 0)
      values.fill(0)
      settleRedesignValues(places, regimes, flow, sunk, continuation, 0, values, carried)
      bestPlace(places, regimes, flow, sunk, carried, 1, 0, 1, gain)
    },
  },
]
