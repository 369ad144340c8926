/**
 * A sweep file read, checked (`checkSweep`) and turned into scenarios: one for each point, and in each part the baseline under the same laws.
 * Points whose parameters are held at the same values share a part, since they can run on the same draws.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { settingsOf } from '../checks/settings.ts'
import { derivedTexts, type DerivedText } from '../file/derived.ts'
import type { ResolvedScenario } from '../file/resolved.ts'
import { canonicalJson } from '../file/canonicalJson.ts'
import { usualBaseline } from '../join/baseline.ts'
import { baselineFor, loadScenario, loadScenarioOver } from '../load.ts'
import type { StatedForms } from '../parameters/forms.ts'
import { checkSweep } from './checkSweep.ts'
import { takenOver } from './pointScenarios.ts'
import { pointName } from './points.ts'
import { readSweep, type SaidByAll, sweepName, type SweepSource } from './readSweep.ts'
import type { SweepFile, PointValues } from './sweepFile.ts'

export interface LoadedSweep {
  readonly name: string
  readonly title: string
  readonly question: string
  readonly content: SweepFile
  /** Derived outcomes of the scenario and of the sweep itself. */
  readonly derived: readonly DerivedText[]
  /** Folder in which the paths of the file begin. */
  readonly folder: string
  /** Name or path of the scenario that the points are compared with, and of the one that they usually would be. */
  readonly baseline: string
  readonly usualBaseline: string
  /** Baselines of the parts and points, in the order of the parts. */
  readonly scenarios: readonly ResolvedScenario[]
  /** Positions in `scenarios`. */
  readonly parts: readonly { readonly baseline: number; readonly scenarios: readonly number[] }[]
  /** In the order of the design. */
  readonly points: readonly { readonly scenario: number; readonly part: number; readonly values: PointValues }[]
}

/**
 * @param forms of the model, in place of what scenarios say
 * @param said by all points; parameters by their baselines too
 * @throws an error of kind `scenario` with everything wrong with the file, its points and the scenarios they make
 */
export function loadSweep(
  path: string,
  industry: Industry,
  forms: StatedForms = {},
  said: SaidByAll = {},
): LoadedSweep {
  const read = { ...readSweep(path), said }
  const { points, scenarios, derived, texts } = checkSweep(read, industry, forms)
  const { content, file, folder } = read
  const name = sweepName(file)
  const title = texts.title ?? name
  const usual = usualBaselineOf(read)
  const baseline = content.baseline ?? usual
  const compared = { ...read, content: { ...content, baseline } }
  return {
    name,
    title,
    question: texts.question ?? title,
    content,
    derived: derivedTexts(derived),
    folder,
    baseline,
    usualBaseline: usual,
    ...inParts(compared, points, scenarios, industry),
  }
}

/** The baseline with the parameters of a point, under its own title. */
function baselineScenario(
  read: SweepSource,
  { name, title }: Pick<ResolvedScenario, 'name' | 'title'>,
  point: ResolvedScenario,
  industry: Industry,
): ResolvedScenario {
  const word = baselineWord(read)
  const value = {
    title,
    uncertainties: point.content.uncertainties ?? {},
    correlations: point.content.correlations ?? [],
    ...settingsOf(point),
  }
  const over = { file: read.file, value, positions: { values: new Map(), keys: new Map() } }
  return loadScenarioOver(name, [word], over, { industry, folder: read.folder, known: read.known })
}

/**
 * What the points are compared with where the file does not say: what the scenario that they change is compared with, or
 * that scenario itself where it says so. Of scenarios that a lever chooses, the baseline that they share, if they do.
 */
function usualBaselineOf({ content: { scenario, levers }, folder, known }: SweepSource): string {
  if (scenario !== undefined) return baselineFor(scenario, 'changes', { folder, known })
  const chosen = Object.values(levers ?? {}).flatMap(({ scenarios }) => scenarios ?? [])
  const found = new Set(chosen.map((word) => baselineFor(word, 'itself', { folder, known })))
  return found.size === 1 ? [...found][0] : usualBaseline
}

function baselineWord({ content }: SweepSource): string {
  return content.baseline ?? usualBaseline
}

/** Named by the parameters that are held, where there is more than one. */
function baselineName(read: SweepSource, values: PointValues, isOnly: boolean): string {
  const held = Object.entries(values).filter(([lever]) => read.content.levers?.[lever]?.parameter !== undefined)
  return isOnly ? baselineWord(read) : `${baselineWord(read)} ${pointName(Object.fromEntries(held))}`
}

/** Positions of the points under the same laws, in the order in which the laws are met. */
function underSameLaws(points: readonly ResolvedScenario[]): readonly (readonly number[])[] {
  const kinds = new Map<string, number[]>()
  points.forEach(({ content }, n) => {
    const laws = canonicalJson([content.uncertainties ?? {}, content.correlations ?? []])
    const members = kinds.get(laws) ?? []
    members.push(n)
    kinds.set(laws, members)
  })
  return [...kinds.values()]
}

function inParts(
  read: SweepSource,
  values: readonly PointValues[],
  points: readonly ResolvedScenario[],
  industry: Industry,
): Pick<LoadedSweep, 'scenarios' | 'parts' | 'points'> {
  const kinds = underSameLaws(points)
  const load = takenOver(read)
  const { title } = loadScenario(baselineWord(read), { industry, folder: read.folder })
  const scenarios: ResolvedScenario[] = []
  const parts: { baseline: number; scenarios: number[] }[] = []
  const positions = new Map<number, { scenario: number; part: number }>()
  kinds.forEach((members, part) => {
    const baseline = scenarios.length
    const [first] = members
    const name = baselineName(read, values[first], kinds.length === 1)
    const called = { name, title }
    scenarios.push(load(name, values[first], () => baselineScenario(read, called, points[first], industry)))
    for (const n of members) {
      positions.set(n, { scenario: scenarios.length, part })
      scenarios.push(points[n])
    }
    parts.push({ baseline, scenarios: Array.from({ length: members.length + 1 }, (_, k) => baseline + k) })
  })
  return { scenarios, parts, points: values.map((value, n) => ({ ...positions.get(n)!, values: value })) }
}
