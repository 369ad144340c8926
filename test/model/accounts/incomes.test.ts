/** Who pays by income: what fifths of households gain or lose adds up, and weighs on the poorest. */
import { describe, expect, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import type { DemandKind } from '../../../engine/model/inputs/policy.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { baseRegime, fromFirstYear, smallScenario, tariffRegime } from '../../reference/smallPolicy.ts'

const years = 4
const fifths = ['poorest', 'second', 'third', 'fourth', 'richest']

/** The last year and the base year of a 25% duty. */
function afterDuty(demand: DemandKind, groups: number) {
  const industry = smallIndustry()
  const options = { truth: fromFirstYear(2, years, 1), years, demand }
  const scenario = smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], options)
  const workspace = createWorkspace(industry, constantLaws(), [{ ...scenario, incomeGroups: groups }])
  runReplicate(workspace, rootKey(3), 1)
  const at =
    (t: number) =>
    (id: string): number =>
      outcome(workspace, 0, id, t)
  return { now: at(years), before: at(0) }
}

describe.each([
  ['incomeGroups', 1],
  ['incomeGroups', 3],
  ['incomeGroups', 6],
  ['nestedLogit', 0],
  ['ces', 0],
] as const)('under %s (%i groups)', (demand, groups) => {
  const { now, before } = afterDuty(demand, groups)

  it('fifths of households add up to consumers', () => {
    for (const country of ['US', 'CA', 'MX']) {
      const sum = fifths.reduce((total, fifth) => total + now(`consumers${country}.${fifth}`), 0)
      expect(Math.abs(sum - now(`consumerSurplus.${country}`))).toBeLessThan(1e-6)
      for (const fifth of fifths) expect(before(`consumers${country}.${fifth}`)).toBe(0)
    }
  })

  it('a duty costs the poorest fifth, and all others', () => {
    for (const fifth of fifths) expect(now(`consumersUS.${fifth}`)).toBeLessThan(0)
    // A fifth of 100 million households with an income of 20 thousand USD earns 400 billion.
    expect(now('incomeShareUS.poorest')).toBeCloseTo((100 * now('consumersUS.poorest')) / 4e5, 9)
  })

  it('all pay the mean price where buyers are alike', () => {
    const [poorest, mean, richest] = ['pricePaidUS.poorest', 'averagePrice.US', 'pricePaidUS.richest'].map(before)
    if (groups > 1) {
      expect(poorest).toBeLessThan(mean)
      expect(richest).toBeGreaterThan(mean)
    } else {
      expect(poorest / mean).toBeCloseTo(1, 9)
      expect(richest / mean).toBeCloseTo(1, 9)
    }
  })
})
