/**
 * A sweep file read, checked and turned into scenarios: one for each point, and in each part the baseline under the same laws.
 * Points whose parameters are held at the same values share a part, since they can run on the same draws.
 */
import { basename, extname } from 'node:path'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { designProblems } from '../checks/design.ts'
import { pathText, valuePosition } from '../file/position.ts'
import { scenarioError, type Problem } from '../file/problem.ts'
import type { ResolvedScenario } from '../file/resolved.ts'
import { canonicalJson } from '../file/write.ts'
import { loadScenarioOver } from '../load.ts'
import { change, extendedBy, firstUnknown, keysOf } from './leverChange.ts'
import { sweepPoints, pointName } from './points.ts'
import { csvPoints, outcomeProblems, readSweep, scenarioProblems, type SweepSource } from './readSweep.ts'
import type { SweepFile, PointValues } from './sweepFile.ts'

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

/** A typo in a key would make a new regime or programme that nothing uses: what holds the key must be there already. */
function refuseUnknownKeys(read: SweepSource, industry: Industry): void {
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

function pointScenario(read: SweepSource, values: PointValues, industry: Industry): ResolvedScenario {
  const options = { industry, folder: read.folder, known: read.known }
  return loadScenarioOver(pointName(values), extendedBy(read, values), change(read, values), options)
}

const usualBaseline = 'base'

/** The baseline with the parameters of a point. */
function baselineScenario(
  read: SweepSource,
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
  read: SweepSource,
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
