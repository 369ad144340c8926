/** Duties on part of the content: what is charged, and that makers' parts are the cheapest under them. */
import { describe, it, expect } from 'vitest'
import { chargedValue, sparingLadder } from '../../../engine/model/content/chargedContent.ts'
import { contentLadderWithDuty } from '../../../engine/model/content/content.ts'
import { createPartsLadder } from '../../../engine/model/content/partsLadder.ts'
import { ladderWith } from '../../reference/ladders.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'

const weights = Float64Array.of(0.4, 0.1, 0.2, 0.05, 0.2, 0.05)
const theta = 4
const canadaAndMexico = 0b001110

describe('value that a duty on content is charged on', () => {
  const industry = smallIndustry()

  it('is what is neither Canadian nor Mexican, and assembly in the US', () => {
    expect(chargedValue(industry, canadaAndMexico, weights, 80, 20, 0)).toBeCloseTo(80 * 0.65 + 20, 12)
    expect(chargedValue(industry, canadaAndMexico, weights, 80, 20, 2)).toBeCloseTo(80 * 0.65, 12)
    expect(chargedValue(industry, canadaAndMexico, weights, 80, 20, 3)).toBeCloseTo(80 * 0.65 + 20, 12)
  })

  it('is what is not of the US, with half of Mexican parts traced to it in Mexico', () => {
    expect(chargedValue(industry, 1, weights, 80, 20, 0)).toBeCloseTo(80 * 0.6, 12)
    expect(chargedValue(industry, 1, weights, 80, 20, 2)).toBeCloseTo(80 * (1 - 0.4 - 0.5 * 0.2) + 20, 12)
  })
})

describe('the ladder under a duty that spares any origins', () => {
  const floors = Float64Array.of(0, 0.55, 0.8, 0.8, 0, 1)
  const step = 1.25
  const [weightFactor, costFactor] = [step ** -(theta + 1), step ** -theta]

  it('is the ladder that spares the US where those are the US', () => {
    const ladder = createPartsLadder()
    ladder.vehicle.floors.set(floors)
    const other = ladderWith(floors)
    const ratio = sparingLadder(ladder, weights, 0, theta, weightFactor, 1)
    const known = contentLadderWithDuty(other, weights, 0, theta, weightFactor, costFactor)
    expect(ratio).toBeCloseTo(known, 13)
    ladder.vehicle.shares.forEach((share, k) => expect(share).toBeCloseTo(other.shares[k], 13))
  })

  it('costs no more, duty paid, than any shares near its own', () => {
    const ladder = createPartsLadder()
    const { shares } = ladder.vehicle
    const ratio = sparingLadder(ladder, weights, 0, theta, weightFactor, canadaAndMexico)
    const paid = (s: readonly number[]): number => {
      const sum = s.reduce((total, share, k) => total + weights[k] ** 0.2 * share ** 0.8, 0)
      return sum ** -1.25 * (1 + 0.25 * (1 - s[1] - s[2] - s[3]))
    }
    const best = paid([...shares])
    expect(best).toBeCloseTo(ratio * (1 + 0.25 * (1 - shares[1] - shares[2] - shares[3])), 12)
    for (let from = 0; from < 6; from++) {
      for (let to = 0; to < 6; to++) {
        const near = shares.map((share, k) => share + (k === to ? 1e-3 : 0) - (k === from ? 1e-3 : 0))
        expect(paid([...near])).toBeGreaterThanOrEqual(best - 1e-12)
      }
    }
  })
})
