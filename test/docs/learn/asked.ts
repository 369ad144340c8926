/** What a link into the explorer comes to: the page's own reader takes it, and the engine answers as it does on the page. */
import type { PairedSummary } from '../../../engine/analysis/paired.ts'
import { outcomeDefinitions, outcomeIndex } from '../../../engine/model/accounts/outcomes.ts'
import { runBlock } from '../../../engine/run/block.ts'
import { askedOf, blockLayout, columnStart } from '../../../engine/run/layout.ts'
import { planBlock } from '../../../engine/run/plan.ts'
import { runnersOfParts } from '../../../engine/run/runner.ts'
import type { FinishedBlock } from '../../../engine/run/shards.ts'
import type { Report } from '../../../reports/data/report.ts'
import { libraryData } from '../../../reports/explorer/data/libraryData.ts'
import { growingStudy } from '../../../reports/explorer/engine/growing.ts'
import { type Library, libraryOf } from '../../../reports/explorer/engine/library.ts'
import { preparer } from '../../../reports/explorer/engine/prepare.ts'
import type { HeldForms } from '../../../reports/explorer/engine/protocol.ts'
import { readLink } from '../../../reports/explorer/page/link.ts'
import { type Settings, studyOf, usualOption } from '../../../reports/explorer/page/settings.ts'

export interface Answer {
  readonly settings: Settings
  readonly report: Report
  /** Of the option less the baseline. @throws Error for an outcome or a year that there is not */
  readonly change: (outcome: string, year?: number) => PairedSummary
  /** [replicate] @param scenario 0 for the baseline, 1 for the option */
  readonly column: (scenario: 0 | 1, outcome: string, year?: number) => Float64Array
}

/** What may be asked for beside the link. */
export interface Asking {
  readonly forms?: HeldForms
  readonly replicates?: number
}

const lastYearAsked = 2036

/** The settings of a link. @param library that it is opened with. @throws Error with what the page would say is wrong with it */
export function settingsIn(link: string, { listed }: Library): Settings {
  const known = { listed, option: usualOption, outcomes: outcomeDefinitions.map(({ id }) => id) }
  const { settings, problems } = readLink(link, known)
  if (problems.length > 0) throw new Error(`${link}: ${problems.join(' ')}`)
  return settings
}

/** The library of the page, and what answers links into it: each with all replicates that it asks for. */
export function asker(): { readonly library: Library; readonly ask: (link: string, asking?: Asking) => Answer } {
  const library = libraryOf(libraryData(), { kind: 'nothing' })
  const prepare = preparer(library)
  const runnerOf = runnersOfParts(library.industry)
  const ask = (link: string, { forms, replicates }: Asking = {}): Answer => {
    const stated = settingsIn(link, library)
    const settings = { ...stated, forms: forms ?? stated.forms, replicates: replicates ?? stated.replicates }
    const prepared = prepare(0, studyOf(settings))
    const { setup, plan, shape } = prepared
    const runner = runnerOf({ ...setup, asked: askedOf(shape) })
    const growing = growingStudy(prepared, library.industry)
    const blocks = Array.from({ length: plan.blocks }, (_, index): FinishedBlock => {
      const block = planBlock(plan, index)
      const values = new Float64Array(blockLayout(shape, block.count).length)
      return { ...block, values, thrown: runBlock(runner, shape, block.first, block.count, values) }
    })
    for (const block of blocks) growing.take(block)
    const report = growing.report(() => true, 0, 1)
    const column = (scenario: 0 | 1, outcome: string, year = lastYearAsked): Float64Array => {
      const t = report.years.indexOf(year)
      const rows = blocks.map(({ values, count }) => {
        const start = columnStart(shape, count, scenario, t, outcomeIndex(outcome))
        return values.subarray(start, start + count)
      })
      return Float64Array.from(rows.flatMap((row) => [...row]))
    }
    return { settings, report, column, change: (outcome, year) => changeIn(report, outcome, year) }
  }
  return { library, ask }
}

function changeIn({ comparisons }: Report, id: string, year: number = lastYearAsked): PairedSummary {
  const row = comparisons.find((one) => one.outcome.id === id && one.year === year)
  if (row === undefined) throw new Error(`no change of ${id} in ${year}`)
  return row.paired
}
