/** The wage from which work counts as labour value content. */
import fc from 'fast-check'
import { describe, it, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import {
  createCountedWork,
  countWork,
  agreedWage,
  countedPart,
  type CountedWork,
  labourFloorOnParts,
} from '../../../engine/model/content/labourWage.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { baseRegime, smallScenario, fromFirstYear } from '../../reference/smallPolicy.ts'

const industry = smallIndustry()
const wages = {
  assemblyWage: Float64Array.of(32, 32, 6),
  partsWage: Float64Array.of(24, 24, 4),
  partsJobs: Float64Array.of(3, 1, 5),
}
const threshold = fc.double({ min: 1, max: 60, noNaN: true })
const spread = fc.double({ min: 0.05, max: 0.4, noNaN: true })
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('work that counts', () => {
  it('is all of the US and Canada and none of Mexico at 16 dollars, exactly', () => {
    fc.assert(
      fc.property(spread, (s) => {
        const work = createCountedWork()
        countWork(agreedWage, industry, s, work)
        expect(work).toEqual({ assembly: Float64Array.of(1, 1, 0, 0, 0), northernParts: 1, mexicanParts: 0 })
      }),
    )
  })

  it('is what a log-logistic law leaves: half of it at the mean wage, by its share at 16', () => {
    const work = createCountedWork()
    countWork(24, wages, 0.25, work)
    expect(work.northernParts).toBeCloseTo(0.5 * (1 + (2 / 3) ** 4), 12)
    expect(work.assembly[0]).toBeCloseTo((1 + 0.5 ** 4) / (1 + 0.75 ** 4), 12)
    countWork(4, wages, 0.25, work)
    expect(work.northernParts).toBe(1)
    expect(work.mexicanParts).toBeCloseTo((0.5 - 1 / 257) / (1 - 1 / 257), 12)
  })

  it('falls with the threshold in every country', () => {
    fc.assert(
      fc.property(threshold, threshold, spread, fc.boolean(), (one, two, s, north) => {
        const wage = north ? 25 : 4
        const low = countedPart(Math.min(one, two), wage, s, north)
        const high = countedPart(Math.max(one, two), wage, s, north)
        expect(high).toBeLessThanOrEqual(low)
        expect(low).toBeLessThanOrEqual(1)
        expect(high).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

function counted(northernParts: number, mexicanParts: number): CountedWork {
  return { ...createCountedWork(), northernParts, mexicanParts }
}

describe('the floor on US and Canadian parts', () => {
  it('doubles when half of northern work counts', () => {
    expect(labourFloorOnParts(0.34, 0.15, 2, 0.5, counted(0.5, 0))).toBeCloseTo(0.8, 12)
    expect(labourFloorOnParts(0.1, 0.15, 2, 0.5, counted(1, 0))).toBeCloseTo(0.1 / 0.85, 12)
    expect(labourFloorOnParts(0, 0.15, 2, 0.5, counted(0.001, 0))).toBe(0)
  })

  it('is enough for the rule where Mexican work counts as well, and no higher than without it', () => {
    fc.assert(
      fc.property(share, share, share, (vehicle, regional, mexican) => {
        const part = counted(1, mexican * 0.99)
        const asked = labourFloorOnParts(vehicle, 0, 2, regional, counted(1, 0))
        const north = labourFloorOnParts(vehicle, 0, 2, regional, part)
        const mexicanParts = Math.max(0, regional - north)
        expect(north).toBeLessThanOrEqual(asked * (1 + 1e-12))
        expect(north + part.mexicanParts * mexicanParts).toBeGreaterThanOrEqual(asked - 1e-9)
      }),
    )
  })
})

describe('in the model', () => {
  const years = 3
  const scenario = (wage: number): CompiledScenario => {
    const programmes = baseRegime.programmes.map((one) =>
      one.name === 'agreement' ? { ...one, labourWage: wage } : one,
    )
    const regimes = [baseRegime, { ...baseRegime, name: `${wage}`, programmes }]
    return smallScenario(`${wage}`, industry, regimes, { truth: fromFirstYear(2, years, 1), years })
  }
  const workspace = createWorkspace(industry, constantLaws(), [agreedWage, 30, 4].map(scenario))
  runReplicate(workspace, rootKey(3), 4)
  const lastYear = (s: number, id: string): number => outcome(workspace, s, id, years)

  it('a higher wage costs Mexico vehicles, a lower one does not', () => {
    expect(lastYear(1, 'output.MX')).toBeLessThan(lastYear(0, 'output.MX'))
    expect(lastYear(2, 'output.MX')).toBeGreaterThanOrEqual(lastYear(0, 'output.MX'))
  })
})
