/**
 * The industry in its base year: who makes what, where, of which parts, and who buys it.
 *
 * This is the point estimate that the data give, before any replicate draws its measurement error. It is plain data:
 * the loader in `scenarios/data` builds it from the CSV files, the model only reads it. Sections 2 and 7 of docs/model.md.
 *
 * Units: vehicles a year; money in thousand USD of 2024 per vehicle; shares are fractions.
 */
import type { MarketBuyers } from './buyers.ts'
import type { Country, Body, Nest, Confidence } from './sets.ts'

export interface Maker {
  readonly id: string
  readonly name: string
  /** Country of the headquarters. */
  readonly headquarters: Country
}

export type PlantStatus = 'active' | 'idle' | 'planned'

export interface Plant {
  readonly id: string
  readonly name: string
  /** Index of the maker that owns it. */
  readonly maker: number
  readonly city: string
  readonly state: string
  /** Index into `places`: 0 US, 1 CA, 2 MX. */
  readonly place: number
  readonly latitude: number
  readonly longitude: number
  readonly status: PlantStatus
}

export interface Product {
  readonly id: string
  readonly brand: string
  readonly name: string
  readonly body: Body
  readonly nest: Nest
  readonly electric: boolean
  /** True for an imputed composite that stands for nameplates the data do not list. */
  readonly composite: boolean
}

export interface Line {
  readonly id: string
  /** Country where it is assembled in the base year. */
  readonly country: Country
  readonly salesConfidence: Confidence
  readonly contentConfidence: Confidence
}

export interface Industry {
  readonly baseYear: number
  readonly makers: readonly Maker[]
  readonly plants: readonly Plant[]
  /** Sorted by nest, then maker, so that a (maker, nest) type is a contiguous range. */
  readonly products: readonly Product[]
  /** Sorted by product. */
  readonly lines: readonly Line[]

  /** [product] index of its maker. */
  readonly productMaker: Int32Array
  /** [product] index of its nest. */
  readonly productNest: Int32Array
  /** [product + 1] lines of product i are `lineOff[i] .. lineOff[i+1]-1`. */
  readonly lineOff: Int32Array
  /** [line] */
  readonly lineProduct: Int32Array
  /** [line] plant of the base year, or -1 for a line assembled overseas. */
  readonly linePlant: Int32Array
  /** [line] index into `places` in the base year. */
  readonly linePlace: Int32Array
  /** [line] index into `countries` of the line's overseas home, or -1 when it has none. */
  readonly lineOverseas: Int32Array

  /** [type + 1] products of type n are `typeOff[n] .. typeOff[n+1]-1`; a type is one maker's products in one nest. */
  readonly typeOff: Int32Array
  /** [type] */
  readonly typeMaker: Int32Array
  /** [type] types are sorted by nest. */
  readonly typeNest: Int32Array

  /** [market x line] vehicles sold in the base year. */
  readonly sales: Float64Array
  /** [line] vehicles shipped outside the three markets in the base year. */
  readonly exports: Float64Array
  /** [market x product] average transaction price, thousand USD. Set even where the product is not sold. */
  readonly price: Float64Array
  /** [market x product] standard deviation of the measurement error in ln sales. */
  readonly salesError: Float64Array

  /** [line x place x origin] value shares of parts at each place under the base policy; the row of the base place is observed. */
  readonly partShares: Float64Array
  /**
   * Share of the value of Mexican parts that customs counts as US content in vehicles built in Mexico, since it traces US
   * inputs inside them. It serves duties on non-US content only.
   */
  readonly usTracing: number
  /** [line] standard deviation of the drawn tilt, in the log odds of North American against other parts. */
  readonly contentError: Float64Array

  /** [line x place] prior probability that the line would be built there under the base policy; 0 where it may not go. */
  readonly placePrior: Float64Array
  /** [plant] vehicles a year. */
  readonly plantCapacity: Float64Array
  /** [plant] standard deviation of the measurement error in ln capacity. */
  readonly capacityError: Float64Array

  /** [country x destination] freight and handling of one vehicle, thousand USD. */
  readonly freight: Float64Array
  /** [country] labour cost of assembly per vehicle, thousand USD. */
  readonly labourCost: Float64Array
  /** Assembly overhead per vehicle beside labour, thousand USD. */
  readonly assemblyOverhead: number
  /** [US, CA, MX] employees in vehicle assembly per vehicle built a year. */
  readonly assemblyJobsPerVehicle: Float64Array
  /** [US, CA, MX] employees in parts making in the base year. */
  readonly partsJobs: Float64Array
  /** [US, CA, MX] yearly pay of one such job, thousand USD. */
  readonly assemblyPay: Float64Array
  readonly partsPay: Float64Array
  /** [US, CA, MX] mean production wage in the base year, USD an hour. */
  readonly assemblyWage: Float64Array
  readonly partsWage: Float64Array
  /** [US, CA, MX x vehicles, parts] their shares in the value of all goods that the country sells to the US; 0 at home. */
  readonly shareOfExportsToUs: Float64Array
  /** [US, CA, MX] US farm products sold there in the base year, thousand USD; 0 at home. */
  readonly farmExports: Float64Array
  /** [market] */
  readonly buyers: readonly MarketBuyers[]
}
