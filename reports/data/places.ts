/**
 * Plants and lines by name: how often each is open, closed, gains or loses a line, and how its output compares with the
 * baseline's, in the last year. Over the replicates that are good in every scenario.
 */
import { type Probability, probability } from '../../engine/analysis/paired.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { plantMap, type PlantMap } from '../../engine/model/plants/plantMap.ts'
import { places } from '../../engine/model/inputs/sets.ts'
import { type PlantSumName, plantSumCount, plantSumIndex, squareSplit } from '../../engine/run/layout.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import type { RunFacts } from './runFacts.ts'

export interface PlantRow {
  readonly scenario: string
  readonly plant: string
  readonly maker: string
  readonly city: string
  readonly state: string
  readonly place: string
  /** Degrees; NaN for a plant without a site, as new ones are. */
  readonly latitude: number
  readonly longitude: number
  readonly n: number
  /** Has a line in the last year. */
  readonly active: Probability
  /** Closed for good. */
  readonly closed: Probability
  /** Has had a line and has none in the last year, without being closed. */
  readonly idled: Probability
  /** A plant that was not there in the base year. */
  readonly opened: Probability
  /** Gained, or lost, at least one line since the base year. */
  readonly gained: Probability
  readonly lost: Probability
  /** Builds more than a tenth less, or more, than under the baseline in the same replicate. */
  readonly cut: Probability
  readonly raised: Probability
  /** Vehicles a year, means. */
  readonly baseYearOutput: number
  readonly baselineOutput: number
  readonly output: number
  readonly difference: number
  readonly differenceStandardError: number
}

export interface LineRow {
  readonly scenario: string
  readonly line: string
  /** Place of the base year. */
  readonly from: string
  readonly place: string
  readonly n: number
  /** Assembled there in the last year. */
  readonly here: Probability
}

/** A row for each scenario and plant, new ones among them; none where no sums over plants are kept. */
export function plantRows(facts: RunFacts, industry: Industry, result: MonteCarloResult): readonly PlantRow[] {
  // A sweep may keep no sums over plants and lines.
  if (result.shape.plantSlots === 0) return []
  const map = plantMap(industry)
  return facts.scenarios.flatMap(({ name }, s) => map.names.map((_, p) => plantRow(industry, map, result, s, p, name)))
}

type Site = Pick<PlantRow, 'plant' | 'maker' | 'city' | 'state' | 'place' | 'latitude' | 'longitude'>

/** Whose plant p is and where it stands; a new plant has a place alone. */
function siteOf(industry: Industry, map: PlantMap, p: number): Site {
  const known = industry.plants.at(p)
  return {
    plant: map.names[p],
    maker: known === undefined ? '' : industry.makers[known.maker].name,
    city: known?.city ?? '',
    state: known?.state ?? '',
    place: places[map.place[p]],
    latitude: known?.latitude ?? NaN,
    longitude: known?.longitude ?? NaN,
  }
}

function plantRow(
  industry: Industry,
  map: PlantMap,
  result: MonteCarloResult,
  s: number,
  p: number,
  scenario: string,
): PlantRow {
  const { shape, totals } = result
  const n = totals.goodEverywhere
  const sum = (name: PlantSumName, of: number = s): number =>
    totals.plants[(of * shape.plantSlots + p) * plantSumCount + plantSumIndex(name)]
  const share = (name: PlantSumName): Probability => probability(sum(name), n)
  const difference = (sum('output') - sum('output', shape.baseline)) / n
  const square = sum('differenceSquareHigh') * squareSplit + sum('differenceSquareLow')
  const variance = Math.max(0, square - n * difference * difference) / (n - 1)
  return {
    scenario,
    ...siteOf(industry, map, p),
    n,
    active: share('active'),
    closed: share('closed'),
    idled: share('idled'),
    opened: share('opened'),
    gained: share('gained'),
    lost: share('lost'),
    cut: share('cut'),
    raised: share('raised'),
    baseYearOutput: sum('baseOutput') / n,
    baselineOutput: sum('output', shape.baseline) / n,
    output: sum('output') / n,
    difference,
    differenceStandardError: Math.sqrt(variance / n),
  }
}

/** A row for each scenario, line and place; none where no sums over lines are kept. */
export function lineRows(facts: RunFacts, industry: Industry, result: MonteCarloResult): readonly LineRow[] {
  const { totals, shape } = result
  if (shape.lines === 0) return []
  const n = totals.goodEverywhere
  return facts.scenarios.flatMap(({ name: scenario }, s) =>
    industry.lines.flatMap((line, j) =>
      places.map((place, o) => ({
        scenario,
        line: line.id,
        from: places[industry.linePlace[j]],
        place,
        n,
        here: probability(totals.lines[(s * shape.lines + j) * places.length + o], n),
      })),
    ),
  )
}
