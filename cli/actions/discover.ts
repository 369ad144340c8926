/** Asks where an option fails in the replicates of a result folder, prints it and writes it down. */
import type { BoxChoice } from '../../engine/analysis/discovery/discover.ts'
import type { Failing } from '../../engine/analysis/discovery/cases.ts'
import { usageError } from '../../engine/run/errors.ts'
import { writeWhole } from '../../engine/run/wholeFile.ts'
import { discoveryCsv, discoveryCurveCsv, discoveryJson } from '../../reports/tables/discovery.ts'
import { discoveryStudyText } from '../../reports/text/discovery/studyText.ts'
import { addResults } from '../../reports/write/addFinding.ts'
import { type CaseFactorKind, caseFactorKinds } from '../../studies/discovery/cases.ts'
import { discover } from '../../studies/discovery/discover.ts'
import { requireOutFile } from '../../studies/folder/outFile.ts'
import { oneOf } from '../../studies/plan/choice.ts'
import { styleOfOutput } from '../console/layout.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption, textOption } from '../console/options.ts'
import { askedOutcome } from '../console/outcome.ts'
import { addingFrom } from '../console/say.ts'
import { print } from '../console/print.ts'

/** Prints what is found and adds it to the folder, or writes it into a file. @returns the exit code */
export async function printDiscovery(folder: string, options: OptionValues): Promise<number> {
  const file = textOption(options, 'out')
  if (file !== undefined) requireOutFile('--out', file, flagOption(options, 'force'))
  const study = discover(folder, {
    ...askedOutcome(options),
    failing: failingOf(options),
    factors: factorKindsOf(textOption(options, 'factors')),
    difference: flagOption(options, 'difference'),
    box: boxOf(textOption(options, 'box')),
    partial: flagOption(options, 'partial'),
    scenario: textOption(options, 'scenario'),
    data: dataFrom(options),
  })
  const json = discoveryJson(study)
  if (file !== undefined) writeWhole(file, json)
  else {
    const tables = { 'discovery.csv': discoveryCsv(study), 'discovery-curve.csv': discoveryCurveCsv(study) }
    await addResults(folder, { 'discovery.json': json, ...tables }, addingFrom(options))
  }
  if (flagOption(options, 'json')) process.stdout.write(json)
  else print(discoveryStudyText(study, styleOfOutput().width))
  return exitCode.done
}

/** A condition says itself what counts. */
function failingOf({ below, above, when }: OptionValues): Failing | undefined {
  if (when !== undefined && below === undefined && above === undefined) return undefined
  if (typeof below === 'number' && above === undefined) return { below }
  if (typeof above === 'number' && below === undefined) return { above }
  throw usageError(
    'say what counts as failing, by --below FIGURE, by --above FIGURE or by --when CONDITION, one of them',
  )
}

function boxOf(text: string | undefined): BoxChoice | undefined {
  if (text === undefined) return undefined
  if (/^\d+$/.test(text)) return { step: Number(text) }
  const [rule, share, ...rest] = text.split('=')
  const value = share === '' ? NaN : Number(share)
  if (rest.length === 0 && value >= 0 && value <= 1) {
    if (rule === 'density') return { density: value }
    if (rule === 'coverage') return { coverage: value }
  }
  throw usageError(`--box: ${text} is not allowed; give a step, as in 7, or density=0.8 or coverage=0.5`)
}

function factorKindsOf(text: string | undefined): readonly CaseFactorKind[] | undefined {
  return text?.split(',').map((word) => oneOf('--factors', word.trim(), caseFactorKinds))
}
