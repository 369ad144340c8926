/** Who claims a preference: parts against their duty by quadrature, vehicles line by line, and what is collected. */
import fc from 'fast-check'
import { describe, it, expect } from 'vitest'
import { normalCdf, normalQuantile } from '../../../engine/math/normalQuantile.ts'
import { createLocalCosts } from '../../../engine/model/customs/localCosts.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import {
  type ClaimParameters,
  type PartsCharges,
  chargeParts,
  createPartsCharges,
} from '../../../engine/model/customs/partsClaims.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import { origin, place } from '../../../engine/model/inputs/sets.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import {
  type SmallProgramme,
  type SmallRegime,
  agreement,
  baseRegime,
  fromFirstYear,
  smallScenario,
} from '../../reference/smallPolicy.ts'

const industry = smallIndustry()
const years = 2

/** A regime in which parts of Canada and Mexico that do not claim pay `rate` in the US. */
function charging(rate: number): SmallRegime {
  return {
    ...baseRegime,
    name: `unclaimed ${rate}`,
    unclaimedPartsDuty: (o, k) => (o === place.US && k >= origin.CA && k <= origin.chineseInMexico ? rate : 0),
  }
}

const claims: ClaimParameters = { median: 0.016, spread: 0.5, originatingCA: 0.88, originatingMX: 0.79 }

/** Cell of Mexican parts in the US under the regime after the base year's. */
const mexican = (place.US + 4) * 6 + origin.MX

function charged(rate: number, parameters: ClaimParameters = claims): PartsCharges {
  const { policy } = smallScenario('one', industry, [baseRegime, charging(rate)], {
    truth: fromFirstYear(2, years, 1),
    years,
  })
  const charges = createPartsCharges(2)
  chargeParts(policy, parameters, createLocalCosts(2), charges)
  return charges
}

/** Mean over parts of the lesser of duty and papers, by the midpoints of 20,000 quantiles. */
function meanOfLesser(rate: number, { median, spread, originatingMX }: ClaimParameters): number {
  const points = 20_000
  let sum = 0
  for (let n = 0; n < points; n++) {
    sum += Math.min(rate, median * Math.exp(spread * normalQuantile((n + 0.5) / points)))
  }
  return originatingMX * (sum / points) + (1 - originatingMX) * rate
}

const rates = fc.double({ min: 0.001, max: 0.6, noNaN: true })
const parameters = fc.record({
  median: fc.double({ min: 0.002, max: 0.05, noNaN: true }),
  spread: fc.double({ min: 0.05, max: 1.2, noNaN: true }),
  originatingCA: fc.double({ min: 0.5, max: 1, noNaN: true }),
  originatingMX: fc.double({ min: 0.5, max: 1, noNaN: true }),
})

describe('the parts of an origin', () => {
  it('cost the mean of the lesser of duty and papers, those that do not originate the duty', () => {
    fc.assert(
      fc.property(rates, parameters, (rate, drawn) => {
        expect(charged(rate, drawn).charge[mexican]).toBeCloseTo(meanOfLesser(rate, drawn), 5)
      }),
      { numRuns: 60 },
    )
  })

  it('claim more, and cost no less, the higher the duty; never more claim than originate', () => {
    fc.assert(
      fc.property(rates, parameters, (rate, drawn) => {
        const [low, high] = [charged(rate, drawn), charged(rate * 1.2, drawn)]
        expect(high.claimed[mexican]).toBeGreaterThanOrEqual(low.claimed[mexican])
        expect(high.claimed[mexican]).toBeLessThanOrEqual(drawn.originatingMX)
        expect(high.charge[mexican]).toBeGreaterThanOrEqual(low.charge[mexican])
        expect(high.charge[mexican]).toBeLessThanOrEqual(rate * 1.2 + 1e-15)
      }),
    )
  })

  it('pay what is written on the part that does not claim: at 25% about a fifth of the Mexican', () => {
    const { claimed, duty } = charged(0.25)
    expect(claimed[mexican]).toBeCloseTo(0.79, 6)
    expect(duty[mexican]).toBeCloseTo(0.25 * 0.21, 6)
  })

  it('all claim below the duty and none above it where their papers cost the same', () => {
    const same = { ...claims, spread: 0 }
    expect(charged(0.017, same).claimed[mexican]).toBe(0.79)
    expect(charged(0.015, same).claimed[mexican]).toBe(0)
    expect(charged(0.015, same).charge[mexican]).toBe(0.015)
  })

  it('claim nothing, and pay the duty as written, where no duty hangs on it', () => {
    const { charge, duty, claimed } = charged(0)
    expect([...charge, ...duty, ...claimed].every((value) => value === 0)).toBe(true)
  })
})

describe('a line', () => {
  /** Share of US imports from Mexico by value that claims at a duty, over replicates; floors are met by all. */
  function claimedAt(duty: number, spread: number): number {
    const programmes = agreement(0, duty).map((rule): SmallProgramme => ({ ...rule, floors: [0, 0, 0, 0] }))
    const scenario = smallScenario('papers', industry, [{ name: 'base', programmes }], {
      truth: fromFirstYear(1, years, 0),
      years,
    })
    const laws = constantLaws({ paperworkCost: 0.01, paperworkSpread: spread })
    const workspace = createWorkspace(industry, laws, [scenario])
    let sum = 0
    const replicates = 200
    for (let replicate = 0; replicate < replicates; replicate++) {
      runReplicate(workspace, rootKey(3), replicate)
      sum += 1 - outcome(workspace, 0, 'dutiableShare.MX', 0)
    }
    return sum / replicates
  }

  it('claims all or nothing where papers cost all lines the same', () => {
    expect(claimedAt(0.0099, 0)).toBe(0)
    expect(claimedAt(0.0101, 0)).toBe(1)
  })

  it('claims where its own papers cost less than the duty: no cliff, but the law of costs', () => {
    for (const duty of [0.005, 0.01, 0.02]) {
      expect(Math.abs(claimedAt(duty, 0.5) - normalCdf(Math.log(duty / 0.01) / 0.5))).toBeLessThan(0.06)
    }
  })
})

describe('a duty on parts that do not claim', () => {
  const run = (rate: number): ReturnType<typeof createWorkspace> => {
    const scenario = smallScenario('one', industry, [baseRegime, charging(rate)], {
      truth: fromFirstYear(2, years, 1),
      years,
    })
    const workspace = createWorkspace(industry, constantLaws({ paperworkSpread: 0.5 }), [scenario])
    runReplicate(workspace, rootKey(3), 1)
    return workspace
  }

  it('is collected, and what does not claim is an outcome', () => {
    const workspace = run(0.25)
    expect(outcome(workspace, 0, 'partsDuties.US', 1)).toBeGreaterThan(0)
    expect(outcome(workspace, 0, 'unclaimedParts.MX', 1)).toBeCloseTo(0.21, 6)
    expect(outcome(workspace, 0, 'unclaimedParts.CA', 1)).toBeCloseTo(0.12, 6)
  })

  it('of nothing leaves every other outcome as it is', () => {
    const [none, base] = [run(0), run(0)]
    expect(outcome(none, 0, 'output.US', 2)).toBe(outcome(base, 0, 'output.US', 2))
    expect(outcome(none, 0, 'unclaimedParts.MX', 1)).toBe(1)
  })
})
