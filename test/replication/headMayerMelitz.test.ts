/** Our numbers beside those that Head, Mayer and Melitz (2024) print: same signs and order, sizes within bands. */
import { beforeAll, describe, expect, it } from 'vitest'
import { carlinesOf } from '../../engine/model/replication/carlines.ts'
import { paperParameters, type Penalty } from '../../engine/model/replication/closure.ts'
import {
  headMayerMelitzComparison,
  replicateHeadMayerMelitz,
  type Comparison,
  type ComparisonRow,
} from '../../engine/model/replication/headMayerMelitz.ts'
import { lafferOutcome } from '../../engine/model/replication/laffer.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { penaltyIndex } from '../reference/headMayerMelitz.ts'
import { smallIndustry } from '../reference/smallIndustry.ts'

describe('penalties from an industry', () => {
  it('count a nameplate once in each country of the region that builds it, and nothing built overseas', () => {
    expect(carlinesOf(smallIndustry()).map(({ name, place }) => `${name} ${place}`)).toEqual([
      'Hikari Sedan 0',
      'Atlas Crossover 0',
      'Atlas Crossover 2',
      'Hikari Crossover 1',
      'Atlas Pickup 0',
      'Atlas Pickup 2',
      'Atlas Work van 1',
    ])
  })

  it('put duties where the preference is lost, and none at home or outside the region', () => {
    const [{ stay: sedan }] = carlinesOf(smallIndustry())
    const untaxed = 250e3 + 5e3
    const expected = penaltyIndex([20e3 / untaxed, 10e3 / untaxed], [1.061, 1.2], paperParameters.eta)
    expect(sedan.tau).toBeCloseTo(expected.tau, 14)
    expect(sedan.tauQ).toBeCloseTo(expected.tauQ, 14)
  })

  it('charge pickups and cargo vans 25% in the US, cars 2.5%', () => {
    const found = carlinesOf(smallIndustry())
    const vanFromCanada = found[6]
    expect(vanFromCanada.class).toBe('trucks')
    expect(vanFromCanada.stay.tau).toBeCloseTo(penaltyIndex([120e3 / 25e3], [1.25], 4).tau, 14)
    const crossoverFromCanada = found[3]
    expect(crossoverFromCanada.class).toBe('cars')
    expect(crossoverFromCanada.stay.tau).toBeLessThan(1.03)
  })

  it('take passenger vans for cars, and leave composites out', () => {
    const industry = smallIndustry()
    const products = industry.products.map((product, i) => ({
      ...product,
      name: i === 4 ? 'Pacifica' : product.name,
      composite: i === 3,
    }))
    const found = carlinesOf({ ...industry, products })
    expect(found.map((one) => one.name)).not.toContain('Atlas Pickup')
    expect(found.at(-1)).toMatchObject({ name: 'Atlas Pacifica', class: 'cars' })
  })

  it('are least, within the region, where most is sold', () => {
    const crossoverFromMexico = carlinesOf(smallIndustry())[2]
    expect(crossoverFromMexico.regionPlace).toBe(0)
    expect(crossoverFromMexico.overseas.tau).toBeGreaterThan(crossoverFromMexico.stay.tau)
  })
})

const both = (tau: number): Penalty => ({ tau, tauQ: tau })

describe('the comparison on a list of penalties', () => {
  it("is the closure's outcome, the published figure and their difference", () => {
    const rows = replicateHeadMayerMelitz([both(1.02)], [])
    const parts = rows.find((row) => row.what === 'parts jobs L, cars, rule 75% against none')
    const ours = 100 * lafferOutcome([both(1.02)], 0.75, paperParameters).partsJobsChange
    expect(parts).toMatchObject({ closure: 'replication', published: 3, ours, difference: ours - 3, unit: '%' })
    expect(parts?.source).toContain('table G.1, cars')
  })

  it('says so where a sign is not the published one', () => {
    const rows = replicateHeadMayerMelitz([both(1.08)], [])
    const total = rows.find((row) => row.what === 'all jobs LT, cars, rule 85% against none')
    expect(total).toMatchObject({ published: -0.2, sameSign: false })
  })

  it('has no rows for trucks where there are none', () => {
    expect(replicateHeadMayerMelitz([both(1.02)], []).some((row) => row.what.includes('trucks'))).toBe(false)
    expect(replicateHeadMayerMelitz([both(1.02)], [both(1.2)]).some((row) => row.what.includes('trucks'))).toBe(true)
  })
})

describe('the comparison on the base year', () => {
  let comparison: Comparison

  beforeAll(() => {
    comparison = headMayerMelitzComparison(loadIndustry().industry)
  })

  function find(what: string): ComparisonRow {
    const found = comparison.rows.find((row) => row.what.startsWith(what))
    if (!found) throw new RangeError(`no row ${what}`)
    return found
  }

  it('has the published sign in every change that is not near zero', () => {
    const changes = comparison.rows.filter((row) => row.kind === 'change' && Math.abs(row.published) > 0.5)
    expect(changes.length).toBeGreaterThan(15)
    expect(changes.filter((row) => !row.sameSign).map((row) => row.what)).toEqual([])
  })

  it('is of the published size: changes of cars between half and double where they exceed 2%', () => {
    const cars = comparison.rows.filter((row) => row.source.includes('table G.1, cars'))
    const changes = cars.filter((row) => Math.abs(row.published) > 2)
    expect(changes.length).toBeGreaterThan(3)
    for (const { what, ours, published } of changes) {
      expect(ours / published, what).toBeGreaterThan(0.5)
      expect(ours / published, what).toBeLessThan(2)
    }
  })

  it('has the published order of rules for cars: total jobs peak early, part shares late', () => {
    expect(find('all jobs LT, cars, rule 62.5%').ours).toBeGreaterThan(find('all jobs LT, cars, rule 75%').ours)
    expect(find('all jobs LT, cars, rule 75%').ours).toBeGreaterThan(find('all jobs LT, cars, rule 85%').ours)
    expect(find('part share X, cars, rule 75%').ours).toBeGreaterThan(find('part share X, cars, rule 62.5%').ours)
  })

  it('moves jobs to the US and most from Canada when assembly is free to move', () => {
    const [us, canada, mexico] = ['US', 'CA', 'MX'].map((place) => find(`all jobs ${place}, free assembly`).ours)
    expect(us).toBeGreaterThan(0)
    expect(canada).toBeLessThan(mexico)
    expect(mexico).toBeLessThan(0)
  })

  it('has content that rises with the rule and peaks between 75% and 90%', () => {
    expect(find('content, all carlines, rule 62.5%').ours).toBeGreaterThan(find('content, all carlines, rule 0%').ours)
    expect(find('content, all carlines, rule 75%').ours).toBeGreaterThan(find('content, all carlines, rule 62.5%').ours)
    expect(Math.abs(find('rule at which content peaks').difference)).toBeLessThan(8)
    expect(find('content at its peak').difference).toBeLessThan(2)
  })

  it('says what to expect of the differences', () => {
    expect(comparison.notes.join(' ')).toMatch(/Expect agreement in sign, order and size/)
    expect(comparison.notes[0]).toContain('replication')
  })
})
