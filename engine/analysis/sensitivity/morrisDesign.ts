/**
 * The runs of a screening by elementary effects: trajectories through the space of parameters that change one factor
 * at a time, each once, in random order (M. D. Morris, "Factorial sampling plans for preliminary computational
 * experiments", Technometrics 33 (1991)). The parameters of one factor move in the same step (F. Campolongo, J.
 * Cariboni and A. Saltelli, "An effective screening design for sensitivity analysis of large models", Environmental
 * Modelling & Software 22 (2007)).
 *
 * The p levels of a parameter are Morris' l/(p - 1), drawn together so that they reach from 0.01 to 0.99 and not from 0 to
 * 1, where a law without bounds has no value. A step is p/2 levels, Morris' p/(2 (p - 1)), up from the lower half and down
 * from the upper, so that all levels are used alike. A step of exactly 1/2 would see nothing of an outcome that repeats
 * itself twice over the range. Chance takes its step from one replicate's to another's.
 */
import { newStream, nextUniform, startStream, type Key, type Stream } from '../../math/streams.ts'
import { sensitivityPurpose } from './purposes.ts'
import {
  copyRow,
  createTable,
  factorDimensions,
  factorNames,
  requireCount,
  type Factor,
  type RunTable,
} from './factors.ts'
import { fillShuffled } from './shuffle.ts'

/** Probability left out below the lowest and above the highest level. */
const spare = 0.01

/** Of a step of p/2 levels, in probability. */
function stepOf(levels: number): number {
  return ((1 - 2 * spare) * levels) / (2 * (levels - 1))
}

export interface MorrisDesign extends RunTable {
  /** The factors as given, then chance. */
  readonly names: readonly string[]
  readonly trajectories: number
  /** Of a parameter, in probability. */
  readonly step: number
  /** [trajectory x step] factor that the step changes */
  readonly order: Int32Array
  /**
   * [trajectory x factor] 1 where its parameter goes up, -1 where down; 0 where it has not one parameter, but several
   * or none
   */
  readonly direction: Int8Array
}

/** Runs of a trajectory: its start, and one a factor, chance included. */
export function morrisRunsInTrajectory(factors: readonly Factor[]): number {
  return factors.length + 2
}

/**
 * @param dimensions parameters of the model
 * @param levels of a parameter, an even number; 4 is Morris' choice
 * @throws RangeError for factors that are none, an odd number of levels, and fewer than 2 trajectories
 */
export function morrisDesign(
  factors: readonly Factor[],
  dimensions: number,
  trajectories: number,
  root: Key,
  levels: number = 4,
): MorrisDesign {
  requireCount('trajectories', trajectories, 2)
  requireCount('levels', levels, 2)
  if (levels % 2 !== 0) throw new RangeError(`levels: an even number is needed, as 4; given: ${levels}`)
  const positions = factorDimensions(factors, dimensions)
  const names = factorNames(factors)
  const runs = morrisRunsInTrajectory(factors)
  const design: MorrisDesign = {
    ...createTable(trajectories * runs, dimensions),
    names,
    trajectories,
    step: stepOf(levels),
    order: new Int32Array(trajectories * names.length),
    direction: new Int8Array(trajectories * names.length),
  }
  const stream = newStream()
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    startStream(stream, root, trajectory, sensitivityPurpose.trajectory, 0)
    drawStart(design, trajectory * runs, positions, levels, stream)
    design.chance[trajectory * runs] = 2 * trajectory
    fillShuffled(design.order.subarray(trajectory * names.length, (trajectory + 1) * names.length), stream)
    walk(design, factors, trajectory)
  }
  return design
}

function drawStart(
  design: MorrisDesign,
  row: number,
  positions: readonly number[],
  levels: number,
  stream: Stream,
): void {
  for (const position of positions) {
    const level = Math.floor(levels * nextUniform(stream))
    design.uniforms[row * design.dimensions + position] = spare + ((1 - 2 * spare) * level) / (levels - 1)
  }
}

/** Fills the rows after the first, each from the one before. */
function walk(design: MorrisDesign, factors: readonly Factor[], trajectory: number): void {
  const { names, order, direction, uniforms, dimensions, chance } = design
  const start = trajectory * names.length
  for (let step = 0; step < names.length; step++) {
    const row = trajectory * (names.length + 1) + step + 1
    copyRow(design, row - 1, row)
    const f = order[start + step]
    if (f === factors.length) {
      chance[row] += 1
      continue
    }
    for (const position of factors[f].dimensions) {
      const n = row * dimensions + position
      const up = uniforms[n] < 0.5
      uniforms[n] += up ? design.step : -design.step
      if (factors[f].dimensions.length === 1) direction[start + f] = up ? 1 : -1
    }
  }
}
