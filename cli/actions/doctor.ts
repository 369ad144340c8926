/** Loads the industry and prints how well it fits. */
import { fitText } from '../../reports/text/fitText.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { styleOfOutput } from '../console/layout.ts'
import { exitCode } from '../console/failure.ts'
import { print, printJson } from '../console/print.ts'

/** `doctor`: prints how well the made industry fits the figures it is made from. */
export async function printFit(data: string | undefined, json: boolean): Promise<number> {
  const { industry: _, ...report } = loadIndustry(data)
  if (json) printJson(report)
  else print(fitText({ industry: _, ...report }, styleOfOutput().width))
  return exitCode.done
}
