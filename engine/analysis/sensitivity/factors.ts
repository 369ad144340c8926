/**
 * What a sensitivity analysis varies, and the table of runs that varies it.
 *
 * A factor is a named set of parameters that are varied together. Everything else that is random in a replicate
 * (lines, shocks, measurement errors) is one more factor, `chance`: a stochastic model is a deterministic function of
 * its parameters and of the number of the replicate whose chance it uses (A. Marrel, B. Iooss, S. Da Veiga and M.
 * Ribatet, "Global sensitivity analysis of stochastic computer models with joint metamodels", Statistics and Computing
 * 22 (2012); J. Hart, A. Alexanderian and P. Gremaud, "Efficient computation of Sobol' indices for stochastic models",
 * SIAM Journal on Scientific Computing 39 (2017)). So replication noise, and what it does together with parameters,
 * stands apart from the effect of parameters alone. Numbers of chance are drawn as numbers of replicates are: each is
 * used as an independent draw.
 *
 * A parameter that is in no factor is held at its median, u = 1/2, in every run: an analysis then speaks of the
 * variance that its factors cause, and of no other.
 */

export interface Factor {
  readonly name: string
  /** Positions of its parameters, each in one factor at most. */
  readonly dimensions: readonly number[]
}

/** Name of the factor that every analysis has beside those that it is given. */
export const chanceName = 'chance'

/** Runs of the model, one a row. */
export interface RunTable {
  /** Parameters of the model. */
  readonly dimensions: number
  /** [row x dimension] strictly between 0 and 1 */
  readonly uniforms: Float64Array
  /** [row] number of the replicate whose chance the row uses */
  readonly chance: Int32Array
}

/** A table with every parameter at its median and chance 0. */
export function createTable(rows: number, dimensions: number): RunTable {
  return { dimensions, uniforms: new Float64Array(rows * dimensions).fill(0.5), chance: new Int32Array(rows) }
}

/** Copies one row of a table over another. */
export function copyRow({ dimensions, uniforms, chance }: RunTable, from: number, to: number): void {
  uniforms.copyWithin(to * dimensions, from * dimensions, (from + 1) * dimensions)
  chance[to] = chance[from]
}

/** Names in the order of all results: the factors as given, then chance. */
export function factorNames(factors: readonly Factor[]): readonly string[] {
  return [...factors.map(({ name }) => name), chanceName]
}

/**
 * Positions of all parameters of the factors, in their order.
 * @throws RangeError when a factor is empty or its name taken, or a position is not one, or is in two factors.
 */
export function factorDimensions(factors: readonly Factor[], dimensions: number): readonly number[] {
  const owner = new Map<number, string>()
  const names = new Set<string>([chanceName])
  for (const { name, dimensions: positions } of factors) {
    if (names.has(name)) throw new RangeError(`factor ${name}: the name is taken; each factor needs its own`)
    if (positions.length === 0) throw new RangeError(`factor ${name}: it has no parameter; give it one at least`)
    names.add(name)
    for (const position of positions) {
      if (!(Number.isInteger(position) && position >= 0 && position < dimensions)) {
        throw new RangeError(`factor ${name}: positions go from 0 to ${dimensions - 1}; given: ${position}`)
      }
      const other = owner.get(position)
      if (other !== undefined) {
        throw new RangeError(`factor ${name}: position ${position} is in factor ${other} already`)
      }
      owner.set(position, name)
    }
  }
  return [...owner.keys()]
}

/** @throws RangeError when there is not one outcome for each run of the design. */
export function requireOutcomes(outcomes: Float64Array, { chance }: RunTable): void {
  if (outcomes.length !== chance.length) {
    throw new RangeError(`outcomes: one a row is needed, ${chance.length}; given: ${outcomes.length}`)
  }
}

/** @throws RangeError unless it is a whole number of at least `least`. */
export function requireCount(what: string, value: number, least: number): void {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw new RangeError(`${what}: a whole number of at least ${least} is needed; given: ${value}`)
  }
}
