/**
 * The folder of a run, comparison or sweep as what the page is opened with: its report, a line for each replicate or point, the
 * boxes of `discover`, and what a replicate is computed again from. Read by the code with which `report` reads it.
 */
import type { RunPlanFile } from '../../../studies/plan/runPlan.ts'
import { dataChange } from '../../../studies/plan/sameData.ts'
import { partRequest } from '../../../studies/plan/work.ts'
import { openReplicates, type OpenedResult } from '../../../studies/folder/columns.ts'
import { optionsOf } from '../../document/options.ts'
import { keyOutcomes } from '../../data/keyOutcomes.ts'
import type { DiscoveryPart } from '../../data/parts.ts'
import type { Report } from '../../data/report.ts'
import { withFindings } from '../../stored/findings.ts'
import { readStoredResult } from '../../stored/stored.ts'
import type { FinishedAxis, FinishedStudy, Replayed } from '../data/finishedStudy.ts'
import { pointLines } from './pointLines.ts'
import { replicateLines } from './replicateLines.ts'

/**
 * @param folder as it was named, which the commands on the page name again
 * @param partial true where the folder may lack blocks of replicates
 * @param data where the data of its own are now, when they are no longer where they were
 * @param say is told of what is left out or has changed
 * @throws errors of kind `file`, those of `report`, where the folder holds no result, or one that is damaged
 */
export function readFinished(
  folder: string,
  partial: boolean,
  data: string | undefined,
  say: (message: string) => void,
): FinishedStudy {
  const stored = readStoredResult(folder, partial)
  const result = openReplicates(folder, partial, data)
  const change = dataChange(stored.path, stored.manifest, data)
  if (change !== undefined) say(change)
  const report = withFindings(stored.path, stored.report, say)
  const discovery = report.parts?.discovery
  const limits = new Set((discovery?.boxes ?? []).flatMap((box) => box.limits.map(({ factor }) => factor)))
  const lines = result.plan.points === undefined ? replicateLines(result, report, limits) : pointLines(result, report)
  const { plan, inputs } = result
  return {
    ...lines,
    title: plan.title,
    question: report.question ?? plan.question,
    folder,
    report: shownOf(report),
    ...(discovery === undefined ? {} : { discovery: boxesOf(discovery, lines.axes, report) }),
    scenarios: inputs.scenarios.map(({ name, title }) => ({ name, title })),
    replayed: replayedOf(result, plan),
  }
}

/** The rows of key outcomes in the last year: what tables of the page show. */
function shownOf(report: Report): Report {
  const year = report.years.at(-1)
  const keys = new Set(keyOutcomes(report))
  const isShown = (row: { readonly year: number; readonly outcome: { readonly id: string } }): boolean =>
    row.year === year && keys.has(row.outcome.id)
  const { parts: _, precision: __, forms: ___, pairing: ____, ...facts } = report
  return {
    ...facts,
    summaries: report.summaries.filter((row) => isShown(row)),
    comparisons: report.comparisons.filter((row) => isShown(row)),
    plants: [],
    lines: [],
    programmes: [],
    failures: [],
    evidence: [],
    parameters: [],
  }
}

/** The boxes with their limits on the axes of the lines; that of a comparison is about one of its options. */
function boxesOf(
  { option, event, reproduce, boxes }: DiscoveryPart,
  axes: readonly FinishedAxis[],
  report: Report,
): NonNullable<FinishedStudy['discovery']> {
  const known = new Set(axes.map(({ id }) => id))
  const place = optionsOf(report).all.findIndex(({ name }) => name === option)
  const own = known.has('option') && place >= 0 ? [{ axis: 'option', low: place, high: place }] : []
  return {
    event,
    reproduce,
    boxes: boxes.map(({ sentence, limits }) => ({
      sentence,
      limits: [
        ...own,
        ...limits
          .filter(({ factor }) => known.has(factor))
          .map(({ factor, low, high }) => ({
            axis: factor,
            low: openEnd(low, -Infinity),
            high: openEnd(high, Infinity),
          })),
      ],
      elsewhere: limits.filter(({ factor }) => !known.has(factor)).map(({ title }) => title),
    })),
  }
}

/** An open end is stored as null, and read as not a number. */
function openEnd(end: number, open: number): number {
  return Number.isFinite(end) ? end : open
}

function replayedOf({ inputs }: OpenedResult, plan: RunPlanFile): Replayed {
  return {
    seed: plan.seed,
    sampling: plan.sampling,
    replicates: plan.replicates,
    ...(plan.ownData === undefined ? {} : { industry: inputs.industry }),
    parts: plan.parts.map((part) => ({
      laws: partRequest(inputs, plan, part).laws,
      baseline: part.baseline,
      scenarios: part.scenarios,
    })),
    // Paths of whoever computed it are nobody's business.
    resolved: inputs.scenarios.map(({ resolved }) => ({ ...resolved, files: [], warnings: [] })),
  }
}
