/** Loads the industry and prints how well it fits. */
import { fitText } from '../../reports/text/fitText.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { exitCode } from '../console/failure.ts'

/** `doctor`: prints how well the made industry fits the figures it is made from. */
export async function printFit(json: boolean): Promise<number> {
  const { industry: _, ...report } = loadIndustry()
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : fitText({ industry: _, ...report }))
  return exitCode.done
}
