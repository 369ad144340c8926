/**
 * Curves of an outcome along a lever, from the replicates of a sweep: one for each combination of the other levers. Without files,
 * so that pages can ask too.
 */
import { usageError } from '../../engine/run/errors.ts'
import type { Key } from '../../engine/math/streams.ts'
import { quantile } from '../../engine/math/accumulate.ts'
import { type Optimum, optimumOf } from '../../engine/analysis/optimum/optimum.ts'
import { lowProbability, highProbability } from '../../engine/analysis/summary.ts'
import { type OptimumQuestion, type CurveOptimum, type CurveLevel, othersText } from './study.ts'
import type { PlanPoint } from '../plan/runPlan.ts'
import type { ReplicateColumn } from '../../engine/analysis/difference.ts'

/** A point of the sweep with its replicates. */
export interface PointColumn extends ReplicateColumn {
  readonly levers: PlanPoint['levers']
}

/** All as long as the shortest; what is not a number is not good. */
export function ofEqualLength(found: readonly PointColumn[]): readonly PointColumn[] {
  const done = Math.min(...found.map(({ values }) => values.length))
  return found.map(({ levers, values, status }) => ({
    levers,
    values: values.slice(0, done),
    status: status.slice(0, done).map((state, d) => (Number.isFinite(values[d]) ? state : 1)),
  }))
}

/** @throws an error of kind `usage` where a curve has fewer than three levels, two points at one level, or no good replicate */
export function curveOptima(
  points: readonly PointColumn[],
  asked: OptimumQuestion,
  root: Key,
): readonly CurveOptimum[] {
  const curves = new Map<string, PointColumn[]>()
  for (const point of points) {
    const key = JSON.stringify(othersOf(point, asked.lever.name))
    curves.set(key, [...(curves.get(key) ?? []), point])
  }
  return [...curves.values()].map((members) => curveOptimum(members, asked, root))
}

function othersOf({ levers }: PointColumn, lever: string): PlanPoint['levers'] {
  return Object.fromEntries(Object.entries(levers).filter(([name]) => name !== lever))
}

function curveOptimum(members: readonly PointColumn[], asked: OptimumQuestion, root: Key): CurveOptimum {
  const { lever, least } = asked
  const level = ({ levers }: PointColumn): number => Number(levers[lever.name])
  const points = members.toSorted((one, other) => level(one) - level(other))
  const others = othersOf(points[0], lever.name)
  const levels = Float64Array.from(points, level)
  requireLevels(levels, lever.name, othersText(others))
  const status = points.map((point) => point.status)
  if (!status[0].some((_, d) => status.every((column) => column[d] === 0))) {
    throw usageError('no replicate is good at all levels; resume the sweep, or see failures.csv')
  }
  const columns = points.map(({ values }) => (least ? values.map((value) => -value) : values))
  const optimum = optimumOf(levels, columns, status, root)
  return { others, optimum, levels: curveLevels(points, optimum, least) }
}

function curveLevels(points: readonly PointColumn[], optimum: Optimum, least: boolean): readonly CurveLevel[] {
  const isGood = (d: number): boolean => points.every(({ status }) => status[d] === 0)
  return optimum.levels.map(({ level, mean, standardError }, l) => {
    const sorted = points[l].values.filter((_, d) => isGood(d)).toSorted()
    return {
      level,
      mean: least ? -mean : mean,
      standardError,
      low: quantile(sorted, lowProbability),
      high: quantile(sorted, highProbability),
    }
  })
}

function requireLevels(levels: Float64Array, lever: string, others: string): void {
  const where = others === '' ? '' : ` at ${others}`
  const twice = levels.findIndex((level, l) => level === levels[l - 1])
  if (twice >= 0) {
    throw usageError(`--lever: two points${where} have ${lever} ${levels[twice]}; a curve needs one at each level`)
  }
  if (levels.length >= 3) return
  const count = `${levels.length} ${levels.length === 1 ? 'level' : 'levels'}`
  throw usageError(`--lever: ${lever} has ${count}${where}; a peak needs three or more`)
}
