/** What is data and what is judgement: how well the volumes are known, and which parameters are judged. */
import { figure } from '../words/figures.ts'
import { percentText } from '../words/numbers.ts'
import type { Report } from '../data/report.ts'
import { type Section, paragraph, type DocumentTable, words, type Cell } from './document.ts'
import { capital } from '../words/words.ts'

const left = 'left' as const
const right = 'right' as const

/** @param rest caveats that are not at the top */
export function evidenceSection(report: Report, rest: readonly string[]): Section {
  const count = (basis: string): number => report.parameters.filter((row) => row.basis === basis).length
  const stated = count('scenario')
  return {
    id: 'evidence',
    title: 'What is data and what is judgement',
    blocks: [
      paragraph(
        `${report.parameters.length} parameters are uncertain and drawn once a replicate. ${count('estimate')} ` +
          `rest on published estimates and ` +
          `${count('judgement')} on judgement${stated === 0 ? '' : `; the scenario states the laws of ${stated}`}. ` +
          `What is judged is below, and docs/parameters.md has all. ` +
          (report.parts?.sensitivity === undefined
            ? 'How much of the spread comes from which is not part of this run; a study of sensitivity would say.'
            : 'How much of the spread comes from which is under “What drives the difference”.'),
      ),
      ...(rest.length === 0 ? [] : [{ kind: 'list', items: rest } as const]),
      { kind: 'table', table: evidenceTable(report), behind: false },
      { kind: 'table', table: judgementTable(report), behind: true },
    ],
  }
}

function evidenceTable({ evidence }: Report): DocumentTable {
  const columns = [
    { key: 'what', title: 'Share of volume', align: left },
    { key: 'sourced', title: 'from a source', align: right },
    { key: 'derived', title: 'derived', align: right },
    { key: 'approximate', title: 'approximate', align: right },
  ]
  const rows = evidence.map(({ what, sourced, derived, approximate }) => [
    words(capital(what)),
    ...[sourced, derived, approximate].map(shareCell),
  ])
  return { id: 'evidence', caption: 'How well the data are known', columns, groups: [{ title: '', rows }] }
}

function shareCell(value: number): Cell {
  return { text: percentText(value, 0), value: figure(value, NaN) }
}

function judgementTable({ parameters }: Report): DocumentTable {
  const columns = ['parameter', 'unit', 'law', 'source'].map((key, c) => ({
    key,
    title: ['Parameter', 'Unit', 'Law', 'Why'][c],
    align: left,
  }))
  const rows = parameters
    .filter(({ basis }) => basis !== 'estimate')
    .map(({ title, unit, law, source }) => [words(title), words(unit), words(law), words(source)])
  return {
    id: 'judgement',
    caption: 'Parameters whose laws are judgement, or stated by the scenario',
    columns,
    groups: [{ title: '', rows }],
  }
}
