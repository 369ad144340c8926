/** Where an option fails: the boxes of levers and parameters that were found, each as a sentence with its limits. */
import { figure } from '../words/figures.ts'
import { shareText } from '../words/numbers.ts'
import type { DiscoveryPart, FailureBox } from '../data/parts.ts'
import type { Report } from '../data/report.ts'
import { insideSentence } from '../words/words.ts'
import { staleText } from './stale.ts'
import { type Section, paragraph, type Block, type DocumentTable, words, type Cell } from './document.ts'

/** Where an option fails, from a study of its cases; undefined where there is none. */
export function failureSection(report: Report): Section | undefined {
  const found = report.parts?.discovery
  if (found === undefined) return undefined
  const stale = staleText(found.replicates, report)
  return {
    id: 'failing',
    title: 'Where it fails',
    blocks: [
      ...(stale === '' ? [] : [paragraph(stale)]),
      paragraph(headText(found)),
      ...found.boxes.flatMap((box, b) => boxBlocks(box, b, found)),
    ],
  }
}

function headText({ option, event, cases, ofInterest, leftOut, boxes }: DiscoveryPart): string {
  const lost = leftOut === 0 ? '' : `; ${leftOut} could not be computed`
  const none =
    ` No box of levers and parameters was found in which it fails more often than everywhere, and that replicates which took ` +
    'no part in the search bear out.'
  return (
    `${option} fails where ${insideSentence(event)}: so in ${ofInterest} of ${cases} replicates (${shareText(ofInterest / cases)})${lost}.` +
    (boxes.length === 0
      ? none
      : ' Figures of a box are of replicates that took no part in the search for it; 95% intervals.')
  )
}

function boxBlocks(box: FailureBox, b: number, found: DiscoveryPart): readonly Block[] {
  const sentence = b === 0 ? box.sentence : `Of what lies outside the boxes above: ${box.sentence}`
  return [paragraph(sentence), { kind: 'table', table: boxTable(box, b, found), behind: false }]
}

function boxTable(
  { limits, density, coverage }: FailureBox,
  b: number,
  { option, boxes }: DiscoveryPart,
): DocumentTable {
  const which = boxes.length === 1 ? 'The box' : `Box ${b + 1}`
  const columns = [
    { key: 'factor', title: 'Lever or parameter', align: 'left' as const },
    { key: 'low', title: 'From', align: 'right' as const },
    { key: 'high', title: 'To', align: 'right' as const },
    { key: 'unit', title: 'Unit', align: 'left' as const },
  ]
  const rows = limits.map(({ title, unit, low, high }) => [words(title), limitCell(low), limitCell(high), words(unit)])
  const caption = `${which} in which ${option} fails: density ${shareText(density)}, coverage ${shareText(coverage)}`
  return { id: `failing-${b + 1}`, caption, columns, groups: [{ title: '', rows }] }
}

/** An end of a box; what is not a number is no limit. */
function limitCell(value: number): Cell {
  return { text: Number.isFinite(value) ? String(Number(value.toPrecision(3))) : 'no limit', value: figure(value, NaN) }
}
