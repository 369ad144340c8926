/**
 * What one replicate reports for one year: the catalogue of outcomes, in fixed order. Section 13 of docs/model.md.
 *
 * The catalogue is data: summaries, tables, schema and reports read labels, units and places from here, and
 * `accounts` fills the numbers. `good` says in which direction most readers would call a change an improvement. It colours nothing.
 */
import { baseYearIndex, localPriceFamilies } from './localPriceOutcomes.ts'
import { billNames } from './tariffBill.ts'
import { incomeFamilies } from './incomeOutcomes.ts'
import { welfareFamilies } from './welfareOutcomes.ts'
import type { GoodDirection, OutcomeFamily } from './outcomeFamily.ts'

/** One number that a replicate reports for every year. */
export interface OutcomeDefinition {
  /** Unique name, as in `output.US`. */
  readonly id: string
  /** Family of the outcome, as in `output`; the same thing in another place shares it. */
  readonly family: string
  readonly label: string
  /** Country, market, or the flow's origin and destination; empty for the whole region. */
  readonly place: string
  readonly unit: string
  readonly good: GoodDirection
}

const region = ['US', 'CA', 'MX']

const families: readonly OutcomeFamily[] = [
  { family: 'output', label: 'Vehicles built', unit: 'vehicles', good: 'up', places: region },
  { family: 'assemblyJobs', label: 'Assembly jobs', unit: 'jobs', good: 'up', places: region },
  { family: 'partsJobs', label: 'Parts jobs', unit: 'jobs', good: 'up', places: region },
  { family: 'plantsActive', label: 'Plants with a line', unit: 'plants', good: 'up', places: region },
  { family: 'plantsOpened', label: 'New plants opened (cumulative)', unit: 'plants', good: 'up', places: region },
  {
    family: 'plantsClosed',
    label: 'Plants closed for good (cumulative)',
    unit: 'plants',
    good: 'down',
    places: region,
  },
  { family: 'linesIn', label: 'Lines moved in (cumulative)', unit: 'lines', good: 'up', places: region },
  { family: 'linesOut', label: 'Lines moved out (cumulative)', unit: 'lines', good: 'down', places: region },
  {
    family: 'investment',
    label: 'Investment in moves since the base year',
    unit: 'million USD',
    good: 'up',
    places: region,
  },
  { family: 'sales', label: 'Vehicles sold', unit: 'vehicles', good: 'up', places: region },
  { family: 'averagePrice', label: 'Average price paid', unit: 'thousand USD', good: 'neither', places: region },
  {
    family: 'priceIndex',
    label: 'Price index, basket of the base year',
    unit: baseYearIndex,
    good: 'down',
    places: region,
  },
  {
    family: 'exactPriceIndex',
    label: 'Exact price index: spending that leaves buyers as well off',
    unit: 'index, base year = 1',
    good: 'down',
    places: region,
  },
  {
    family: 'consumerSurplus',
    label: "Consumers' surplus against the base year",
    unit: 'million USD',
    good: 'up',
    places: region,
  },
  {
    family: 'vehicleDuties',
    label: 'Duties collected on vehicles',
    unit: 'million USD',
    good: 'neither',
    places: region,
  },
  { family: 'partsDuties', label: 'Duties collected on parts', unit: 'million USD', good: 'neither', places: region },
  {
    family: 'tariffBill',
    label: 'US duties by maker, on vehicles sold there and on parts and metals of its plants there, less credits',
    unit: 'million USD',
    good: 'neither',
    places: billNames,
  },
  { family: 'imports', label: 'Vehicles imported', unit: 'vehicles', good: 'neither', places: region },
  { family: 'exports', label: 'Vehicles shipped outside the region', unit: 'vehicles', good: 'up', places: region },
  {
    family: 'salesFrom',
    label: 'US sales by where they are built',
    unit: 'vehicles',
    good: 'neither',
    places: ['US', 'CA', 'MX', 'OVERSEAS'],
  },
  {
    family: 'salesToCanadaFrom',
    label: 'Canadian sales by where they are built',
    unit: 'vehicles',
    good: 'neither',
    places: ['US', 'CA', 'MX', 'OVERSEAS'],
  },
  {
    family: 'salesToMexicoFrom',
    label: 'Mexican sales by where they are built',
    unit: 'vehicles',
    good: 'neither',
    places: ['US', 'CA', 'MX', 'OVERSEAS'],
  },
  {
    family: 'dutyRate',
    label: 'Duty paid on US vehicle imports, share of customs value',
    unit: 'share',
    good: 'neither',
    places: ['CA', 'MX', 'OVERSEAS'],
  },
  {
    family: 'dutyRateInCanada',
    label: 'Duty paid on Canadian vehicle imports, share of customs value',
    unit: 'share',
    good: 'neither',
    places: ['US', 'MX', 'OVERSEAS'],
  },
  {
    family: 'dutyRateInMexico',
    label: 'Duty paid on Mexican vehicle imports, share of customs value',
    unit: 'share',
    good: 'neither',
    places: ['US', 'CA', 'OVERSEAS'],
  },
  {
    family: 'dutiableShare',
    label: 'Share of US vehicle imports (value) not claiming preference',
    unit: 'share',
    good: 'down',
    places: ['CA', 'MX', 'CA+MX'],
  },
  {
    family: 'unclaimedParts',
    label: 'Share of parts (value) for US plants not claiming preference',
    unit: 'share',
    good: 'neither',
    places: ['CA', 'MX'],
  },
  {
    family: 'usContent',
    label: 'US content of vehicles sold in the US, share of value',
    unit: 'share',
    good: 'neither',
    places: ['US', 'CA', 'MX', 'all'],
  },
  {
    family: 'regionalContent',
    label: 'US, Canadian and Mexican content of vehicles built there, share of value',
    unit: 'share',
    good: 'neither',
    places: region,
  },
  {
    family: 'chineseContent',
    label: 'Chinese content of vehicles sold, share of value',
    unit: 'share',
    good: 'neither',
    places: region,
  },
  {
    family: 'chineseMakersShare',
    label: 'Market share of Chinese makers',
    unit: 'share',
    good: 'neither',
    places: region,
  },
  {
    family: 'profit',
    label: "Makers' gross margin, less sunk costs of moves, by headquarters",
    unit: 'million USD',
    good: 'up',
    places: ['US', 'Asia and Europe', 'China', 'all'],
  },
  {
    family: 'chineseMakersPlants',
    label: 'Plants with a line of a Chinese maker',
    unit: 'plants',
    good: 'neither',
    places: region,
  },
  {
    family: 'profitByPlace',
    label: "Makers' gross margin, less sunk costs of moves, by where vehicles are built",
    unit: 'million USD',
    good: 'up',
    places: ['US', 'CA', 'MX', 'OVERSEAS'],
  },
  ...welfareFamilies,
  {
    family: 'assemblyCredits',
    label: 'Credits for assembly against duties on parts',
    unit: 'million USD',
    good: 'neither',
    places: region,
  },
  { family: 'plantsFull', label: 'Plants at their ceiling', unit: 'plants', good: 'neither', places: region },
  {
    family: 'ceilingRent',
    label: "Makers' rents from plants at their ceiling",
    unit: 'million USD',
    good: 'neither',
    places: region,
  },
  { family: 'quotaRent', label: "Makers' rents from quotas", unit: 'million USD', good: 'neither', places: region },
  {
    family: 'metalsDuties',
    label: 'Duties collected on metals in parts',
    unit: 'million USD',
    good: 'neither',
    places: region,
  },
  { family: 'subsidiesPaid', label: 'Subsidies paid to buyers', unit: 'million USD', good: 'neither', places: region },
  ...localPriceFamilies,
  ...incomeFamilies,
]

/** The catalogue, in the order of a year's row. */
export const outcomeDefinitions: readonly OutcomeDefinition[] = families.flatMap((family) =>
  family.places.map((place) => ({
    id: `${family.family}.${place}`,
    family: family.family,
    label: family.label,
    place,
    unit: family.unit,
    good: family.good,
  })),
)

export const outcomeCount: number = outcomeDefinitions.length

const positions = new Map(outcomeDefinitions.map((outcome, index) => [outcome.id, index]))

/**
 * Position of an outcome in a year's row of outcomes.
 *
 * @throws RangeError for a name that is not in the catalogue
 */
export function outcomeIndex(id: string): number {
  const position = positions.get(id)
  if (position === undefined) throw new RangeError(`unknown outcome: ${id}`)
  return position
}
