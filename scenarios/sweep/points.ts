/**
 * The points of a sweep: values of its levers crossed, paired, listed, or read from CSV. Everything that is wrong with them
 * is found in one go.
 */
import { nearestName } from '../file/nearest.ts'
import { type Positions, type Path, keyPosition, valuePosition, pathText } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { PointValues, SweepFile, Lever, LeverValue, LeverRange } from './sweepFile.ts'

/** The most points of one sweep: beyond it, results are no longer a table that somebody reads. */
const mostPoints = 10_000

export interface Points {
  readonly points: readonly PointValues[]
  readonly problems: readonly Problem[]
}

/** A point and where it is written. */
export interface WrittenPoint {
  readonly values: PointValues
  readonly place: Pick<Problem, 'file' | 'line' | 'column'>
}

/** @param listed points of a CSV file, if there is one */
export function sweepPoints(
  file: SweepFile,
  name: string,
  positions: Positions,
  listed: readonly WrittenPoint[] = [],
): Points {
  const place = (path: Path, onKey: boolean = false): Pick<Problem, 'file' | 'line' | 'column'> =>
    (onKey ? keyPosition : valuePosition)(positions, path) ?? { file: name }
  const written = [
    ...(file.points ?? []).map((values, n): WrittenPoint => ({ values, place: place(['points', n]) })),
    ...listed,
  ]
  const levers = Object.entries(file.levers ?? {})
  const leverProblems = levers.flatMap(([lever, what]) =>
    leverMistakes(what, written.length > 0).map((message) => ({
      ...place(['levers', lever], true),
      path: pathText(['levers', lever]),
      message: `${pathText(['levers', lever])}: ${message}`,
    })),
  )
  if (levers.length === 0) {
    const message = 'levers is missing: name at least one thing that is varied, with its values'
    return { points: [], problems: [{ ...place(['levers'], true), path: 'levers', message }] }
  }
  if (leverProblems.length > 0) return { points: [], problems: leverProblems }
  if (written.length > 0)
    return { points: written.map(({ values }) => values), problems: pointMistakes(written, levers) }
  return crossed(file, levers, place)
}

function leverMistakes({ set, parameter, scenarios, values }: Lever, isListed: boolean): readonly string[] {
  const kinds = [set, parameter, scenarios].filter((kind) => kind !== undefined).length
  if (kinds !== 1) return ['write one of set (a key of the scenario), parameter, scenarios']
  if (scenarios !== undefined) return values === undefined ? [] : ['scenarios are the values; leave out values']
  if (values === undefined && !isListed) return ['values is missing: write a list, or {from, to, steps}']
  if (values !== undefined && isListed) return ['the points say its values; leave out values, or the points']
  return []
}

/** Every point says a value of every lever, and of nothing else. */
function pointMistakes(
  written: readonly WrittenPoint[],
  levers: readonly (readonly [string, Lever])[],
): readonly Problem[] {
  const names = levers.map(([lever]) => lever)
  return written.flatMap(({ values, place }): readonly Problem[] => {
    const unknown = Object.keys(values).filter((key) => !names.includes(key))
    const missing = names.filter((lever) => !(lever in values))
    const outside = levers.flatMap(([lever, { scenarios }]) =>
      scenarios === undefined || !(lever in values) || scenarios.includes(String(values[lever])) ? [] : [lever],
    )
    return [
      ...unknown.map((key) => ({ ...place, path: key, given: key, message: unknownLever(key, names) })),
      ...missing.map((lever) => ({ ...place, path: lever, message: `this point has no value of ${lever}` })),
      ...outside.map((lever) => ({
        ...place,
        path: lever,
        given: String(values[lever]),
        message: `${lever}: ${String(values[lever])} is not among its scenarios`,
      })),
    ]
  })
}

function unknownLever(key: string, names: readonly string[]): string {
  const nearest = nearestName(key, names)
  return `unknown lever: ${key}; ${nearest === undefined ? `there are ${names.join(', ')}` : `did you mean ${nearest}?`}`
}

function crossed(
  file: SweepFile,
  levers: readonly (readonly [string, Lever])[],
  place: (path: Path) => Pick<Problem, 'file' | 'line' | 'column'>,
): Points {
  const lists = levers.map(([, lever]) => valuesOf(lever))
  const problem = (message: string, path: Path): Points => ({
    points: [],
    problems: [{ ...place(path), path: pathText(path), message }],
  })
  const point = (values: readonly LeverValue[]): PointValues =>
    Object.fromEntries(levers.map(([lever], n) => [lever, values[n]]))
  if (file.cross === 'zip') {
    const lengths = [...new Set(lists.map((list) => list.length))]
    if (lengths.length > 1) {
      const counts = levers.map(([lever], n) => `${lever} has ${lists[n].length}`).join(', ')
      return problem(
        `cross: zip takes the first value of each with the first of the others, so all need as many: ${counts}`,
        ['cross'],
      )
    }
    return { points: lists[0].map((_, n) => point(lists.map((list) => list[n]))), problems: [] }
  }
  const count = lists.reduce((product, list) => product * list.length, 1)
  if (count > mostPoints) return problem(`levers cross to ${count} points; the most is ${mostPoints}`, ['levers'])
  const combinations = lists.reduce<readonly (readonly LeverValue[])[]>(
    (before, list) => before.flatMap((values) => list.map((value) => [...values, value])),
    [[]],
  )
  return { points: combinations.map(point), problems: [] }
}

function valuesOf({ values, scenarios }: Lever): readonly LeverValue[] {
  if (scenarios !== undefined) return scenarios
  return isRange(values) ? rangeValues(values) : (values ?? [])
}

function isRange(values: Lever['values']): values is LeverRange {
  return values !== undefined && 'from' in values
}

/** Equal steps, each a number that can be written in a few digits. */
function rangeValues({ from, to, steps }: LeverRange): readonly number[] {
  return Array.from({ length: steps }, (_, n) => Number((from + ((to - from) * n) / (steps - 1)).toPrecision(12)))
}

/** As in `tariff=0.25 rule=content-85`. */
export function pointName(values: PointValues): string {
  return Object.entries(values)
    .map(([lever, value]) => `${lever}=${value}`)
    .join(' ')
}
