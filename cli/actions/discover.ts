/** Asks where an option fails in the replicates of a result folder, prints it and writes it down. */
import type { Failing } from '../../engine/analysis/discovery/cases.ts'
import { usageError } from '../../engine/run/errors.ts'
import { writeWhole } from '../../engine/run/wholeFile.ts'
import { discoveryCsv, discoveryJson } from '../../reports/tables/discovery.ts'
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
    partial: flagOption(options, 'partial'),
    scenario: textOption(options, 'scenario'),
    data: dataFrom(options),
  })
  const json = discoveryJson(study)
  if (file !== undefined) writeWhole(file, json)
  else await addResults(folder, { 'discovery.json': json, 'discovery.csv': discoveryCsv(study) }, addingFrom(options))
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

function factorKindsOf(text: string | undefined): readonly CaseFactorKind[] | undefined {
  return text?.split(',').map((word) => oneOf('--factors', word.trim(), caseFactorKinds))
}
