/**
 * Where the uniforms of a replicate's uncertain parameters come from: independent draws, Latin hypercubes, scrambled
 * Sobol' points, or a table. Section "Designs" of docs/statistics.md.
 *
 * Every sampler gives replicate d by itself, and more replicates leave the first ones as they are: a run can be
 * extended, divided and repeated in any order. All but the table depend on the root alone. A dimension is the position
 * of a parameter.
 */
import { shuffledPosition, stratifiedUniform } from './latinHypercube.ts'
import { sobolDimensions, sobolPointCount, sobolUniform } from './sobolPoints.ts'
import { newStream, nextUniform, startStream, type Key } from './streams.ts'

/** An explicit design. */
export interface TableSampling {
  readonly kind: 'table'
  readonly dimensions: number
  /** [row x dimension] strictly between 0 and 1 */
  readonly uniforms: Float64Array
  /**
   * [row] number of the replicate whose other draws (lines, sales, capacity, shocks, regimes) the row uses. Rows with
   * the same number differ in their parameters alone; rows with the same uniforms differ by chance alone.
   */
  readonly chance: Float64Array | Int32Array
}

export type Sampling =
  | { readonly kind: 'monte-carlo' }
  /** Replicates in batches of `strata`, each an independent Latin hypercube. */
  | { readonly kind: 'latin-hypercube'; readonly strata: number }
  /** Replicate d is point floor(d / scramblings) of scrambling d mod scramblings; scramblings are independent. */
  | { readonly kind: 'sobol'; readonly scramblings: number }
  | TableSampling

/** Most strata or scramblings of a design. */
export const mostGroups = 1_000_000

export const independentSampling: Sampling = { kind: 'monte-carlo' }

/** What streams are for: parts of every result, like the numbers in `model/draws`, and different from all of them. */
const purpose = { independent: 1, permutation: 50, scrambling: 51 } as const

/** Fills `uniforms` [dimension], each strictly between 0 and 1, for one replicate. */
export function fillUniforms(sampling: Sampling, root: Key, replicate: number, uniforms: Float64Array): void {
  switch (sampling.kind) {
    case 'monte-carlo':
      return fillIndependent(root, replicate, uniforms)
    case 'latin-hypercube':
      return fillHypercube(sampling.strata, root, replicate, uniforms)
    case 'sobol':
      return fillSobol(sampling.scramblings, root, replicate, uniforms)
    case 'table':
      return fillFromTable(sampling, replicate, uniforms)
    default:
      return sampling satisfies never
  }
}

function fillIndependent(root: Key, replicate: number, uniforms: Float64Array): void {
  const stream = newStream()
  for (let p = 0; p < uniforms.length; p++) {
    startStream(stream, root, replicate, purpose.independent, p)
    uniforms[p] = nextUniform(stream)
  }
}

/** The independent draw says where in its stratum a point lies: batches of one stratum are independent draws. */
function fillHypercube(strata: number, root: Key, replicate: number, uniforms: Float64Array): void {
  const batch = Math.floor(replicate / strata)
  const stream = newStream()
  fillIndependent(root, replicate, uniforms)
  for (let p = 0; p < uniforms.length; p++) {
    startStream(stream, root, batch, purpose.permutation, p)
    const stratum = shuffledPosition(replicate - batch * strata, strata, stream)
    uniforms[p] = stratifiedUniform(uniforms[p], stratum, strata)
  }
}

function fillSobol(scramblings: number, root: Key, replicate: number, uniforms: Float64Array): void {
  const point = Math.floor(replicate / scramblings)
  const scrambling = replicate - point * scramblings
  const key = newStream()
  for (let p = 0; p < uniforms.length; p++) {
    uniforms[p] = sobolUniform(key, root, purpose.scrambling, scrambling, point, p)
  }
}

function fillFromTable(table: TableSampling, row: number, uniforms: Float64Array): void {
  for (let p = 0; p < uniforms.length; p++) uniforms[p] = table.uniforms[row * table.dimensions + p]
}

/** The replicate whose draws other than parameters a replicate uses: its own, unless a table says otherwise. */
export function chanceReplicate(sampling: Sampling, replicate: number): number {
  return sampling.kind === 'table' ? sampling.chance[replicate] : replicate
}

/**
 * Refuses a design that cannot give `replicates` points in `dimensions`.
 *
 * @throws RangeError that says what was given and what is allowed
 */
export function checkSampling(sampling: Sampling, dimensions: number, replicates: number): void {
  switch (sampling.kind) {
    case 'monte-carlo':
      return
    case 'latin-hypercube':
      return checkCount('strata of a Latin hypercube', sampling.strata)
    case 'sobol':
      return checkSobol(sampling.scramblings, dimensions, replicates)
    case 'table':
      return checkTable(sampling, dimensions, replicates)
    default:
      return sampling satisfies never
  }
}

function checkCount(what: string, count: number): void {
  if (Number.isInteger(count) && count >= 1 && count <= mostGroups) return
  throw new RangeError(`${what}: ${count} is not a whole number from 1 to ${mostGroups}`)
}

function checkSobol(scramblings: number, dimensions: number, replicates: number): void {
  checkCount("scramblings of Sobol' points", scramblings)
  if (dimensions > sobolDimensions) {
    throw new RangeError(
      `Sobol' points are known here in ${sobolDimensions} dimensions and there are ${dimensions} parameters: use ` +
        'latin-hypercube or monte-carlo, or add rows to the table of direction numbers',
    )
  }
  if (replicates > scramblings * sobolPointCount) {
    throw new RangeError(`${replicates} replicates: ${scramblings} scramblings of 2^32 points are fewer; ask for more`)
  }
}

function checkTable({ dimensions, uniforms, chance }: TableSampling, parameters: number, replicates: number): void {
  if (dimensions !== parameters) {
    throw new RangeError(`a table of draws needs a column for each of ${parameters} parameters; it has ${dimensions}`)
  }
  if (uniforms.length !== chance.length * dimensions) {
    throw new RangeError(
      `a table of draws has ${chance.length} rows of chance and ${uniforms.length / dimensions} of uniforms`,
    )
  }
  if (replicates > chance.length) {
    throw new RangeError(`${replicates} replicates are asked for and the table of draws has ${chance.length} rows`)
  }
  const outside = uniforms.findIndex((u) => !(u > 0 && u < 1))
  if (outside >= 0) {
    const where = `row ${Math.floor(outside / dimensions)}, column ${outside % dimensions}`
    throw new RangeError(`table of draws, ${where}: ${uniforms[outside]} is not strictly between 0 and 1`)
  }
  const unknown = chance.findIndex((d) => !(Number.isInteger(d) && d >= 0 && d < sobolPointCount))
  if (unknown >= 0) {
    throw new RangeError(`table of draws, row ${unknown}: ${chance[unknown]} is not the number of a replicate`)
  }
}

/** The same design with a table's arrays in memory that threads share; nothing is copied for the other kinds. */
export function sharedSampling(sampling: Sampling): Sampling {
  if (sampling.kind !== 'table') return sampling
  return { ...sampling, uniforms: sharedNumbers(sampling.uniforms), chance: sharedNumbers(sampling.chance) }
}

function sharedNumbers(values: ArrayLike<number>): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(values.length * Float64Array.BYTES_PER_ELEMENT))
  shared.set(values)
  return shared
}
