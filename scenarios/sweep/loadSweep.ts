/**
 * A sweep file read, checked and turned into scenarios: one for each point, and in each part the baseline under the same laws.
 * Points whose parameters are held at the same values share a part, since they can run on the same draws.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { derivedProblems } from '../checks/derived.ts'
import { designProblems } from '../checks/design.ts'
import { holdForms, settingProblems, settingsOf } from '../checks/settings.ts'
import { derivedTexts, type DerivedText } from '../file/derived.ts'
import { nameHint } from '../file/nearest.ts'
import { pathText, valuePosition } from '../file/position.ts'
import { isScenarioError, scenarioError, type Problem } from '../file/problem.ts'
import type { ResolvedScenario } from '../file/resolved.ts'
import { canonicalJson } from '../file/canonicalJson.ts'
import { usualBaseline } from '../join/baseline.ts'
import { baselineFor, loadScenario, loadScenarioOver } from '../load.ts'
import type { StatedForms } from '../parameters/forms.ts'
import { splitValues, withHeld } from './heldParameters.ts'
import { change, extendedBy, firstUnknown, keysOf, type PointPlaces, type UnknownKey } from './leverChange.ts'
import { csvPoints } from './csvPoints.ts'
import { sweepPoints, pointName } from './points.ts'
import { outcomeProblems, readSweep, scenarioProblems, sweepName, type SweepSource } from './readSweep.ts'
import type { SweepFile, PointValues } from './sweepFile.ts'
import { sweepTexts } from './sweepTexts.ts'

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
 * @throws an error of kind `scenario` with everything wrong with the file, its points and the scenarios they make
 */
export function loadSweep(path: string, industry: Industry, forms: StatedForms = {}): LoadedSweep {
  const read = readSweep(path)
  const { content, file, positions, folder } = read
  const csv = csvPoints(read)
  const { points, places, problems } = sweepPoints(content, file, positions, csv.points)
  refuse([...problems, ...csv.problems, ...scenarioProblems(read)])
  refuseUnknownNames(read, industry)
  const scenarios = pointScenarios(read, points, places, industry).map((scenario) => holdForms(scenario, forms))
  const derived = { ...scenarios[0].content.derived, ...content.derived }
  refuse(derivedProblems(derived, { file, positions, chains: new Map() }))
  refuse(designProblems({ ...content, derived }, scenarios[0], { file, positions, chains: new Map() }))
  refuse(settingProblems(scenarios).map((problem) => ({ ...problem, file })))
  const name = sweepName(file)
  const texts = sweepTexts(content, scenarios, { file, positions, chains: new Map() })
  refuse(texts.problems)
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

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw scenarioError(problems)
}

/**
 * A typo in a key would make a new regime or programme that nothing uses: what holds the key must be there already. Outcomes
 * may be those of the scenario, too.
 */
function refuseUnknownNames(read: SweepSource, industry: Industry): void {
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
      const hint = hintFor(wrong)
      const message = `levers.${lever}.set: ${pathText(path)} is not in the scenario: unknown key ${wrong.key}; ${hint}`
      return [{ ...place, path: `levers.${lever}.set`, given: wrong.key, message }]
    }),
  )
  const derived = derivedTexts(whole.content.derived).map(({ id }) => id)
  refuse([...problems, ...outcomeProblems(read, derived)])
}

function hintFor({ key, known, nearest }: UnknownKey): string {
  const dotted = known.find((name) => name.startsWith(`${key}.`))
  if (dotted !== undefined) return `a name that holds a dot stands in quotes: write "${dotted}"`
  return nearest === undefined ? nameHint(key, known) : `did you mean ${nearest}?`
}

/** Problems after which no further points are looked at. */
const mostProblems = 100

/** Each point whole, or where another one differs from it in parameters alone, from that one. */
function pointScenarios(
  read: SweepSource,
  points: readonly PointValues[],
  places: readonly PointPlaces[],
  industry: Industry,
): readonly ResolvedScenario[] {
  const options = { industry, folder: read.folder, known: read.known }
  const load = takenOver(read)
  const problems: Problem[] = []
  const scenarios = points.flatMap((values, n) => {
    if (problems.length >= mostProblems) return []
    const name = pointName(values)
    const loaded = (): ResolvedScenario =>
      loadScenarioOver(name, extendedBy(read, values), change(read, values, places[n]), options)
    try {
      return [load(name, values, loaded)]
    } catch (error) {
      if (!isScenarioError(error)) throw error
      problems.push(...error.problems)
      return []
    }
  })
  if (problems.length > 0) throw scenarioError(problems)
  return scenarios
}

type LoadPoint = (name: string, values: PointValues, load: () => ResolvedScenario) => ResolvedScenario

/** Takes a scenario over from the first that differs from it in values of parameters alone; loads it where there is none. */
function takenOver({ content, file, positions }: SweepSource): LoadPoint {
  const firsts = new Map<string, ResolvedScenario>()
  return (name, values, load) => {
    const { held, others } = splitValues(content.levers, values)
    const key = JSON.stringify(others)
    const first = firsts.get(key)
    const taken = first && withHeld(first, name, held, { file, positions, chains: new Map() })
    if (taken !== undefined) return taken
    const loaded = load()
    if (first === undefined) firsts.set(key, loaded)
    return loaded
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
