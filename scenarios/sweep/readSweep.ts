/** A sweep file read: its content, and what is wrong with the names that it mentions. */
import { readFileSync } from 'node:fs'
import { basename, extname, relative, dirname, resolve } from 'node:path'
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { type ScenarioSource, locateScenario, missingScenario } from '../join/files.ts'
import { derivedTexts } from '../file/derived.ts'
import { nameHint } from '../file/nearest.ts'
import { keyPosition, type Positions, valuePosition, type Path, pathText } from '../file/position.ts'
import { scenarioError, type Problem } from '../file/problem.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { sizeProblems, sweepLimits } from '../file/size.ts'
import { checkStructure } from '../file/structure.ts'
import { parseYaml } from '../file/yaml.ts'
import { scenarioKeyIn, type SweepFile, sweepKind } from './sweepFile.ts'
import { withTable } from './tableLevers.ts'

export interface SweepSource {
  readonly file: string
  readonly folder: string
  /** What fits of the file. */
  readonly content: SweepFile
  readonly positions: Positions
  /** What does not fit, and the paths of what was taken out for it. */
  readonly problems: readonly Problem[]
  readonly removed: readonly Path[]
  /** What all points say beside their levers; nothing unless somebody sets it. */
  readonly said?: SaidByAll
  /** Files that the points extend, each read once. */
  readonly known: Map<string, ScenarioSource>
}

/** Levers of the table and parameters, as scenario files say them. */
export type SaidByAll = Pick<ScenarioFile, 'set' | 'uncertainties'>

/** What the sweep in a file is called, and its folder of results. */
export function sweepName(path: string): string {
  return basename(path, extname(path))
}

/** @throws an error of kind `scenario` for what is not YAML, too large or a scenario; the file system's errors */
export function readSweep(path: string): SweepSource {
  const file = relative(process.cwd(), path).startsWith('..') ? path : relative(process.cwd(), path)
  const parsed = parseYaml(readFileSync(path, 'utf8'), file)
  if (parsed.problems.length > 0) throw scenarioError(parsed.problems)
  const unfit = [
    ...ofScenario(parsed.value, parsed.positions, file),
    ...sizeProblems(parsed.value, sweepLimits, parsed.positions, file),
  ]
  if (unfit.length > 0) throw scenarioError(unfit)
  const { problems, fitting, removed } = checkStructure(sweepKind, parsed.value, parsed.positions, file)
  return {
    file,
    folder: dirname(resolve(path)),
    content: withTable(fitting),
    positions: parsed.positions,
    problems,
    removed,
    known: new Map(),
  }
}

/** A scenario where a sweep is wanted: of its keys, which a sweep does not have, one sentence says enough. */
function ofScenario(value: unknown, positions: Positions, file: string): readonly Problem[] {
  const key = scenarioKeyIn(value)
  if (key === undefined) return []
  const place = keyPosition(positions, [key]) ?? { file }
  const message = `${key}: this file is a scenario, and a sweep is wanted; a scenario is run by: plantshift run ${file}`
  return [{ ...place, path: key, message }]
}

/** Scenarios that are named and not there, or are the sweep; that none is named. */
export function scenarioProblems({ content, file, folder, positions }: SweepSource): readonly Problem[] {
  const named: readonly (readonly [Path, string | undefined])[] = [
    [['scenario'], content.scenario],
    [['baseline'], content.baseline],
    ...Object.entries(content.levers ?? {}).flatMap(([lever, { scenarios }]) =>
      (scenarios ?? []).map((word, n): readonly [Path, string] => [['levers', lever, 'scenarios', n], word]),
    ),
  ]
  const itself = resolve(folder, basename(file))
  const unknown = named.flatMap(([path, word]): readonly Problem[] => {
    if (word === undefined) return []
    const place = valuePosition(positions, path) ?? { file }
    const found = locateScenario(word, folder)
    if (found === undefined) return [missingScenario(word, place, pathText(path))]
    if (found !== itself) return []
    const message = `${pathText(path)}: ${word} is this sweep itself; name the scenario that is meant`
    return [{ ...place, path: pathText(path), given: word, message }]
  })
  const hasLever = Object.values(content.levers ?? {}).some(({ scenarios }) => scenarios !== undefined)
  if (content.scenario !== undefined || hasLever) return unknown
  const place = valuePosition(positions, ['scenario']) ?? { file }
  const message = 'scenario is missing: say which scenario the levers change'
  return [...unknown, { ...place, path: 'scenario', message }]
}

/**
 * Outcomes that do not exist.
 *
 * @param derived names of those that the scenario makes by formulas, beside those of the sweep
 */
export function outcomeProblems(
  { content, file, positions }: SweepSource,
  derived: readonly string[],
): readonly Problem[] {
  const ids = [
    ...derived,
    ...derivedTexts(content.derived).map(({ id }) => id),
    ...outcomeDefinitions.map(({ id }) => id),
  ]
  return (content.outcomes ?? []).flatMap((id, n) => {
    if (ids.includes(id)) return []
    const hint = nameHint(id, ids)
    const place = valuePosition(positions, ['outcomes', n]) ?? { file }
    return [{ ...place, path: `outcomes[${n}]`, given: id, message: `unknown outcome: ${id}; ${hint}` }]
  })
}
