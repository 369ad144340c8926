/** No plant passes its ceiling; whoever wants more pays for it, and the plant's maker has what they pay. */
import { describe, expect, it } from 'vitest'
import { slackTolerance } from '../../../engine/math/slackSearch.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace, type Workspace } from '../../../engine/model/history/workspace.ts'
import type { DemandKind } from '../../../engine/model/inputs/policy.ts'
import type { PlantEvents } from '../../../engine/model/inputs/plantEvents.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { type SmallRegime, agreement, baseRegime, fromFirstYear, smallScenario } from '../../reference/smallPolicy.ts'

const industry = smallIndustry()
const years = 4

/** US buyers may buy nothing from Mexico, or from anywhere abroad. */
function barred(places: readonly number[]): SmallRegime {
  return {
    name: `barred ${places.join(' ')}`,
    programmes: agreement().map((programme) => ({
      ...programme,
      admits: (m: number, j: number, o: number): boolean =>
        programme.admits(m, j, o) && !(m === 0 && places.includes(o)),
    })),
  }
}

interface Asked {
  readonly ceiling?: number
  readonly demand?: DemandKind
  readonly years?: number
  readonly plantEvents?: PlantEvents
}

function run(regime: SmallRegime, { ceiling = 1.2, demand, years: count = years, plantEvents }: Asked = {}): Workspace {
  const options = { truth: fromFirstYear(2, count, 1), years: count, ...(demand === undefined ? {} : { demand }) }
  const scenario = smallScenario('one', industry, [baseRegime, regime], options)
  const workspace = createWorkspace(industry, constantLaws({ plantCeiling: ceiling }), [
    plantEvents === undefined ? scenario : { ...scenario, plantEvents },
  ])
  runReplicate(workspace, rootKey(5), 2)
  expect(workspace.results[0].status).toBe(0)
  return workspace
}

/** Output over the ceiling, and the shadow price, of each plant at the end. */
function plantsAtEnd({ economies: [{ plants, year }], laws }: Workspace, ceiling: number) {
  expect(laws.a).toContain(ceiling)
  const built = new Float64Array(plants.capacity.length)
  year.output.forEach((vehicles, j) => {
    if (plants.lineSlot[j] >= 0) built[plants.lineSlot[j]] += vehicles
  })
  return Array.from(built, (vehicles, s) => ({
    load: plants.capacity[s] > 0 ? vehicles / (ceiling * plants.capacity[s]) : 0,
    shadow: year.plantRoom.shadow[s],
  }))
}

const kinds: readonly DemandKind[] = ['nestedLogit', 'ces', 'incomeGroups']
const loose = 100

describe.each(kinds)('plants under %s', (demand) => {
  it('never pass their ceilings, and only those at them have a shadow price', () => {
    for (const regime of [barred([2]), barred([1, 2]), barred([1, 2, 3])]) {
      for (let last = 1; last <= years; last++) {
        const plants = plantsAtEnd(run(regime, { demand, years: last }), 1.2)
        expect(plants.some(({ shadow }) => shadow > 0)).toBe(true)
        plants.forEach(({ load, shadow }) => {
          expect(load).toBeLessThan(1 + 2 * slackTolerance)
          if (shadow > 0) expect(load).toBeGreaterThan(1 - 2 * slackTolerance)
        })
      }
    }
    // Without ceilings they would.
    const free = plantsAtEnd(run(barred([1, 2]), { demand, ceiling: loose }), loose)
    expect(Math.max(...free.map(({ load }) => (load * loose) / 1.2))).toBeGreaterThan(1.1)
  })

  it('where none is full, have the bits of an industry without ceilings', () => {
    const still = { ...baseRegime, name: 'still' }
    const here = run(still, { demand }).results[0].outcomes
    expect([...here]).toEqual([...run(still, { demand, ceiling: loose }).results[0].outcomes])
  })

  it('earn their makers what buyers pay for scarcity, so that margins add up', () => {
    const full = run(barred([2]), { demand })
    for (let t = 0; t <= years; t++) {
      const at = (id: string): number => outcome(full, 0, id, t)
      const places = ['US', 'CA', 'MX', 'OVERSEAS'].reduce((sum, place) => sum + at(`profitByPlace.${place}`), 0)
      expect(places / at('profit.all')).toBeCloseTo(1, 10)
      const sold = at('salesFrom.US') + at('salesToCanadaFrom.US') + at('salesToMexicoFrom.US') + at('exports.US')
      expect(at('output.US')).toBeCloseTo(sold, 5)
      if (t > 0) {
        expect(at('plantsFull.US')).toBeGreaterThan(0)
        expect(at('ceilingRent.US')).toBeGreaterThan(0)
      }
    }
    // What buyers pay over what makers ask, with what leaves the region, is the rent.
    const { year, plants } = full.economies[0]
    const { premium, shadow } = year.plantRoom
    let paid = 0
    year.equilibria.forEach(({ quantity }, m) =>
      quantity.forEach((sales, i) => {
        if (sales > 0) paid += sales * premium[m * quantity.length + i]
      }),
    )
    year.exports.forEach((vehicles, j) => {
      if (plants.lineSlot[j] >= 0) paid += vehicles * shadow[plants.lineSlot[j]]
    })
    const rents = ['US', 'CA', 'MX'].reduce((sum, place) => sum + outcome(full, 0, `ceilingRent.${place}`, years), 0)
    expect(paid / (1000 * rents)).toBeCloseTo(1, 10)
  })

  it('build less than without ceilings, at higher prices, and buyers are worse off', () => {
    const full = run(barred([1, 2]), { demand })
    const free = run(barred([1, 2]), { demand, ceiling: loose })
    expect(outcome(full, 0, 'output.US', 1)).toBeLessThan(outcome(free, 0, 'output.US', 1))
    expect(outcome(full, 0, 'averagePrice.US', 1)).toBeGreaterThan(outcome(free, 0, 'averagePrice.US', 1))
    expect(outcome(full, 0, 'consumerSurplus.US', 1)).toBeLessThan(outcome(free, 0, 'consumerSurplus.US', 1))
  })
})

/** Capacity of the plant in Marion, which builds the crossover that Saltillo builds too, changes in the first year. */
function shrinks(change: number): PlantEvents {
  return { moves: [], closures: [], capacity: [{ slot: 1, year: 1, change, opens: false }] }
}

/** Crossovers built in Marion and in Saltillo. */
function crossovers({ economies: [{ year }] }: Workspace): readonly [number, number] {
  return [year.output[3], year.output[2]]
}

describe('a product of several plants', () => {
  it('goes in part to its sister plant from one that shrinks, and is dearer', () => {
    const still = { ...baseRegime, name: 'still' }
    const [marion, saltillo] = crossovers(run(still, { years: 1 }))
    const workspace = run(still, { years: 1, plantEvents: shrinks(-100_000) })
    const [less, more] = crossovers(workspace)
    expect(less).toBeLessThan(0.75 * marion)
    expect(more - saltillo).toBeGreaterThan(0.25 * (marion - less))
    expect(workspace.economies[0].year.plantRoom.premium[1]).toBeGreaterThan(0)
  })

  it('is built on where its plant has lost all capacity, one vehicle of it, and all its outcomes are numbers', () => {
    const workspace = run({ ...baseRegime, name: 'still' }, { plantEvents: shrinks(-1e9) })
    expect(crossovers(workspace)[0]).toBeCloseTo(1, 3)
    expect(workspace.results[0].outcomes.every(Number.isFinite)).toBe(true)
  })
})
