/**
 * Head, Mayer and Melitz (2024) beside ours: every published figure, what the replication closure gives on penalties
 * from the engine's own base year, and how far off it is.
 *
 * The model and its parameters are the paper's; the penalties are not (`carlines.ts`). Agreement is to be expected in
 * sign, order and size.
 */
import { markets } from '../inputs/sets.ts'
import type { Industry } from '../inputs/industry.ts'
import { type CarlineClass, type Carline, carlinesOf } from './carlines.ts'
import { closureName, precisionOf, type Penalty, type ClosureParameters, paperParameters } from './closure.ts'
import { lafferOutcome } from './laffer.ts'
import { peakOf } from './peak.ts'
import { contentCurve, fixedAssembly, freeAssembly, medianPenalty } from './published.ts'
import { relocationOutcome } from './relocation.ts'

/** One published figure and ours, in the same unit. */
export interface ComparisonRow {
  readonly closure: typeof closureName
  readonly what: string
  readonly unit: '%' | 'points' | 'factor'
  readonly published: number
  readonly ours: number
  /** Ours less published. */
  readonly difference: number
  /** Always true for levels. */
  readonly sameSign: boolean
  readonly kind: 'change' | 'level'
  readonly source: string
}

export interface Comparison {
  readonly rows: readonly ComparisonRow[]
  readonly notes: readonly string[]
}

const publication = 'Head, Mayer and Melitz (2024), JIE 150'

function row(
  what: string,
  unit: ComparisonRow['unit'],
  published: number,
  ours: number,
  source: string,
  kind: ComparisonRow['kind'] = 'change',
): ComparisonRow {
  return {
    closure: closureName,
    what,
    unit,
    published,
    ours,
    difference: ours - published,
    sameSign: kind === 'level' || published * ours > 0,
    kind,
    source: `${publication}, ${source}`,
  }
}

/** For the search of the peak, which asks for many rules; good to 1e-6 of content. */
const searchPrecision = precisionOf(12)

/** Rows of figure 10b: content of all carlines by rule, with its peak. */
function contentRows(penalties: readonly Penalty[], parameters: ClosureParameters): readonly ComparisonRow[] {
  const { source, points, peakRule, peakContent } = contentCurve
  const content = (rule: number): number => lafferOutcome(penalties, rule, parameters).content
  const peak = peakOf((rule) => lafferOutcome(penalties, rule, parameters, searchPrecision).content, 0.5, 0.98)
  return [
    ...points.map(([rule, published]) =>
      row(`content, all carlines, rule ${rule}%`, '%', published, 100 * content(rule / 100), source, 'level'),
    ),
    row('rule at which content peaks', '%', peakRule, 100 * peak.at, source, 'level'),
    row('content at its peak', '%', peakContent, 100 * peak.value, source, 'level'),
  ]
}

/** Rows of table G.1 for one class of carlines. */
function fixedRows(
  carlineClass: CarlineClass,
  penalties: readonly Penalty[],
  parameters: ClosureParameters,
): readonly ComparisonRow[] {
  if (penalties.length === 0) return []
  const source = `${fixedAssembly.source}, ${carlineClass}`
  return fixedAssembly[carlineClass].flatMap(([rule, x, l, lt]) => {
    const ours = lafferOutcome(penalties, rule / 100, parameters)
    const label = `${carlineClass}, rule ${rule}% against none`
    return [
      row(`part share X, ${label}`, '%', x, 100 * ours.partShareChange, source),
      row(`parts jobs L, ${label}`, '%', l, 100 * ours.partsJobsChange, source),
      row(`all jobs LT, ${label}`, '%', lt, 100 * ours.totalJobsChange, source),
    ]
  })
}

/** Rows for cars with assembly free to move. */
function freeRows(cars: readonly Carline[], parameters: ClosureParameters): readonly ComparisonRow[] {
  if (cars.length === 0) return []
  const before = relocationOutcome(cars, 0.625, parameters)
  const after = relocationOutcome(cars, 0.75, parameters)
  const ofRegion = 100 * (after.region.totalJobsChange - before.region.totalJobsChange)
  const byCountry = markets.flatMap((place, index) => {
    const [first, second] = [before.byCountry[index], after.byCountry[index]]
    if (!first || !second) return []
    const change = 100 * (second.totalJobsChange - first.totalJobsChange)
    return [row(`all jobs ${place}, free assembly`, 'points', freeAssembly[place], change, freeAssembly.source)]
  })
  return [
    ...byCountry,
    row('all jobs North America, free assembly', 'points', freeAssembly.region, ofRegion, freeAssembly.source),
  ]
}

/** Rows for the penalty index itself, our input. */
function penaltyRows(carlines: readonly Carline[]): readonly ComparisonRow[] {
  return (['cars', 'trucks'] as const).flatMap((carlineClass) =>
    markets.flatMap((place, index) => {
      const group = carlines.filter((one) => one.class === carlineClass && one.place === index)
      if (group.length === 0) return []
      const what = `median penalty, ${carlineClass} built in ${place}`
      const ours = median(group.map((one) => one.stay.tau))
      return [row(what, 'factor', medianPenalty[carlineClass][place], ours, medianPenalty.source, 'level')]
    }),
  )
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * The published figures that need penalties only (figure 10b and table G.1), and ours.
 *
 * @param cars penalties of car carlines, each counted once.
 * @param trucks penalties of pickups and cargo vans; may be empty.
 * @throws RangeError if there is no carline or a penalty is below 1.
 */
export function replicateHeadMayerMelitz(
  cars: readonly Penalty[],
  trucks: readonly Penalty[],
  parameters: ClosureParameters = paperParameters,
): readonly ComparisonRow[] {
  return [
    ...contentRows([...cars, ...trucks], parameters),
    ...fixedRows('cars', cars, parameters),
    ...fixedRows('trucks', trucks, parameters),
  ]
}

function stayPenalties(carlines: readonly Carline[]): readonly Penalty[] {
  return carlines.map((carline) => carline.stay)
}

/** All published figures and ours, on penalties from the industry's base year, with what to make of the differences. */
export function headMayerMelitzComparison(industry: Industry): Comparison {
  const carlines = carlinesOf(industry, paperParameters.eta)
  const cars = carlines.filter((carline) => carline.class === 'cars')
  const trucks = carlines.filter((carline) => carline.class === 'trucks')
  const rows = [
    ...replicateHeadMayerMelitz(stayPenalties(cars), stayPenalties(trucks)),
    ...freeRows(cars, paperParameters),
    ...penaltyRows(carlines),
  ]
  return { rows, notes: notesOn(rows, cars.length, trucks.length, stayPenalties(cars)) }
}

function notesOn(
  rows: readonly ComparisonRow[],
  cars: number,
  trucks: number,
  carPenalties: readonly Penalty[],
): readonly string[] {
  const changes = rows.filter((one) => one.kind === 'change')
  const same = changes.filter((one) => one.sameSign).length
  const text = lafferOutcome(carPenalties, 0.75, paperParameters)
  const program = lafferOutcome(carPenalties, 0.75, { ...paperParameters, price: 'program' })
  const points = (100 * (program.partsJobsChange - text.partsJobsChange)).toFixed(2)
  const content = (100 * lafferOutcome(carPenalties, 0, paperParameters).content).toFixed(2)
  return [
    `Closure: ${closureName}, the paper's own (constant elasticity, carlines count once), on the same content ladder.`,
    `Penalties come from ${cars} cars and ${trucks} trucks of the engine's base year. The paper's come from sales by ` +
      'carline and destination in 2011-18, which are not public. Expect agreement in sign, order and size.',
    'Base-year sales in Canada and Mexico by nameplate are imputed, which makes the penalties of cars built in the ' +
      'US more alike than they are: fewer of them comply at a cost than in the paper.',
    `${same} of ${changes.length} changes have the published sign.`,
    `The published figures are simulated: content without a rule is ${contentCurve.points[0][1]}% there and exactly ` +
      `${content}% at the paper's parameters, whatever the penalties. Ours are integrals, exact to 1e-5 percent.`,
    'The programs published with the paper apply the cost share of parts twice in prices; ours apply it once, as the ' +
      `text does. Twice would change the parts jobs of cars under a rule of 75% by ${points} points.`,
  ]
}
