/** Where an option fails: the boxes of levers and parameters that were found, each as a sentence with its limits. */
import { type IntervalRow, intervalsSvgs } from '../charts/intervals.ts'
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
  const table: Block = { kind: 'table', table: boxTable(box, b, found), behind: false }
  return [paragraph(sentence), table, ...(b === 0 ? curveBlocks(box, found) : [])]
}

function shareCell(share: number): Cell {
  return { text: shareText(share), value: figure(share, NaN) }
}

/** At most so many steps are drawn. */
const mostSteps = 12

/** What is given up for density along the search for the first box, as a picture and a table. */
function curveBlocks({ curve = [] }: FailureBox, { option }: DiscoveryPart): readonly Block[] {
  const whole = curve.filter(({ density }) => Number.isFinite(density))
  if (whole.length < 3) return []
  const stride = Math.ceil((whole.length - 1) / (mostSteps - 1))
  const shown = whole.filter((_, s) => s % stride === 0 || s === whole.length - 1)
  const title = `Steps of the search: how often ${option} fails in the box`
  const rows = shown.map(({ step, density, interval, coverage }): IntervalRow => ({
    group: '',
    label: `step ${step}, holds ${shareText(coverage)}`,
    low: interval.low,
    mean: density,
    high: interval.high,
    isOpen: false,
  }))
  const caption =
    'Points: share of replicates in the box that fail; lines: 95% intervals; both of replicates that took no part in the search. ' +
    'Beside a step the share of all failures that its box holds: a smaller box is denser and holds fewer.'
  const svgs = intervalsSvgs({ title, unit: 'share that fails', rows, format: shareText })
  const columns = ['step', 'coverage', 'density', 'low', 'high', 'limits'].map((key, c) => ({
    key,
    title: ['Step', 'Holds of all failures', 'Fails in the box', 'From', 'To', 'Factors with limits'][c],
    align: 'right' as const,
  }))
  const cells = whole.map(({ step, coverage, density, interval, restricted }) => [
    words(String(step)),
    ...[coverage, density, interval.low, interval.high].map(shareCell),
    words(String(restricted)),
  ])
  const table: DocumentTable = { id: 'failing-steps', caption: title, columns, groups: [{ title: '', rows: cells }] }
  return [
    { kind: 'figures', figures: [{ id: 'failing-steps', title, caption, shows: 'sampling', ...svgs, size: 'full' }] },
    { kind: 'table', table, behind: true },
  ]
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
