/**
 * A scenario by name or path: read with all that it extends, checked whole, and joined into one. All problems are found
 * in one go and thrown as one error, each with file, line and column.
 */
import type { Industry } from '../engine/model/inputs/industry.ts'
import type { CheckContext } from './checks/context.ts'
import { regimeCountProblems, ruleCountProblems } from './checks/counts.ts'
import { courseFindings } from './checks/course.ts'
import { correlationProblems } from './checks/correlations.ts'
import { dateProblems } from './checks/dates.ts'
import { entrantProblems } from './checks/entrants.ts'
import { designProblems } from './checks/design.ts'
import { formProblems } from './checks/forms.ts'
import { derivedProblems } from './checks/derived.ts'
import { generalProblems } from './checks/general.ts'
import { fillTexts, titleWarnings } from './checks/texts.ts'
import { highRateWarnings } from './checks/highRates.ts'
import { siblingProblems } from './checks/siblings.ts'
import { plantEventProblems } from './checks/plantEvents.ts'
import { lateEvents, type Years, policyProblems } from './checks/policy.ts'
import { ruleProblems } from './checks/programmes.ts'
import { retaliationProblems } from './checks/retaliation.ts'
import { subsidyProblems } from './checks/subsidies.ts'
import { lawEnds } from './checks/lawEnds.ts'
import { uncertaintyFindings } from './checks/uncertainties.ts'
import { type ContentLimits, contentParameters } from './checks/floors.ts'
import { baselineOf, baselineOfChanges, usualBaseline } from './join/baseline.ts'
import { joinSources } from './join/joinSources.ts'
import {
  type ScenarioSource,
  locateScenario,
  missingScenario,
  scenarioName,
  readSources,
  sourcesOfText,
  sourcesOver,
  type SourceFiles,
} from './join/files.ts'
import { libraryPath } from './join/library.ts'
import { withoutNulls } from './file/merge.ts'
import { lawOf } from './parameters/parameterLaws.ts'
import { parameters } from './parameters/parameters.ts'
import { type Positions, pathText } from './file/position.ts'
import { scenarioError, type Problem } from './file/problem.ts'
import { flattenRegimes, type FlatRegimes, withEconomy } from './join/regimes.ts'
import { type ResolvedScenario, defaults, policyOf } from './file/resolved.ts'
import { leversSet } from './checks/levers.ts'
import type { ScenarioFile, Regime } from './file/scenario.ts'

/** Regime of the library's `base` under which the industry is calibrated. */
const baseRegimeName = 'usmca'

export interface LoadOptions {
  /** With it, makers' names and the use of programmes are checked too. */
  readonly industry?: Industry | undefined
  /** Folder in which paths begin; the working folder if left out. */
  readonly folder?: string | undefined
  /** Files that were read before, for many scenarios that extend the same ones. */
  readonly known?: Map<string, ScenarioSource> | undefined
}

/**
 * @param word a name of the library, or a path
 * @throws an error of kind `scenario` with every problem of the scenario and of the files it extends
 */
export function loadScenario(word: string, options: LoadOptions = {}): ResolvedScenario {
  const folder = options.folder ?? process.cwd()
  const path = locateScenario(word, folder)
  if (path === undefined) throw scenarioError([missingScenario(word, { file: word }, '')])
  return resolveSources(scenarioName(word), readSources(path, folder, options.known), options)
}

/**
 * A scenario from text that this program has written, as a result folder keeps it: of any length.
 * @param file what messages call the text
 * @throws an error of kind `scenario` as `loadScenario`
 */
export function loadScenarioText(
  name: string,
  text: string,
  file: string,
  options: LoadOptions = {},
): ResolvedScenario {
  return resolveSources(name, sourcesOfText(text, file, options.folder ?? process.cwd()), options)
}

/**
 * A scenario that changes others, as a point of a sweep does.
 *
 * @param extended names or paths of the scenarios that it extends
 * @param change what it says itself, with the positions that messages name
 * @throws an error of kind `scenario` as `loadScenario`
 */
export function loadScenarioOver(
  name: string,
  extended: readonly string[],
  change: { readonly file: string; readonly value: ScenarioFile; readonly positions: Positions },
  options: LoadOptions = {},
): ResolvedScenario {
  const files = sourcesOver(extended, change, options.folder ?? process.cwd(), options.known ?? new Map())
  return resolveSources(name, files, options, true)
}

/**
 * What a scenario is compared with where nobody says otherwise: a name of the library, or a path.
 *
 * @param word a name of the library, or a path
 * @param use `changes` asks it for what changes the scenario by levers, in place of the scenario as it is
 * @throws an error of kind `scenario` where a file cannot be read
 */
export function baselineFor(word: string, use: 'itself' | 'changes' = 'itself', options: LoadOptions = {}): string {
  const folder = options.folder ?? process.cwd()
  const path = locateScenario(word, folder)
  if (path === undefined) throw scenarioError([missingScenario(word, { file: word }, '')])
  const { sources, problems } = readSources(path, folder, options.known)
  if (problems.length > 0) throw scenarioError(problems)
  return (use === 'itself' ? baselineOf : baselineOfChanges)(sources, folder)
}

/** @param isChange of a sweep, whose points may switch things off: what never counts is then not looked for */
function resolveSources(
  name: string,
  files: SourceFiles,
  { industry, ...options }: LoadOptions,
  isChange: boolean = false,
): ResolvedScenario {
  const { content: stated, positions } = joinSources(files.sources)
  const policy = stated.policy ?? {}
  const own = files.sources.at(-1)
  const file = own?.file ?? name
  const crowd = regimeCountProblems(policy, { file, positions, chains: new Map() })
  if (crowd.length > 0) throw scenarioError([...files.problems, ...crowd])
  const stands = withEconomy(flattenRegimes(policy.regimes ?? {}), stated.economy)
  const context: CheckContext = { file, positions, chains: stands.chains }
  const { content: unchanged, problems: ofTexts } = fillTexts(wholeContent(stated, stands), context)
  const { content, problems: ofLevers } = leversSet(unchanged, context)
  const flat = { ...stands, regimes: policyOf(content).regimes }
  const years = { from: content.horizon?.from ?? defaults.from, to: content.horizon?.to ?? defaults.to }
  const uncertain = uncertaintyFindings(content.uncertainties, context)
  const found = [
    ...ofTexts,
    ...ofLevers,
    ...generalProblems(content, years, context),
    ...derivedProblems(content.derived, context),
    ...designProblems(content, years, context),
    ...entrantProblems(content, industry, context),
    ...plantEventProblems(content, industry, years, context),
    ...correlationProblems(content, context),
    ...formProblems(content, context),
    ...uncertain.problems,
    ...(content.kind === 'replication' ? [] : policyChecks(content, flat, years, industry, context)),
  ]
  const siblings = siblingProblems(files.sources)
  // What contradictory files are together says nothing.
  const problems = [...files.problems, ...siblings, ...(siblings.length > 0 ? [] : withoutEchoes(found, files))]
  if (problems.length > 0) throw scenarioError(problems)
  const said = { own: own?.value ?? {}, whole: content }
  const course = {
    policy: policyOf(content),
    baseRegime: baseRegime(options.known ?? new Map(files.sources.map((source) => [source.path, source]))),
    ...years,
  }
  const looked =
    industry === undefined || isChange || content.kind === 'replication'
      ? { problems: [], warnings: [] }
      : courseFindings(said, course, industry, context)
  if (looked.problems.length > 0) throw scenarioError(looked.problems)
  return {
    name,
    kind: content.kind ?? 'scenario',
    title: content.title ?? name,
    question: content.question ?? content.title ?? name,
    content,
    ...course,
    files: files.sources.map(({ file }) => file),
    warnings: [
      ...uncertain.warnings,
      ...lateEvents(content.policy ?? {}, years, context),
      ...highRateWarnings(said.own, context),
      ...(isChange ? [] : titleWarnings(said.own, context)),
      ...looked.warnings,
    ],
  }
}

/** The joined scenario with its regimes made whole and without nulls: it extends nothing any more. */
function wholeContent(stated: ScenarioFile, { regimes }: FlatRegimes): ScenarioFile {
  const policy = stated.policy === undefined ? {} : { policy: { ...stated.policy, regimes } }
  return withoutNulls({ ...stated, ...policy }) as ScenarioFile
}

function policyChecks(
  content: ScenarioFile,
  flat: FlatRegimes,
  years: Years,
  industry: Industry | undefined,
  context: CheckContext,
): readonly Problem[] {
  const crowd = ruleCountProblems(flat.regimes, context)
  if (crowd.length > 0) return crowd
  const names = Object.keys(flat.regimes)
  const facts = { limits: contentLimits(content, years), industry }
  return [
    ...policyProblems(content.policy ?? {}, names, flat.misfits, years, context),
    ...ruleProblems(flat.regimes, facts, context),
    ...subsidyProblems(flat.regimes, facts, context),
    ...dateProblems(content, context),
    ...retaliationProblems(content.retaliation, names, context),
  ]
}

/** How far content can reach under the laws of the parameters. */
function contentLimits({ uncertainties }: ScenarioFile, years: Years): ContentLimits {
  const ends = (name: (typeof contentParameters)[number]): readonly [number, number] =>
    lawEnds(lawOf(uncertainties?.[name] ?? parameters[name].law), parameters[name].range)
  return {
    assembly: ends('assemblyCostShare')[0],
    regionalSlack: ends('rvcSlack')[1],
    labourSlack: ends('lvcSlack')[1],
    ...years,
  }
}

/** Leaves out what is only missing because something unfit was taken out, which has its own message. */
function withoutEchoes(found: readonly Problem[], { sources, incomplete }: SourceFiles): readonly Problem[] {
  const removed = sources.flatMap((source) => source.removed.map(pathText))
  return found.filter(({ path, message }) => {
    if (removed.some((gone) => path === gone || ['.', '['].some((sign) => path.startsWith(gone + sign)))) return false
    // A file that could not be read may hold what is missing here.
    return !(incomplete && /is missing|unknown regime|unknown programme/.test(message))
  })
}

/** Read apart, so that a scenario which changes the regime does not change the policy of the base year. */
function baseRegime(known: Map<string, ScenarioSource>): Regime {
  const path = libraryPath(usualBaseline)
  const { content } = joinSources(readSources(path, process.cwd(), known).sources)
  const regime = flattenRegimes(content.policy?.regimes ?? {}).regimes[baseRegimeName]
  if (regime === undefined) throw new Error(`${path} must have a regime ${baseRegimeName}, the policy of the base year`)
  return regime
}
