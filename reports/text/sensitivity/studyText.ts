/** A sensitivity analysis as text for a terminal: what was asked, the factors in order, and what they say in words. */
import { morrisLines } from './morrisText.ts'
import { pairLines } from './pairText.ts'
import { pawnLines } from './pawnText.ts'
import { sobolLines } from './sobolText.ts'
import type { SensitivityStudy } from '../../../studies/sensitivity/study.ts'
import { tornadoLines } from './tornadoText.ts'
import { wrapText, usualWidth } from '../../words/table.ts'
import { after, inBrackets } from '../../words/words.ts'

/** The whole text, ending in a line break; of several outcomes one after the other. */
export function sensitivityText(
  study: SensitivityStudy,
  width: number = usualWidth,
  others: readonly SensitivityStudy[] = [],
): string {
  const lines = [
    ...[study, ...others].flatMap((one) => [
      ...wrapText(`${subjectText(one)}: what it hangs on`, width),
      '',
      ...findingLines(one, width),
      '',
    ]),
    `${study.replicates} runs of the model${others.length === 0 ? '' : ', the same for all outcomes'}; seed ${study.seed}.`,
    `The same numbers again: ${study.reproduce}`,
  ]
  return `${lines.join('\n')}\n`
}

/** As in `Vehicles built, MX (vehicles), 2036, threat-only less base`. */
function subjectText({ outcome, year, scenario, against }: SensitivityStudy): string {
  const scenarios = against === undefined ? scenario : `${scenario} less ${against}`
  return `${outcome.label}${after(outcome.place)}${inBrackets(outcome.unit)}, ${year}, ${scenarios}`
}

function findingLines({ finding, outcome }: SensitivityStudy, width: number): readonly string[] {
  if (finding.method === 'sobol') {
    const pairs = pairLines(finding.pairs ?? [], width)
    return [
      ...sobolLines(finding.sobol, width),
      ...(finding.pairs === undefined || pairs.length === 0 ? [] : ['', ...pairs]),
    ]
  }
  if (finding.method === 'morris') return morrisLines(finding.morris, outcome.unit, width)
  if (finding.method === 'pawn') return pawnLines(finding.pawn, finding.binned, width)
  return tornadoLines(finding.tornado, outcome.unit, width)
}
