/** A sweep file read: its content, the points of its CSV file, and what is wrong with the names that it mentions. */
import { readFileSync, existsSync } from 'node:fs'
import { relative, dirname, resolve } from 'node:path'
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { type ScenarioSource, locateScenario, missingScenario } from '../join/files.ts'
import { readCsv } from '../industry/csv.ts'
import { nearestName } from '../file/nearest.ts'
import type { DataProblem } from '../industry/problems.ts'
import { type Positions, valuePosition, type Path, pathText } from '../file/position.ts'
import { scenarioError, type Problem } from '../file/problem.ts'
import { checkStructure } from '../file/structure.ts'
import { parseYaml } from '../file/yaml.ts'
import type { WrittenPoint } from './points.ts'
import { type SweepFile, sweepKind, type LeverValue } from './sweepFile.ts'

export interface SweepSource {
  readonly file: string
  readonly folder: string
  readonly content: SweepFile
  readonly positions: Positions
  /** Files that the points extend, each read once. */
  readonly known: Map<string, ScenarioSource>
}

/** @throws an error of kind `scenario` for what is not YAML, or has another shape; the file system's errors */
export function readSweep(path: string): SweepSource {
  const file = relative(process.cwd(), path).startsWith('..') ? path : relative(process.cwd(), path)
  const parsed = parseYaml(readFileSync(path, 'utf8'), file)
  if (parsed.problems.length > 0) throw scenarioError(parsed.problems)
  const { problems, fitting } = checkStructure(sweepKind, parsed.value, parsed.positions, file)
  if (problems.length > 0) throw scenarioError(problems)
  return { file, folder: dirname(resolve(path)), content: fitting, positions: parsed.positions, known: new Map() }
}

/** Rows of the CSV file; numbers are numbers, true and false are themselves, anything else is a text. */
export function csvPoints({ content, file, folder, positions }: SweepSource): readonly WrittenPoint[] {
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

/** Scenarios that are named and not there; that none is named. */
export function scenarioProblems({ content, file, folder, positions }: SweepSource): readonly Problem[] {
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

/** Outcomes that do not exist. */
export function outcomeProblems({ content, file, positions }: SweepSource): readonly Problem[] {
  const ids = outcomeDefinitions.map(({ id }) => id)
  return (content.outcomes ?? []).flatMap((id, n) => {
    if (ids.includes(id)) return []
    const nearest = nearestName(id, ids)
    const hint = nearest === undefined ? `there are ${ids.join(', ')}` : `did you mean ${nearest}?`
    const place = valuePosition(positions, ['outcomes', n]) ?? { file }
    return [{ ...place, path: `outcomes[${n}]`, given: id, message: `unknown outcome: ${id}; ${hint}` }]
  })
}
