/** Targets in the report: a sentence for each on the front page, and a table of every option. */
import { byTarget, missedText, missText, targetReading, targetWords, type TargetWords } from '../text/targetText.ts'
import { figure } from '../words/figures.ts'
import type { Report } from '../data/report.ts'
import { type Section, paragraph, words } from './document.ts'
import type { Options } from './options.ts'

/** Sentences for the front page. */
export function targetsOf({ targets = [] }: Report, { all, baseline }: Options): TargetWords {
  return targetWords(targets, baseline, new Map(all.map((option) => [option.name, option.words])))
}

/** Every option by every target; nothing where none was asked for. */
export function targetSection({ targets = [], scenarios, baseline }: Report, { all }: Options): Section | undefined {
  if (targets.length === 0) return undefined
  const columns = byTarget(targets)
  const base = { name: scenarios[baseline].name, words: `Baseline: ${scenarios[baseline].title}` }
  const rows = [base, ...all].map((option) => [
    words(option.words),
    ...columns.map((rows) => {
      const row = rows.find(({ scenario }) => scenario === option.name)
      return row === undefined
        ? words('')
        : { text: missedText(row).replace(' (', '\n('), value: figure(row.missed.value, 0) }
    }),
  ])
  return {
    id: 'targets',
    title: 'Targets',
    blocks: [
      paragraph(targetReading),
      {
        kind: 'table',
        behind: false,
        table: {
          id: 'targets',
          caption: 'How likely each target is to be missed',
          columns: [
            { key: 'option', title: 'Option', align: 'left' },
            ...columns.map(([row], k) => ({ key: `target${k + 1}`, title: missText(row), align: 'right' as const })),
          ],
          groups: [{ title: '', rows }],
          data: {
            header: [
              'scenario',
              'outcome',
              'year',
              'must',
              'figure',
              'difference',
              'missed',
              'low',
              'high',
              'n',
              'failed',
            ],
            rows: targets.map(({ scenario, outcome, year, must, figure: limit, difference, missed }) => [
              scenario,
              outcome.id,
              String(year),
              must,
              String(limit),
              String(difference),
              ...[missed.value, missed.low, missed.high].map((share) => figure(share, 0)),
              String(missed.n),
              String(missed.failed),
            ]),
          },
        },
      },
    ],
  }
}
