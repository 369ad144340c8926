/** Finds where an option fails in the replicates of a result folder, prints it and writes it down. */
import { usageError } from '../../engine/run/errors.ts'
import { exitCode } from '../console/failure.ts'
import { writeFileSync } from 'node:fs'
import type { Failing } from '../../engine/analysis/discovery/cases.ts'
import { discoveryJson, discoveryCsv } from '../../reports/tables/discovery.ts'
import type { DiscoveryStudy } from '../../studies/discovery/study.ts'
import { discoveryStudyText } from '../../reports/text/discovery/studyText.ts'
import type { OptionValues } from '../console/command.ts'
import { textOption, flagOption } from '../console/options.ts'
import { askedOutcome } from '../console/outcome.ts'
import { oneOf } from '../../studies/plan/choice.ts'
import { foundCases, type CaseFactorKind, caseFactorKinds } from '../../studies/discovery/cases.ts'
import { addResults } from '../../reports/write/addFinding.ts'
import { speaker } from '../console/say.ts'
import { programCall, shellWord } from '../../studies/plan/commandLine.ts'
import { openResult, keptColumn } from '../../studies/folder/columns.ts'
import { sourcesOf, requireBoth, findings } from '../../studies/discovery/findings.ts'

/**
 * `discover`: finds where options fail in the cases of a result, prints it, and keeps it with the result.
 * @throws an error of kind `usage` for a threshold that no case or every case meets
 */
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

function failingOf({ below, above }: OptionValues): Failing {
  if (typeof below === 'number' && above === undefined) return { below }
  if (typeof above === 'number' && below === undefined) return { above }
  throw usageError('say what counts as failing, by --below FIGURE or by --above FIGURE, one of the two')
}

function factorKindsOf(text: string | undefined): readonly CaseFactorKind[] {
  if (text === undefined) return caseFactorKinds
  return text.split(',').map((word) => oneOf('--factors', word.trim(), caseFactorKinds))
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
  return [programCall, 'discover', shellWord(folder), ...question].join(' ')
}
