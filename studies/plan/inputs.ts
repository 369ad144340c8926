/**
 * All that a run needs, from names of scenarios: the industry, the scenarios compiled, their parameters' laws. One
 * run draws parameters once for all its scenarios, so their laws must be the same.
 */
import { usageError } from '../../engine/run/errors.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { ParameterLaws } from '../../engine/model/draws/parameterLaws.ts'
import type { CompiledScenario } from '../../engine/model/inputs/policy.ts'
import { type ParameterRow, parameterRows } from '../../scenarios/parameters/parameterRows.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import { createCompileMemory } from '../../scenarios/compile/memory.ts'
import { locateScenario, missingScenario } from '../../scenarios/join/files.ts'
import type { EvidenceRow } from '../../scenarios/industry/evidence.ts'
import {
  type DataHash,
  loadIndustry,
  type LoadedIndustry,
  type OwnData,
} from '../../scenarios/industry/loadIndustry.ts'
import { holdForms } from '../../scenarios/checks/settings.ts'
import type { LoadOptions } from '../../scenarios/load.ts'
import type { StatedForms } from '../../scenarios/parameters/forms.ts'
import { flattenLaws } from '../../scenarios/parameters/parameterLaws.ts'
import { scenarioProblemText } from '../../scenarios/file/problem.ts'
import { type DerivedText, derivedTexts } from '../../scenarios/file/derived.ts'
import type { ResolvedScenario } from '../../scenarios/file/resolved.ts'
import type { DesignBlock } from '../../scenarios/parameters/sampling.ts'
import { scenarioWriters } from '../../scenarios/file/write.ts'
import { makeComparable } from './baseline.ts'
import { chosenScenarios, loadChosen, settingNotes, type StudyCommand } from './choose.ts'
import { lawsOf, lawText } from './laws.ts'
import { nothingSet, type Settings } from './settings.ts'

export interface StudyScenario {
  readonly name: string
  readonly title: string
  readonly question: string
  /** What the scenario adds to the report in words. */
  readonly note: string
  /** What the scenario takes for granted, which its readers must know; empty where it says nothing. */
  readonly caveat: string
  /** Shared by scenarios that differ in laws and texts alone. */
  readonly compiled: CompiledScenario
  /** What it is compiled from. */
  readonly resolved: ResolvedScenario
  /** The scenario with all that it extends, as YAML; made when it is asked for. */
  readonly resolvedText: () => string
  /** Laws of the parameters as it states them. */
  readonly laws: ParameterLaws
  /** The uncertainties as the scenario states them: equal texts are equal laws. */
  readonly statedLaws: string
  /** Of all that decides its results, the policy of the base year included. */
  readonly hash: string
}

export interface StudyInputs {
  /** Name of the run, and of its folder. */
  readonly name: string
  readonly industry: Industry
  readonly laws: ParameterLaws
  readonly scenarios: readonly StudyScenario[]
  /** Position of the baseline. */
  readonly baseline: number
  /** Position of the scenario that is asked about. */
  readonly subject: number
  /** What that scenario says of replicates, seed, sampler and precision. */
  readonly design: DesignBlock
  /** Ids of outcomes to show first. */
  readonly outcomes: readonly string[]
  readonly dataHashes: readonly DataHash[]
  /** Absent where the data are the shipped ones. */
  readonly ownData?: OwnData
  /** Outcomes made by formulas. */
  readonly derived: readonly DerivedText[]
  readonly evidence: readonly EvidenceRow[]
  readonly parameters: readonly ParameterRow[]
  /** What is unusual in the scenarios, but allowed. */
  readonly warnings: readonly string[]
  /** What a reader must know of the choice of the baseline; a plan keeps it. */
  readonly notes: readonly string[]
}

/** What a command says in place of its scenarios. */
export interface InPlace {
  /** Forms of the model. */
  readonly forms?: StatedForms
  readonly settings?: Settings
  /** Data folder, in place of the shipped one. */
  readonly data?: string | undefined
}

/**
 * @param words names or paths of scenarios
 * @param baseline the one to compare with; unless given, what the scenario of a run names or changes, the first of several
 * @throws errors of kind `usage` for names that are not known, `scenario` and `data` for what is wrong in files
 */
export function loadStudyInputs(
  command: StudyCommand,
  words: readonly string[],
  baseline: string | undefined,
  { forms = {}, settings = nothingSet, data }: InPlace = {},
): StudyInputs {
  requireKnown([...words, ...(baseline === undefined ? [] : [baseline])])
  // Each file is read once, however many extend it.
  const known: LoadOptions['known'] = new Map()
  const chosen = chosenScenarios(command, words, baseline, settings, known)
  const loaded = loadIndustry(data)
  const options = { industry: loaded.industry, known }
  const resolved = chosen.all.map((one) => holdForms(loadChosen(one, settings, options), forms))
  const all = chosen.all.map(({ word }) => word)
  refuseReplications(resolved)
  refuseSameNames(resolved, all)
  if (command !== 'run') refuseOtherLaws(resolved)
  const compared = makeComparable(resolved, chosen, options)
  // Named by what is asked about; a run of the baseline alone by the baseline.
  const name = command === 'compare' ? 'comparison' : resolved[chosen.subject].name
  const inputs = studyInputs(name, loaded, compared.resolved, chosen.baseline, chosen.subject)
  return { ...inputs, notes: [...settingNotes(resolved, chosen, settings), ...compared.notes] }
}

/**
 * Inputs of scenarios that are read already.
 *
 * @param subject position of the scenario that is asked about
 */
export function studyInputs(
  name: string,
  loaded: LoadedIndustry,
  resolved: readonly ResolvedScenario[],
  baseline: number,
  subject: number,
): StudyInputs {
  const { content } = resolved[subject]
  return {
    name,
    industry: loaded.industry,
    laws: flattenLaws(lawsOf(resolved[subject]), content.correlations ?? []),
    scenarios: studyScenarios(resolved, loaded.industry),
    baseline,
    subject,
    design: content.design ?? {},
    outcomes: content.outcomes ?? [],
    dataHashes: loaded.dataHashes,
    ...(loaded.own === undefined ? {} : { ownData: loaded.own }),
    derived: derivedOf(resolved),
    evidence: loaded.fit.evidence,
    parameters: parameterRows(lawsOf(resolved[subject])),
    warnings: resolved.flatMap(({ warnings }) => warnings.map((warning) => scenarioProblemText(warning))),
    notes: [],
  }
}

/**
 * Derived outcomes of all scenarios, each once: they are worked out for every one of them.
 *
 * @throws an error of kind `usage` where two make an outcome of one name by different formulas
 */
function derivedOf(resolved: readonly ResolvedScenario[]): readonly DerivedText[] {
  const found = new Map<string, { readonly text: DerivedText; readonly of: string }>()
  for (const { name, content } of resolved) {
    for (const text of derivedTexts(content.derived)) {
      const before = found.get(text.id)
      if (before === undefined) found.set(text.id, { text, of: name })
      else if (JSON.stringify(before.text) !== JSON.stringify(text)) {
        throw usageError(`${before.of} and ${name} derive ${text.id} in two ways; give one of them another name`)
      }
    }
  }
  return [...found.values()].map(({ text }) => text)
}

/** Each policy is compiled once, and each text made once: points of a sweep over parameters differ in little else. */
function studyScenarios(resolved: readonly ResolvedScenario[], industry: Industry): readonly StudyScenario[] {
  const writers = scenarioWriters()
  const policies = new Map<string, CompiledScenario>()
  const memory = createCompileMemory(industry)
  const factors = new Map<string, ParameterLaws['correlation']>()
  return resolved.map((scenario) => {
    const { name, title, question, content } = scenario
    const policy = writers.policyHash(scenario)
    const compiled = policies.get(policy) ?? compileScenario(scenario, industry, memory)
    policies.set(policy, compiled)
    const correlations = content.correlations ?? []
    const pairs = JSON.stringify(correlations)
    const laws = flattenLaws(lawsOf(scenario), correlations, factors.get(pairs))
    factors.set(pairs, laws.correlation)
    return {
      name,
      title,
      question,
      note: content.report ?? '',
      caveat: (content.note ?? '').trim(),
      compiled: compiled.name === name && compiled.title === title ? compiled : { ...compiled, name, title },
      resolved: scenario,
      resolvedText: () => `# ${commentText(name)}, with all that it extends\n${writers.yaml(scenario)}`,
      laws,
      statedLaws: lawText(scenario),
      hash: writers.hash(scenario),
    }
  })
}

/** A name as it can stand in a comment: signs that end a line, or cannot be seen, are written by their numbers. */
function commentText(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`)
}

function requireKnown(words: readonly string[]): void {
  const missing = words.filter((word) => locateScenario(word, process.cwd()) === undefined)
  if (missing.length === 0) return
  throw usageError(missing.map((word) => missingScenario(word, { file: word }, '').message).join('\n'))
}

function refuseReplications(scenarios: readonly ResolvedScenario[]): void {
  const found = scenarios.find(({ kind }) => kind === 'replication')
  if (found === undefined) return
  throw usageError(
    `${found.name} is a replication of a paper, with no policy to compare; run it alone: run ${found.name}`,
  )
}

function refuseSameNames(scenarios: readonly ResolvedScenario[], words: readonly string[]): void {
  const names = scenarios.map(({ name }) => name)
  const twice = names.findIndex((name, s) => names.indexOf(name) !== s)
  if (twice < 0) return
  const first = words[names.indexOf(names[twice])]
  throw usageError(`${first} and ${words[twice]} are both called ${names[twice]}; rename one of the files`)
}

/**
 * A run's laws are those of the scenario it asks about, for its baseline as well. A comparison of several needs the same laws
 * in all of them, or their differences would mix policy with parameters.
 */
function refuseOtherLaws(scenarios: readonly ResolvedScenario[]): void {
  const other = scenarios.findIndex((scenario) => lawText(scenario) !== lawText(scenarios[0]))
  if (other < 0) return
  throw usageError(
    `${scenarios[0].name} and ${scenarios[other].name} state different uncertainties, so their difference would not be ` +
      'one of policy; give both the same, or run each against its own baseline',
  )
}
