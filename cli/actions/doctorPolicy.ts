/** Prints which rates of the scenario library rest on the list of duties. */
import { policyText } from '../../reports/text/policyText.ts'
import { policyRates } from '../../studies/modelChecks/policyRates.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption } from '../console/options.ts'
import { print, printJson } from '../console/print.ts'

/** `doctor --policy`: the rates and what they rest on, as text or as JSON. @returns the exit code */
export function printPolicy(options: OptionValues): number {
  const rates = policyRates(dataFrom(options))
  if (flagOption(options, 'json')) printJson(rates)
  else print(policyText(rates, flagOption(options, 'full')))
  return exitCode.done
}
