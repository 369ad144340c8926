/**
 * A sweep file read, checked and turned into scenarios: one for each point, and in each part the baseline under the same laws.
 * Points whose parameters are held at the same values share a part, since they can run on the same draws.
 */
import { readFileSync, existsSync } from 'node:fs'
import { basename, extname, relative, dirname, resolve } from 'node:path'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { designProblems } from '../checks/design.ts'
import { type ScenarioSource, locateScenario, missingScenario } from '../join/files.ts'
import { readCsv } from '../industry/csv.ts'
import { nearestName } from '../file/nearest.ts'
import type { DataProblem } from '../industry/problems.ts'
import { loadScenarioOver } from '../load.ts'
import { isPlainObject } from '../file/merge.ts'
import { type Positions, valuePosition, type Path, pathText, type Position, pathKey } from '../file/position.ts'
import { scenarioError, type Problem } from '../file/problem.ts'
import type { ResolvedScenario } from '../file/resolved.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { checkStructure } from '../file/structure.ts'
import { canonicalJson } from '../file/write.ts'
import { parseYaml } from '../file/yaml.ts'
import { sweepPoints, type WrittenPoint, pointName } from './points.ts'
import { type SweepFile, type PointValues, sweepKind, type LeverValue, type Lever } from './sweepFile.ts'

export interface LoadedSweep {
  readonly name: string
  readonly title: string
  readonly question: string
  readonly content: SweepFile
  /** Baselines of the parts and points, in the order of the parts. */
  readonly scenarios: readonly ResolvedScenario[]
  /** Positions in `scenarios`. */
  readonly parts: readonly { readonly baseline: number; readonly scenarios: readonly number[] }[]
  /** In the order of the design. */
  readonly points: readonly { readonly scenario: number; readonly part: number; readonly values: PointValues }[]
}

interface Read {
  readonly file: string
  readonly folder: string
  readonly content: SweepFile
  readonly positions: Positions
  /** Files that the points extend, each read once. */
  readonly known: Map<string, ScenarioSource>
}

/** @throws an error of kind `scenario` with everything wrong with the file, its points and the scenarios they make */
export function loadSweep(path: string, industry: Industry): LoadedSweep {
  const read = readSweep(path)
  const { content, file, positions } = read
  const { points, problems } = sweepPoints(content, file, positions, csvPoints(read))
  const found = [...problems, ...scenarioProblems(read), ...outcomeProblems(read)]
  if (found.length > 0) throw scenarioError(found)
  refuseUnknownKeys(read, industry)
  const scenarios = points.map((values) => pointScenario(read, values, industry))
  const design = designProblems(content, scenarios[0], { file, positions, chains: new Map() })
  if (design.length > 0) throw scenarioError(design)
  const name = basename(file, extname(file))
  const title = content.title ?? name
  return { name, title, question: content.question ?? title, content, ...inParts(read, points, scenarios, industry) }
}

function readSweep(path: string): Read {
  const file = relative(process.cwd(), path).startsWith('..') ? path : relative(process.cwd(), path)
  const parsed = parseYaml(readFileSync(path, 'utf8'), file)
  if (parsed.problems.length > 0) throw scenarioError(parsed.problems)
  const { problems, fitting } = checkStructure(sweepKind, parsed.value, parsed.positions, file)
  if (problems.length > 0) throw scenarioError(problems)
  return { file, folder: dirname(resolve(path)), content: fitting, positions: parsed.positions, known: new Map() }
}

/** Rows of the CSV file; numbers are numbers, true and false are themselves, anything else is a text. */
function csvPoints({ content, file, folder, positions }: Read): readonly WrittenPoint[] {
  if (content.csv === undefined) return []
  const path = resolve(folder, content.csv)
  if (!existsSync(path)) {
    const place = valuePosition(positions, ['csv']) ?? { file }
    throw scenarioError([
      { ...place, path: 'csv', given: content.csv, message: `csv: there is no file ${content.csv} beside this one` },
    ])
  }
  const problems: DataProblem[] = []
  const { rows } = readCsv(content.csv, readFileSync(path, 'utf8'), Object.keys(content.levers ?? {}), problems)
  if (problems.length > 0)
    throw scenarioError(
      problems.map(({ file: csv, line, message }) => ({
        file: csv,
        ...(line === undefined ? {} : { line }),
        path: '',
        message,
      })),
    )
  return rows.map(({ cells, line }) => ({
    values: Object.fromEntries(Object.entries(cells).map(([lever, cell]) => [lever, cellValue(cell)])),
    place: { file: content.csv ?? file, line },
  }))
}

function cellValue(cell: string): LeverValue {
  if (cell === 'true' || cell === 'false') return cell === 'true'
  return cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell
}

function scenarioProblems({ content, file, folder, positions }: Read): readonly Problem[] {
  const named: readonly (readonly [Path, string | undefined])[] = [
    [['scenario'], content.scenario],
    [['baseline'], content.baseline],
    ...Object.entries(content.levers ?? {}).flatMap(([lever, { scenarios }]) =>
      (scenarios ?? []).map((word, n): readonly [Path, string] => [['levers', lever, 'scenarios', n], word]),
    ),
  ]
  const unknown = named.flatMap(([path, word]) =>
    word === undefined || locateScenario(word, folder) !== undefined
      ? []
      : [missingScenario(word, valuePosition(positions, path) ?? { file }, pathText(path))],
  )
  const hasLever = Object.values(content.levers ?? {}).some(({ scenarios }) => scenarios !== undefined)
  if (content.scenario !== undefined || hasLever) return unknown
  return [...unknown, { file, path: 'scenario', message: 'scenario is missing: say which scenario the levers change' }]
}

function outcomeProblems({ content, file, positions }: Read): readonly Problem[] {
  const ids = outcomeDefinitions.map(({ id }) => id)
  return (content.outcomes ?? []).flatMap((id, n) => {
    if (ids.includes(id)) return []
    const nearest = nearestName(id, ids)
    const hint = nearest === undefined ? `there are ${ids.join(', ')}` : `did you mean ${nearest}?`
    const place = valuePosition(positions, ['outcomes', n]) ?? { file }
    return [{ ...place, path: `outcomes[${n}]`, given: id, message: `unknown outcome: ${id}; ${hint}` }]
  })
}

function keysOf({ set }: Lever): readonly Path[] {
  const keys = set === undefined ? [] : typeof set === 'string' ? [set] : set
  return keys.map((key) => key.split('.'))
}

/** A typo in a key would make a new regime or programme that nothing uses: what holds the key must be there already. */
function refuseUnknownKeys(read: Read, industry: Industry): void {
  const { content, file, positions } = read
  const extended = extendedBy(read, {})
  const whole = loadScenarioOver('sweep', extended, change(read, {}), {
    industry,
    folder: read.folder,
    known: read.known,
  })
  const problems = Object.entries(content.levers ?? {}).flatMap(([lever, what]) =>
    keysOf(what).flatMap((path): readonly Problem[] => {
      const wrong = firstUnknown(path, whole.content)
      if (wrong === undefined) return []
      const place = valuePosition(positions, ['levers', lever, 'set']) ?? { file }
      const hint =
        wrong.nearest === undefined ? `there are ${wrong.known.join(', ')}` : `did you mean ${wrong.nearest}?`
      const message = `levers.${lever}.set: ${pathText(path)} is not in the scenario: unknown key ${wrong.key}; ${hint}`
      return [{ ...place, path: `levers.${lever}.set`, given: wrong.key, message }]
    }),
  )
  if (problems.length > 0) throw scenarioError(problems)
}

interface UnknownKey {
  readonly key: string
  readonly known: readonly string[]
  readonly nearest: string | undefined
}

/** The last part may be new: a rule may not say yet what the lever sets, and the schema knows whether it may. */
function firstUnknown(path: Path, content: unknown): UnknownKey | undefined {
  let held = content
  for (const part of path.slice(0, -1)) {
    const known = isPlainObject(held) ? Object.keys(held) : []
    if (!isPlainObject(held) || !Object.hasOwn(held, part)) {
      return { key: String(part), known, nearest: nearestName(String(part), known) }
    }
    held = held[part]
  }
  return undefined
}

/** Scenarios that a point extends: the one that is varied, and those that levers choose. */
function extendedBy({ content }: Read, values: PointValues): readonly string[] {
  const chosen = Object.entries(content.levers ?? {}).flatMap(([lever, { scenarios }]) =>
    scenarios === undefined ? [] : [String(values[lever] ?? scenarios[0])],
  )
  return [...new Set([...(content.scenario === undefined ? [] : [content.scenario]), ...chosen])]
}

interface Change {
  readonly file: string
  readonly value: ScenarioFile
  readonly positions: Positions
}

/** What a point says itself; problems with it are said to stand at the lever. */
function change(read: Read, values: PointValues): Change {
  const { content, file, positions } = read
  const said: Record<string, unknown> = {
    title: content.title ?? file,
    question: content.question ?? content.title ?? file,
  }
  const places = new Map<string, Position>()
  for (const [lever, what] of Object.entries(content.levers ?? {})) {
    const value = values[lever]
    if (value === undefined) continue
    const paths = what.parameter === undefined ? keysOf(what) : [['uncertainties', what.parameter]]
    const place = valuePosition(positions, ['levers', lever, 'values']) ?? valuePosition(positions, ['levers', lever])
    for (const path of paths) {
      setAt(said, path, value)
      if (place !== undefined) path.forEach((_, n) => places.set(pathKey(path.slice(0, n + 1)), place))
    }
  }
  return { file, value: said, positions: { values: places, keys: places } }
}

function setAt(target: Record<string, unknown>, path: Path, value: LeverValue): void {
  const [first, ...rest] = path.map(String)
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner = isPlainObject(target[first]) ? { ...target[first] } : {}
  target[first] = inner
  setAt(inner, rest, value)
}

function pointScenario(read: Read, values: PointValues, industry: Industry): ResolvedScenario {
  const options = { industry, folder: read.folder, known: read.known }
  return loadScenarioOver(pointName(values), extendedBy(read, values), change(read, values), options)
}

const usualBaseline = 'base'

/** The baseline with the parameters of a point. */
function baselineScenario(
  read: Read,
  point: ResolvedScenario,
  isOnly: boolean,
  values: PointValues,
  industry: Industry,
): ResolvedScenario {
  const word = read.content.baseline ?? usualBaseline
  const held = Object.entries(values).filter(([lever]) => read.content.levers?.[lever]?.parameter !== undefined)
  const name = isOnly ? word : `${word} ${pointName(Object.fromEntries(held))}`
  const value = {
    title: `${word}, under the laws of the points`,
    uncertainties: point.content.uncertainties ?? {},
    correlations: point.content.correlations ?? [],
  }
  const over = { file: read.file, value, positions: { values: new Map(), keys: new Map() } }
  return loadScenarioOver(name, [word], over, { industry, folder: read.folder, known: read.known })
}

function inParts(
  read: Read,
  values: readonly PointValues[],
  points: readonly ResolvedScenario[],
  industry: Industry,
): Pick<LoadedSweep, 'scenarios' | 'parts' | 'points'> {
  const laws = points.map(({ content }) => canonicalJson([content.uncertainties ?? {}, content.correlations ?? []]))
  const kinds = [...new Set(laws)]
  const scenarios: ResolvedScenario[] = []
  const parts: { baseline: number; scenarios: number[] }[] = []
  const positions = new Map<number, { scenario: number; part: number }>()
  kinds.forEach((kind, part) => {
    const members = points.flatMap((_, n) => (laws[n] === kind ? [n] : []))
    const baseline = scenarios.length
    scenarios.push(baselineScenario(read, points[members[0]], kinds.length === 1, values[members[0]], industry))
    for (const n of members) {
      positions.set(n, { scenario: scenarios.length, part })
      scenarios.push(points[n])
    }
    parts.push({ baseline, scenarios: Array.from({ length: members.length + 1 }, (_, k) => baseline + k) })
  })
  return { scenarios, parts, points: values.map((value, n) => ({ ...positions.get(n)!, values: value })) }
}
