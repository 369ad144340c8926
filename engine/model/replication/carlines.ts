/**
 * The carlines of an industry's base year as Head, Mayer and Melitz (2024) count them, each with three penalties:
 * staying and not complying, moving to another country of the region and not complying, and moving overseas.
 *
 * The paper's sales by carline and destination are not public (IHS Markit); these come from the engine's base year,
 * so the penalties are near the paper's in size, not equal. A carline is a nameplate in one country of the region,
 * whatever the number of plants; composites, which stand for nameplates that the data do not list, are left out.
 */
import { pow } from '../../math/elementary.ts'
import type { Product, Industry } from '../inputs/industry.ts'
import { marketCount, destinationCount, rowDestination } from '../inputs/sets.ts'
import { type Penalty, paperParameters } from './closure.ts'
import { penaltyOfSales, type TaxedSales, powerMean } from './penaltyIndex.ts'

/** Cars include SUVs and passenger vans (HS 8703); trucks are pickups and cargo vans (HS 8704). */
export type CarlineClass = 'cars' | 'trucks'

export interface Carline {
  readonly name: string
  readonly class: CarlineClass
  /** Country of assembly: 0 US, 1 CA, 2 MX. */
  readonly place: number
  readonly stay: Penalty
  /** The other country of the region where the penalty is least: 0 US, 1 CA, 2 MX. */
  readonly regionPlace: number
  readonly region: Penalty
  /** Parts not counted: what distance and duties do to sales from the best country overseas. */
  readonly overseas: Penalty
}

/** [class][market] most-favoured-nation duties as factors, headings 8703 and 8704 of the three tariff schedules. */
const mfnFactors: Readonly<Record<CarlineClass, readonly number[]>> = {
  cars: [1.025, 1.061, 1.2],
  trucks: [1.25, 1.061, 1.2],
}

/** Vans built to carry people, which customs count as cars. */
const passengerVans: readonly string[] = ['Sienna', 'Odyssey', 'Carnival', 'Pacifica', 'Voyager', 'Grand Caravan']

/** Whether the paper counts a product among cars or trucks. */
function carlineClass(product: Product): CarlineClass {
  if (product.body === 'pickup') return 'trucks'
  return product.body === 'van' && !passengerVans.some((name) => product.name.includes(name)) ? 'trucks' : 'cars'
}

/** Carlines of the region in the base year; those that sell nothing are left out. */
export function carlinesOf(industry: Industry, eta: number = paperParameters.eta): readonly Carline[] {
  const found: Carline[] = []
  industry.products.forEach((product, i) => {
    if (product.composite) return
    for (let place = 0; place < marketCount; place++) {
      const sales = salesFrom(industry, i, place)
      if (sales.some((vehicles) => vehicles > 0)) found.push(carlineOf(product, place, sales, eta))
    }
  })
  return found
}

/** [destination] vehicles of a product that are built at a place. */
function salesFrom(industry: Industry, i: number, place: number): readonly number[] {
  const lines = industry.lines.length
  const sales = Array.from({ length: destinationCount }, () => 0)
  for (let j = industry.lineOff[i]; j < industry.lineOff[i + 1]; j++) {
    if (industry.linePlace[j] !== place) continue
    for (let m = 0; m < marketCount; m++) sales[m] += industry.sales[m * lines + j]
    sales[rowDestination] += industry.exports[j]
  }
  return sales
}

function carlineOf(product: Product, place: number, sales: readonly number[], eta: number): Carline {
  const carline = carlineClass(product)
  const others = [0, 1, 2].filter((other) => other !== place)
  const moves = others.map((other) => penaltyAt(other, carline, sales, eta))
  const best = moves[0].tau <= moves[1].tau ? 0 : 1
  return {
    name: `${product.brand} ${product.name}`,
    class: carline,
    place,
    stay: penaltyAt(place, carline, sales, eta),
    regionPlace: others[best],
    region: moves[best],
    overseas: overseasPenalty(place, carline, sales, eta),
  }
}

/** Penalty of building without the preference at a country of the region: duties everywhere in it but there. */
function penaltyAt(place: number, carline: CarlineClass, sales: readonly number[], eta: number): Penalty {
  return penaltyOfSales(
    sales.map((vehicles, d) => ({
      sales: vehicles,
      factor: d === place || d === rowDestination ? 1 : mfnFactors[carline][d],
    })),
    eta,
  )
}

/**
 * [place x market] and [overseas country x market] distances, km: great circles between centres (US centre of
 * population, Toronto, Mexico City, Nagoya, Seoul, Frankfurt, Birmingham, Shanghai); within a country
 * 0.67*sqrt(area/pi), after Head and Mayer, "Illusory border effects", CEPII 2002-01.
 */
const regionalKilometres: readonly (readonly number[])[] = [
  [1190, 1290, 2110],
  [1290, 1190, 3260],
  [2110, 3260, 530],
]
const overseasKilometres: readonly (readonly number[])[] = [
  [10480, 10510, 11540],
  [10750, 10600, 12050],
  [7600, 6330, 9560],
  [6830, 5560, 8780],
  [11610, 11420, 12910],
]
/** Elasticity of sales to distance: Head and Mayer, "Brands in motion", American Economic Review 109 (2019). */
const distanceElasticity = -0.323

/**
 * Least penalty of serving the region from overseas, where sales shrink with distance and pay duty; sales outside the
 * region are taken to cost the same from either. May be below 1 for a carline that sells mostly outside.
 */
function overseasPenalty(place: number, carline: CarlineClass, sales: readonly number[], eta: number): Penalty {
  const options = overseasKilometres.map((kilometres) => ({
    tau: remoteIndex(place, kilometres, carline, sales, eta - 1),
    tauQ: remoteIndex(place, kilometres, carline, sales, eta),
  }))
  return options.reduce((best, option) => (option.tau < best.tau ? option : best))
}

function remoteIndex(
  place: number,
  kilometres: readonly number[],
  carline: CarlineClass,
  sales: readonly number[],
  power: number,
): number {
  const destinations: TaxedSales[] = sales.map((vehicles, d) => {
    if (d === rowDestination) return { sales: vehicles, factor: 1 }
    const remoteness = pow(kilometres[d] / regionalKilometres[place][d], distanceElasticity)
    return { sales: vehicles, factor: mfnFactors[carline][d] * pow(remoteness, -1 / power) }
  })
  return powerMean(destinations, power)
}
