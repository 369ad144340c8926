/** What an option does under each form of the model that replicates draw, in the last year. Section 14 of docs/model.md. */
import { figure } from '../words/figures.ts'
import { outcomeTitle } from '../words/outcomes.ts'
import { percentPlace, percentText } from '../words/numbers.ts'
import type { FormRow } from '../data/forms.ts'
import type { Report } from '../data/report.ts'
import { type Cell, type DocumentTable, paragraph, type Section, words } from './document.ts'
import type { Options } from './options.ts'
import { lastYear } from './years.ts'
import { after } from '../words/words.ts'

const left = 'left' as const
const right = 'right' as const

/** Undefined where all replicates have one form. */
export function formSection(report: Report, options: Options): Section | undefined {
  const shown = options.shown.filter(({ name }) => report.forms?.some(({ scenario }) => scenario === name))
  if (shown.length === 0) return undefined
  const reading =
    'Nobody knows the right form of the model, so each replicate draws one of each choice, by judged chances; intervals ' +
    'elsewhere hold all of them. Here each form stands alone, in the replicates that drew it.'
  const tables = shown.map(({ name, words: title }): Section['blocks'][number] => ({
    kind: 'table',
    table: formTable(report, name, options.all.length === 1 ? '' : `${title}, `),
    // Folded away: the answer says first where a direction hangs on the form, and a page of paper is dear.
    behind: true,
  }))
  return { id: 'forms', title: 'By form of the model', blocks: [paragraph(reading), ...tables] }
}

function formTable(report: Report, scenario: string, title: string): DocumentTable {
  // Jobs of assembly go with the vehicles.
  const rows = (report.forms ?? []).filter(
    (row) => row.scenario === scenario && row.paired.difference.n > 0 && row.outcome.family !== 'assemblyJobs',
  )
  const outcomes = [...new Set(rows.map(({ outcome }) => outcome))]
  const { name } = report.scenarios[report.baseline]
  return {
    id: `forms-${report.scenarios.findIndex((one) => one.name === scenario)}`,
    caption: `${title}${lastYear(report)} against ${name}: mean change, and 5% to 95% of the replicates with the form`,
    columns: [
      { key: 'form', title: 'Form', align: left },
      { key: 'replicates', title: 'Replicates', align: right },
      { key: 'change', title: 'Change', align: right },
      { key: 'low', title: '5%', align: right },
      { key: 'high', title: '95%', align: right },
    ],
    groups: outcomes.map((outcome) => ({
      title: hasShares(rows, outcome) ? outcomeTitle(outcome) : `${outcomeTitle(outcome)}${after(outcome.unit)}`,
      rows: rows.filter((row) => row.outcome === outcome).map(formCells),
    })),
  }
}

/** Whether a change is told as a share of the baseline: of what has no level in it, as welfare, there is none. */
function hasShares(rows: readonly FormRow[], outcome: FormRow['outcome']): boolean {
  return rows.some((row) => row.outcome === outcome && Number.isFinite(row.paired.relative))
}

function formCells({ text, paired }: FormRow): readonly Cell[] {
  const { difference, relative, relativeStandardError, baselineMean } = paired
  const isShare = Number.isFinite(relative)
  const place = percentPlace(relative, relativeStandardError)
  const scale = isShare ? Math.abs(baselineMean) : 1
  const error = isShare ? relativeStandardError : difference.standardError
  const cell = (value: number): Cell => ({
    text: isShare ? percentText(value / scale, place, true) : figure(value, error),
    value: figure(value / scale, error),
  })
  return [
    words(text),
    { text: String(difference.n), value: String(difference.n) },
    cell(difference.mean),
    cell(difference.low),
    cell(difference.high),
  ]
}
