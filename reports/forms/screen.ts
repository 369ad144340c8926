/**
 * Several options on one screen of a terminal: what is asked and against what, the key outcomes of each with nine runs of ten,
 * which is best, and what to keep in mind. Everything else is in the files.
 */
import type { Report } from '../data/report.ts'
import { againstText } from '../data/against.ts'
import { modelCaveats } from '../data/caveats.ts'
import type { DocumentTable } from '../document/document.ts'
import { type Option, optionsOf } from '../document/options.ts'
import { overviewTable } from '../document/overviewTable.ts'
import { runWarnings } from '../document/precisionSection.ts'
import { verdictTexts } from '../document/verdict.ts'
import { nextText } from '../text/precisionText.ts'
import type { Style } from '../text/style.ts'
import { openAmong } from '../text/formSplit.ts'
import { targetLines } from '../text/targetLines.ts'
import { footLines } from '../text/terminal.ts'
import { type Column, tableLines, wrapText } from '../words/table.ts'

/** One scenario beside its baseline has a text of its own. */
export const fewestOnScreen = 2

/** The screen, ending in a line break. */
export function screenText(report: Report, style: Style): string {
  const { width } = style
  const options = optionsOf(report)
  const { table, left } = overviewTable(report, options)
  const shown = options.all.filter(({ words }) => table.groups[0].rows.some(([name]) => name.text === words))
  const [verdict] = verdictTexts(report, options)
  const open = openAmong(report, options.all)
  const lines = [
    ...wrapText(againstText(report), width).map((line) => style.bold(line)),
    ...(report.question === undefined ? [] : wrapText(report.question, width)),
    '',
    ...shown.flatMap(({ letter, title, name }) => wrapText(`${letter}  ${title} (${name})`, width, '   ')),
    ...(left === 0 ? [] : [`   and ${left} more, in compare.csv`]),
    '',
    ...(open === '' ? [] : [...wrapText(open, width), '']),
    ...optionTable(table, shown, width),
    '',
    ...(verdict === undefined ? [] : [...wrapText(verdict, width), '']),
    ...targetLines(report, new Map(options.all.map(({ name, letter }) => [name, letter])), style),
    ...keepInMind(report).flatMap((text) => wrapText(text, width)),
    ...wrapText(
      'All of it: report.html; a page to hand on: brief.html; tables: compare.csv, plants.csv. --full prints them here.',
      width,
    ),
    ...(report.precision ?? []).flatMap(({ state, replicates }) => wrapText(nextText(state, replicates), width)),
    ...footLines(report, width),
  ]
  return `${lines.join('\n')}\n`
}

/** What is thin about the run, and what the comparison holds beside policy; of a long caveat its first sentence. */
function keepInMind(report: Report): readonly string[] {
  const own = report.caveats.filter((caveat) => !modelCaveats.includes(caveat)).slice(0, 1)
  return [...runWarnings(report), ...own.map(firstSentence)].map((text) => `Keep in mind: ${text}`)
}

function firstSentence(text: string): string {
  return /^.*?[^.\d]\.(?= |$)/s.exec(text)?.[0] ?? text
}

/**
 * Outcomes down and options across with nine runs of ten where all have room; else options down and outcomes across, means
 * alone.
 */
function optionTable(table: DocumentTable, shown: readonly Option[], width: number): readonly string[] {
  const [{ rows }] = table.groups
  const outcomes = table.columns.slice(1).map(({ title }) => title)
  const letters = shown.map(({ letter }): Column => ({ title: letter, align: 'right' }))
  const across = tableLines(
    [{ title: '', align: 'left' }, ...letters],
    outcomes.flatMap((title, k) =>
      twoLines(
        title,
        rows.map((cells) => cells[k + 1].text),
      ),
    ),
    width,
  )
  if (across.every((line) => line.length <= width)) return [...wrapText(`${table.caption}:`, width), ...across]
  const means = rows.map((cells) => cells.slice(1).map(({ text }) => meanText(text)))
  const isOpen = means.some((row) => row.some((text) => text.endsWith('?')))
  const caption = table.caption.replace(/ \(.*\)$/, isOpen ? ' (?: nine runs of ten go either way)' : '')
  return [...wrapText(`${caption}:`, width), ...meansDown(outcomes, shown, means, width)]
}

/** The mean beside the name of the outcome, and nine runs of ten below. */
function twoLines(title: string, cells: readonly string[]): readonly (readonly string[])[] {
  const parts = cells.map((cell) => cell.split('\n'))
  return [
    [title, ...parts.map(([mean]) => mean)],
    ['', ...parts.map(([, range]) => range ?? '')],
  ]
}

/** The mean of a cell, with a question mark where its nine runs of ten have both signs. */
function meanText(cell: string): string {
  const [mean, range = ''] = cell.split('\n')
  return /^-.* to [^-]/.test(range) ? `${mean}?` : mean
}

/** Words of the headings stand below each other; outcomes that have no room at the right are left to the files. */
function meansDown(
  outcomes: readonly string[],
  shown: readonly Option[],
  means: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const headings = outcomes.map((title) => title.split(/,? /))
  const height = Math.max(...headings.map((words) => words.length))
  const columns = outcomes.map((_, k): Column => ({ title: '', align: 'right', leave: outcomes.length - k }))
  const above = Array.from({ length: height }, (_, n) => ['', ...headings.map((words) => words[n] ?? '')])
  const below = shown.map(({ letter }, n) => [letter, ...means[n]])
  const lines = tableLines([{ title: '', align: 'left' }, ...columns], [...above, ...below], width)
  return lines.filter((line) => line !== '')
}
