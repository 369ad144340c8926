/**
 * The value of waiting has a closed form when a review is pending, the tariff is either settled for good or dropped, and
 * having moved earns a known amount in each state. Section 8 of docs/model.md derives it; the general redesign values
 * must return the same largest sunk cost.
 */
import { expect, describe, it } from 'vitest'
import { prepareBeliefs, discountedYears, continuationWeights } from '../../engine/model/relocation/beliefs.ts'
import { bestState, settleRedesignValues } from '../../engine/model/relocation/redesign.ts'
import { createRedesignChoice } from '../../engine/model/relocation/redesignChoice.ts'

const discount = 1 / 1.1
const gains = { review: 300, tariff: 300, dropped: -50 }

/** Does it pay to move now in the pending state, with redesigns every year, two places and no way back? */
function paysToMove(q: number, p: number, sunkCost: number): boolean {
  const matrix = Float64Array.of(1 - q, q * p, q * (1 - p), 0, 1, 0, 0, 0, 1)
  const beliefs = prepareBeliefs({ yearly: new Float64Array(0), settled: matrix }, 3, 0)
  const profit = [0, 0, 0, gains.review, gains.tariff, gains.dropped]
  const weights = new Float64Array(9)
  discountedYears(beliefs, 0, 0, 1, discount, weights)
  const choice = createRedesignChoice(2, 3)
  const { flow } = choice
  for (let from = 0; from < 2; from++) {
    for (let to = 0; to < 2; to++) {
      for (let r = 0; r < 3; r++) {
        for (let next = 0; next < 3; next++)
          flow[(from * 2 + to) * 3 + r] += weights[r * 3 + next] * profit[to * 3 + next]
      }
    }
  }
  choice.sunk.set([0, sunkCost, Infinity, 0])
  const continuation = new Float64Array(9)
  continuationWeights(beliefs, 0, 1, discount, continuation)
  const rounds = settleRedesignValues(choice, 3, continuation)
  expect(rounds).toBeGreaterThan(0)
  return bestState(choice, 3, 0, 0, 1) === 1
}

function largestSunkCost(q: number, p: number): number {
  let low = 0
  let high = 4000
  while (high - low > 1e-5) {
    const middle = (low + high) / 2
    if (paysToMove(q, p, middle)) low = middle
    else high = middle
  }
  return low
}

describe('the largest sunk cost at which moving now pays while a review is pending', () => {
  it.each([
    { q: 0.5, p: 0.5, waiting: 550.0 },
    { q: 0.2, p: 0.5, waiting: 1375.0 },
    { q: 0.5, p: 0.3, waiting: 305.6 },
  ])('is $waiting when the review ends with chance $q a year and the tariff stays with $p', ({ q, p, waiting }) => {
    expect(largestSunkCost(q, p)).toBeCloseTo(waiting, waiting === 305.6 ? 1 : 3)
  })

  it('is far below the net present value of the gains, which ignores that one can still move later', () => {
    const settledTariff = gains.tariff / (1 - discount)
    const settledDropped = gains.dropped / (1 - discount)
    const presentValue = (q: number, p: number): number =>
      (gains.review + discount * q * (p * settledTariff + (1 - p) * settledDropped)) / (1 - discount * (1 - q))
    expect(presentValue(0.5, 0.5)).toBeCloseTo(1695.833, 3)
    expect(presentValue(0.2, 0.5)).toBeCloseTo(2016.7, 1)
    expect(presentValue(0.5, 0.3)).toBeCloseTo(1054.2, 1)
    expect(largestSunkCost(0.5, 0.5)).toBeLessThan(presentValue(0.5, 0.5) / 3)
  })
})
