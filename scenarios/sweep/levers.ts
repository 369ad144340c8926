/**
 * What is wrong with the levers of a sweep: a lever that says nothing or two things, a name that is a column of the results
 * already, and two levers that set the same key, of which the last would win.
 */
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { type Path, type Positions, keyPosition, pathText } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { settingMistake } from '../levers/settings.ts'
import { leverOf } from '../levers/table.ts'
import { isReadable, pathsOf, writtenKeys } from './leverChange.ts'
import type { Lever, SweepFile } from './sweepFile.ts'

/** Columns of the tables of a sweep and of the exports of its replicates, beside the levers. */
const reservedNames = (
  'point part replicates goodReplicates scenario baseline replicate year status ' +
  'outcome place unit statistic value monteCarloError low high n failed partial'
).split(' ')

type Levers = readonly (readonly [string, Lever])[]

/**
 * All that is wrong with the levers.
 *
 * @param isListed whether the points are written one by one
 */
export function leverProblems(
  { levers: stated }: SweepFile,
  file: string,
  positions: Positions,
  isListed: boolean,
): readonly Problem[] {
  const levers = Object.entries(stated ?? {})
  return levers.flatMap(([lever, what], n) =>
    [
      ...leverMistakes(what, isListed),
      ...nameMistakes(lever, levers.slice(0, n)),
      ...keyMistakes(what, levers.slice(0, n)),
    ].map((message) => ({
      ...(keyPosition(positions, ['levers', lever]) ?? { file }),
      path: pathText(['levers', lever]),
      given: lever,
      message: `${pathText(['levers', lever])}: ${message}`,
    })),
  )
}

function leverMistakes({ lever, set, parameter, scenarios, values }: Lever, isListed: boolean): readonly string[] {
  const kinds = [lever, set, parameter, scenarios].filter((kind) => kind !== undefined).length
  if (kinds !== 1) return ['write one of lever (an id of the table), set (a key of the scenario), parameter, scenarios']
  if (scenarios !== undefined) return values === undefined ? [] : ['scenarios are the values; leave out values']
  if (values === undefined && !isListed) return ['values is missing: write a list, or {from, to, steps}']
  if (values !== undefined && isListed) return ['the points say its values; leave out values, or the points']
  return lever === undefined ? [] : tableMistakes(lever, values)
}

/** That the table has the lever, and that it may be set so. */
function tableMistakes(id: string, values: Lever['values']): readonly string[] {
  const given = values === undefined ? [] : 'from' in values ? [values.from, values.to] : values
  // Of a lever that is not there, the first value finds that.
  const mistakes = (leverOf(id) === undefined ? [0] : given).map((value) => settingMistake(id, value))
  return [...new Set(mistakes.flatMap((mistake) => mistake ?? []))]
}

/** Programs that read tables, such as DuckDB, take names for the same that differ in capitals alone. */
function nameMistakes(lever: string, before: Levers): readonly string[] {
  const small = lever.toLowerCase()
  if (reservedNames.some((name) => name.toLowerCase() === small) || outcomeDefinitions.some(({ id }) => id === lever)) {
    return [
      `the results have a column of this name; choose another (reserved are ${reservedNames.join(', ')}, and outcomes)`,
    ]
  }
  const same = before.find(([other]) => other.toLowerCase() === small)
  return same === undefined ? [] : [`differs from ${same[0]} in capitals alone; choose another name`]
}

function keyMistakes(what: Lever, before: Levers): readonly string[] {
  const unreadable = writtenKeys(what).filter((key) => !isReadable(key))
  if (unreadable.length > 0) {
    return unreadable.map(
      (key) => `${key} is no key: names are joined by dots, and one that holds a dot stands in "quotes"`,
    )
  }
  const own = pathsOf(what)
  const twice = own.filter((path, n) => own.slice(0, n).some((other) => isWithin(path, other)))
  return [
    ...twice.map((path) => `sets ${pathText(path)} twice`),
    ...before.flatMap(([other, earlier]) =>
      own
        .filter((path) => pathsOf(earlier).some((taken) => isWithin(path, taken)))
        .map((path) => `sets ${pathText(path)}, which ${other} sets too; the last would win`),
    ),
  ]
}

/** Whether two paths are the same, or one leads to the other. */
function isWithin(one: Path, other: Path): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.every((part, n) => part === long[n])
}
