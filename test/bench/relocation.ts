/**
 * What one line's decision costs: probabilities to weights, flows, and the values of a redesign under three regimes that can
 * all still come.
 */
import { prepareBeliefs, continuationWeights, discountedYears } from '../../engine/model/relocation/beliefs.ts'
import { bestState, settleRedesignValues } from '../../engine/model/relocation/redesign.ts'
import { createRedesignChoice } from '../../engine/model/relocation/redesignChoice.ts'
import type { Bench } from './measure.ts'

const places = 4
const regimes = 3
const cycle = 6
const discount = 1 / 1.09
const chain = Float64Array.of(0.6, 0.3, 0.1, 0.1, 0.8, 0.1, 0.05, 0.15, 0.8)
const beliefs = prepareBeliefs({ yearly: new Float64Array(0), settled: chain }, regimes, 0)
const weights = new Float64Array(regimes * regimes)
const continuation = new Float64Array(regimes * regimes)
const choice = createRedesignChoice(places, regimes)
/** Yearly profits of 0.8 to 1.2 bn USD and sunk costs of 0.9 bn, in thousand USD. */
choice.flow.forEach((_, n) => (choice.flow[n] = 5e6 * (0.8 + (0.4 * ((n * 7919) % 97)) / 97)))
choice.sunk.forEach((_, n) => (choice.sunk[n] = n % (places + 1) === 0 ? 0 : 0.9e6))

export const relocationBenches: readonly Bench[] = [
  {
    name: 'relocation: weights of a cycle from beliefs, 3 regimes',
    perRun: 1,
    run: () => {
      continuationWeights(beliefs, 0, cycle, discount, continuation)
      discountedYears(beliefs, 0, 0, cycle, discount, weights)
    },
  },
  {
    name: 'relocation: values of a redesign, 4 places, 3 regimes',
    perRun: 1,
    run: () => {
      continuationWeights(beliefs, 0, cycle, discount, continuation)
      choice.values.fill(0)
      settleRedesignValues(choice, regimes, continuation)
      bestState(choice, regimes, 1, 0, 1)
    },
  },
]
