/** Finds where an option fails in the replicates of a result folder, prints it and writes it down. */
import { writeFileSync } from 'node:fs'
import type { Failing } from '../../engine/analysis/discovery/cases.ts'
import { discover, searchHalves, usualDiscovery } from '../../engine/analysis/discovery/discover.ts'
import { featureScores, growTree, pruneTree } from '../../engine/analysis/discovery/tree.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { quantile } from '../../engine/math/accumulate.ts'
import { discoveryCsv, discoveryJson } from '../../reports/discovery/files.ts'
import type { DiscoveryStudy } from '../../reports/discovery/study.ts'
import { discoveryStudyText } from '../../reports/discovery/text.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode, usageFailure } from '../console/failure.ts'
import { flagOption, textOption } from '../console/options.ts'
import { askedOutcome, oneOf } from '../console/outcome.ts'
import { caseFactorKinds, foundCases, type CaseFactorKind, type CaseSource, type FoundCases } from './discoverCases.ts'
import { addResults } from './addResults.ts'
import { speaker } from '../console/say.ts'
import { shellWord } from '../../reports/studies/commandLine.ts'
import { programCall } from './reproduce.ts'
import { keptColumn, openResult, type StoredResult } from './stored.ts'

export async function printDiscovery(given: string, options: OptionValues): Promise<number> {
  const asked = askedOutcome(options)
  const failing = failingOf(options)
  const kinds = factorKindsOf(textOption(options, 'factors'))
  const isDifference = flagOption(options, 'difference')
  const result = openResult(given)
  const column = keptColumn(result.plan, asked)
  const sources = sourcesOf(result, textOption(options, 'scenario'), isDifference)
  const found = foundCases(result, sources, column, isDifference, kinds, failing)
  requireBoth(found, failing)
  const { plan, inputs } = result
  const [{ scenario, part }] = sources
  const study: DiscoveryStudy = {
    option: sources.length > 1 ? plan.name : plan.scenarios[scenario].name,
    points: sources.length,
    replicates: (found.cases.ofInterest.length + found.cases.leftOut) / sources.length,
    against: isDifference ? inputs.scenarios[plan.parts[part].baseline].name : undefined,
    outcome: asked.outcome,
    year: plan.years[column.year],
    failing,
    factors: found.factors,
    leversLeftOut: found.leversLeftOut,
    ...findings(found, plan.seed),
    seed: plan.seed,
    reproduce: reproduceLine(given, plan.years[column.year], options),
  }
  await write(result.path, study, options)
  process.stdout.write(flagOption(options, 'json') ? discoveryJson(study) : discoveryStudyText(study))
  return exitCode.done
}

/** Leaves of the tree hold a twentieth of the searching half, as the smallest boxes do; deeper trees are not read. */
const leafShare = 0.05
const deepest = 4

function findings({ cases, factors }: FoundCases, seed: number): Pick<DiscoveryStudy, 'discovery' | 'tree' | 'scores'> {
  const root = rootKey(seed)
  const [search, check] = searchHalves(cases, root)
  const leastLeaf = Math.max(5, Math.ceil(leafShare * search.length))
  const tree = pruneTree(growTree(cases, search, leastLeaf, deepest), cases, check)
  return {
    discovery: discover(cases, usualDiscovery, root),
    tree,
    scores: Array.from(featureScores(tree, factors.length)),
  }
}

function failingOf({ below, above }: OptionValues): Failing {
  if (typeof below === 'number' && above === undefined) return { below }
  if (typeof above === 'number' && below === undefined) return { above }
  throw usageFailure('say what counts as failing, by --below FIGURE or by --above FIGURE, one of the two')
}

function factorKindsOf(text: string | undefined): readonly CaseFactorKind[] {
  if (text === undefined) return caseFactorKinds
  return text.split(',').map((word) => oneOf('--factors', word.trim(), caseFactorKinds))
}

/** All points of a sweep, or the scenario that the run is about, unless another is asked for. */
function sourcesOf({ plan }: StoredResult, name: string | undefined, isDifference: boolean): readonly CaseSource[] {
  if (name === undefined && plan.points !== undefined) return plan.points
  const single = plan.scenarios.map((_, scenario) => ({ scenario, part: 0, levers: {} }))
  const all: readonly CaseSource[] = plan.points ?? single
  const names = all.map(({ scenario }) => plan.scenarios[scenario].name)
  const source = name === undefined ? all[usualScenario(plan)] : all[names.indexOf(oneOf('--scenario', name, names))]
  if (isDifference && source.scenario === plan.parts[source.part].baseline) {
    const baseline = plan.scenarios[source.scenario].name
    throw usageFailure(`--difference: ${baseline} is the baseline itself; leave it out, or give another --scenario`)
  }
  return [source]
}

/** The scenario that is asked about; a comparison of many has none such. */
function usualScenario({ kind, scenarios, subject, parts: [{ baseline }] }: StoredResult['plan']): number {
  if (kind === 'run') return subject
  const others = scenarios.flatMap((_, s) => (s === baseline ? [] : [s]))
  if (others.length === 1) return others[0]
  throw usageFailure(`--scenario: say which; this result compares ${scenarios.map(({ name }) => name).join(', ')}`)
}

/** Where nothing fails, or everything, there is no where: the outcomes are said, to choose another figure by. */
function requireBoth({ cases: { ofInterest }, outcomes }: FoundCases, failing: Failing): void {
  const failures = ofInterest.reduce((sum, fails) => sum + fails, 0)
  if (ofInterest.length > 0 && failures > 0 && failures < ofInterest.length) return
  const [option, figure] = 'below' in failing ? ['--below', failing.below] : ['--above', failing.above]
  if (ofInterest.length === 0) throw usageFailure('no replicate is there that could be computed; resume the run first')
  const sorted = outcomes.toSorted()
  const at = (p: number): string => String(Number(quantile(sorted, p).toPrecision(4)))
  throw usageFailure(
    `${option} ${figure}: ${failures === 0 ? 'no case fails' : 'every case fails'}; the outcome goes from ${at(0)} to ` +
      `${at(1)}, half of it below ${at(0.5)}, nine in ten from ${at(0.05)} to ${at(0.95)}`,
  )
}

async function write(path: string, study: DiscoveryStudy, options: OptionValues): Promise<void> {
  const file = textOption(options, 'out')
  const json = discoveryJson(study)
  if (file !== undefined) writeFileSync(file, json)
  else await addResults(path, { 'discovery.json': json, 'discovery.csv': discoveryCsv(study) }, speaker(options))
}

function reproduceLine(folder: string, year: number, options: OptionValues): string {
  const { outcome } = askedOutcome(options)
  const said = ['below', 'above', 'scenario', 'factors'].flatMap((name) => {
    const value = options[name]
    return typeof value === 'number' || typeof value === 'string' ? [`--${name}`, shellWord(String(value))] : []
  })
  const difference = flagOption(options, 'difference') ? ['--difference'] : []
  const question = ['--outcome', shellWord(`${outcome.id}@${year}`), ...said, ...difference]
  return [programCall(), 'discover', shellWord(folder), ...question].join(' ')
}
