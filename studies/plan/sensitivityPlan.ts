/** From a method and a budget of runs to the table of runs, and from their outcomes to what the method finds. */
import { usageError } from '../../engine/run/errors.ts'
import { binnedIndices } from '../../engine/analysis/sensitivity/binnedIndices.ts'
import type { RunTable, Factor } from '../../engine/analysis/sensitivity/factors.ts'
import { morrisRunsInTrajectory, morrisDesign } from '../../engine/analysis/sensitivity/morrisDesign.ts'
import { morrisEffects } from '../../engine/analysis/sensitivity/morrisEffects.ts'
import { pawnIndices } from '../../engine/analysis/sensitivity/pawn.ts'
import { plainDesign } from '../../engine/analysis/sensitivity/plainDesign.ts'
import { designPoints } from '../../engine/analysis/sensitivity/points.ts'
import { sobolRunsInBase, sobolPointDimensions, sobolDesign } from '../../engine/analysis/sensitivity/sobolDesign.ts'
import { sobolPairs } from '../../engine/analysis/sensitivity/sobolPairs.ts'
import { sobolIndices } from '../../engine/analysis/sensitivity/sobolIndices.ts'
import { tornado } from '../../engine/analysis/sensitivity/tornado.ts'
import { tornadoRunsInReplicate, tornadoDesign } from '../../engine/analysis/sensitivity/tornadoDesign.ts'
import { fillUniforms, independentSampling } from '../../engine/math/sampling.ts'
import type { Key } from '../../engine/math/streams.ts'
import { parameterCount } from '../../engine/model/draws/parameters.ts'
import type { SensitivityDesign, SensitivityFinding, SensitivityMethod } from './sensitivityMethods.ts'

export interface SensitivityPlan {
  readonly table: RunTable
  /** @param outcomes [row] NaN where the run failed */
  readonly find: (outcomes: Float64Array) => SensitivityFinding
}

/** Slices of a parameter for PAWN, and bins for first indices: ten is the authors' usual number. */
const slices = 10
const bins = 16

/** Fewest runs of a plain sample. */
export const fewestPlain: number = 4 * bins

/** The design that is asked for, and how many runs it may have at most. */
export interface AskedDesign extends Pick<SensitivityDesign, 'method' | 'pairs'> {
  readonly replicates: number
}

/** @throws an error of kind `usage` when `replicates` are too few for the method */
export function planSensitivity(
  { method, replicates, pairs }: AskedDesign,
  factors: readonly Factor[],
  root: Key,
): SensitivityPlan {
  if (method === 'sobol') return planSobol(factors, replicates, root, pairs)
  if (method === 'morris') return planMorris(factors, replicates, root)
  if (method === 'pawn') return planPlain(factors, replicates, root)
  return planTornado(factors, replicates)
}

function planSobol(factors: readonly Factor[], replicates: number, root: Key, hasPairs: boolean): SensitivityPlan {
  const baseRows = blocksIn('sobol', replicates, sobolRunsInBase(factors, hasPairs), 'a base row')
  const points = designPoints(root, baseRows, sobolPointDimensions(factors, parameterCount))
  const design = sobolDesign(factors, parameterCount, baseRows, points, hasPairs)
  return {
    table: design,
    find: (outcomes) => ({
      method: 'sobol',
      sobol: sobolIndices(design, outcomes, root),
      ...(hasPairs ? { pairs: sobolPairs(design, outcomes, root) } : {}),
    }),
  }
}

function planMorris(factors: readonly Factor[], replicates: number, root: Key): SensitivityPlan {
  const trajectories = blocksIn('morris', replicates, morrisRunsInTrajectory(factors), 'a trajectory')
  const design = morrisDesign(factors, parameterCount, trajectories, root)
  return { table: design, find: (outcomes) => ({ method: 'morris', morris: morrisEffects(design, outcomes) }) }
}

/** The replicates of `run` with the same seed. @param factors single parameters, see `requireAskable` */
function planPlain(factors: readonly Factor[], replicates: number, root: Key): SensitivityPlan {
  const points = new Float64Array(replicates * factors.length)
  const uniforms = new Float64Array(parameterCount)
  for (let row = 0; row < replicates; row++) {
    fillUniforms(independentSampling, root, row, uniforms)
    factors.forEach(({ dimensions: [position] }, f) => (points[row * factors.length + f] = uniforms[position]))
  }
  const design = plainDesign(factors, parameterCount, replicates, points)
  return {
    table: design,
    find: (outcomes) => ({
      method: 'pawn',
      pawn: pawnIndices(design, outcomes, root, slices),
      binned: binnedIndices(design, outcomes, root, bins),
    }),
  }
}

function planTornado(factors: readonly Factor[], replicates: number): SensitivityPlan {
  const common = blocksIn('oat', replicates, tornadoRunsInReplicate(factors), 'a replicate of chance')
  const design = tornadoDesign(factors, parameterCount, common)
  return { table: design, find: (outcomes) => ({ method: 'oat', tornado: tornado(design, outcomes) }) }
}

/** How many whole blocks of runs a budget has room for; an error of sampling needs two of them. */
function blocksIn(method: SensitivityMethod, replicates: number, runs: number, block: string): number {
  if (replicates >= 2 * runs) return Math.floor(replicates / runs)
  throw usageError(
    `--replicates: ${replicates} are too few; ${method} takes ${runs} runs for ${block} here, and two of them, ` +
      `${2 * runs}, at least`,
  )
}
