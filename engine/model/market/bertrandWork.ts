import type { MarketStructure } from './market.ts'

// Columns of `typeWork` (one is spare, for alignment), then of `makerWork`: w, the constant of W, and the reciprocal of
// the maker's resistance to its own markups.
export const typeColumns = 8
export const makerColumns = 3

/** Columns of the two tables, for whoever allocates them. (A constant that is exported itself is slow to read.) */
const workColumns: { readonly type: number; readonly maker: number } = { type: typeColumns, maker: makerColumns }

/** What `bertrand.ts` works on, types in the order of their makers. */
export interface BertrandWork {
  /** [maker + 1] types of maker f stand at positions `makerOff[f] .. makerOff[f+1]-1`. */
  readonly makerOff: Int32Array
  /** [position] type, and its nest. */
  readonly makerTypes: Int32Array
  readonly makerNests: Int32Array
  /** [position x column] and [maker x column]. */
  readonly typeWork: Float64Array
  readonly makerWork: Float64Array
  /** [nest x (nest + 2)] coefficients of the nests' falls L, the constant, and the effect of the mean L. */
  readonly nestSystem: Float64Array
  /** [nest] L. */
  readonly nestFall: Float64Array
}

/** Room for the solver of one market, with types in the order of their makers. */
export function createBertrandWork(structure: MarketStructure): BertrandWork {
  const { makers, types, nests, typeMaker, typeNest } = structure
  const makerOff = new Int32Array(makers + 1)
  for (let n = 0; n < types; n++) makerOff[typeMaker[n] + 1]++
  for (let f = 0; f < makers; f++) makerOff[f + 1] += makerOff[f]
  const makerTypes = Int32Array.from({ length: types }, (_, n) => n)
  makerTypes.sort((n, other) => typeMaker[n] - typeMaker[other] || n - other)
  return {
    makerOff,
    makerTypes,
    makerNests: makerTypes.map((n) => typeNest[n]),
    typeWork: new Float64Array(types * workColumns.type),
    makerWork: new Float64Array(makers * workColumns.maker),
    nestSystem: new Float64Array(nests * (nests + 2)),
    nestFall: new Float64Array(nests),
  }
}
