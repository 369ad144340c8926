/**
 * The points of a sweep: values of its levers crossed, paired, listed, or read from CSV. Everything that is wrong with them
 * is found in one go.
 */
import { nameHint } from '../file/nearest.ts'
import { leverProblems } from './levers.ts'
import type { PointPlaces } from './leverChange.ts'
import { type Position, type Positions, type Path, keyPosition, valuePosition, pathText } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { PointValues, SweepFile, Lever, LeverRange } from './sweepFile.ts'
import type { LeverValue } from '../file/values.ts'

/** The most points of one sweep: beyond it, results are no longer a table that somebody reads. */
const mostPoints = 10_000

export interface Points {
  readonly points: readonly PointValues[]
  /** In the order of the points, where they are written one by one. */
  readonly places: readonly PointPlaces[]
  readonly problems: readonly Problem[]
}

/** A point and where it is written. */
export interface WrittenPoint {
  readonly values: PointValues
  readonly place: Place
  readonly places: PointPlaces
}

type Place = Pick<Problem, 'file' | 'line' | 'column'>

/** @param listed points of a CSV file, if there is one */
export function sweepPoints(
  file: SweepFile,
  name: string,
  positions: Positions,
  listed: readonly WrittenPoint[] = [],
): Points {
  const place = (path: Path, onKey: boolean = false): Place =>
    (onKey ? keyPosition : valuePosition)(positions, path) ?? { file: name }
  const isListed = file.points !== undefined || file.csv !== undefined
  const written = [...(file.points ?? []).map((values, n) => writtenPoint(values, n, positions, name)), ...listed]
  const none = { points: [], places: [] }
  const levers = Object.entries(file.levers ?? {})
  if (levers.length === 0) {
    const message = 'levers is missing: name at least one thing that is varied, with its values'
    return { ...none, problems: [{ ...place(['levers'], true), path: 'levers', message }] }
  }
  const wrong = leverProblems(file, name, positions, isListed)
  if (wrong.length > 0) return { ...none, problems: wrong }
  const points = isListed
    ? {
        points: written.map(({ values }) => values),
        places: written.map(({ places }) => places),
        problems: pointMistakes(written, levers),
      }
    : crossed(file, levers, place)
  if (points.points.length <= mostPoints) return points
  const message = `there are ${points.points.length} points; the most is ${mostPoints}`
  return { ...none, problems: [{ ...place(['points']), path: 'points', message }] }
}

function writtenPoint(values: PointValues, n: number, positions: Positions, file: string): WrittenPoint {
  const at = (path: Path): Position | undefined => valuePosition(positions, path)
  const places = Object.keys(values).map((lever) => [lever, at(['points', n, lever])] as const)
  return {
    values,
    place: at(['points', n]) ?? { file },
    places: Object.fromEntries(places.flatMap(([lever, place]) => (place === undefined ? [] : [[lever, place]]))),
  }
}

/** Every point says a value of every lever, and of nothing else; no two say the same. */
function pointMistakes(
  written: readonly WrittenPoint[],
  levers: readonly (readonly [string, Lever])[],
): readonly Problem[] {
  const names = levers.map(([lever]) => lever)
  const first = new Map<string, Place>()
  return written.flatMap(({ values, place }): readonly Problem[] => {
    const key = JSON.stringify(names.map((lever) => String(values[lever])))
    const same = first.get(key)
    if (same === undefined) first.set(key, place)
    const unknown = Object.keys(values).filter((key) => !names.includes(key))
    const missing = names.filter((lever) => !Object.hasOwn(values, lever) || values[lever] === '')
    const outside = levers.flatMap(([lever, { scenarios }]) =>
      scenarios === undefined || !Object.hasOwn(values, lever) || scenarios.includes(String(values[lever]))
        ? []
        : [lever],
    )
    const doubled = `this point is the one in line ${same?.line} again; leave one of them out`
    return [
      ...(same === undefined ? [] : [{ ...place, path: '', message: doubled }]),
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

/** What is said of a name that is no lever's. */
export function unknownLever(key: string, names: readonly string[]): string {
  return `unknown lever: ${key}; ${nameHint(key, names)}`
}

function crossed(
  file: SweepFile,
  levers: readonly (readonly [string, Lever])[],
  place: (path: Path) => Pick<Problem, 'file' | 'line' | 'column'>,
): Points {
  const lists = levers.map(([, lever]) => valuesOf(lever))
  const problem = (message: string, path: Path): Points => ({
    points: [],
    places: [],
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
    return { points: lists[0].map((_, n) => point(lists.map((list) => list[n]))), places: [], problems: [] }
  }
  const count = lists.reduce((product, list) => product * list.length, 1)
  if (count > mostPoints) return problem(`levers cross to ${count} points; the most is ${mostPoints}`, ['levers'])
  const combinations = lists.reduce<readonly (readonly LeverValue[])[]>(
    (before, list) => before.flatMap((values) => list.map((value) => [...values, value])),
    [[]],
  )
  return { points: combinations.map(point), places: [], problems: [] }
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
