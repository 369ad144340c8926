/**
 * A line for each replicate of each option of a comparison: what it drew, and how far its outcomes are from those of the baseline in
 * the same replicate.
 */
import { differenceFrom } from '../../../engine/analysis/difference.ts'
import { parameterCount, parameterNames } from '../../../engine/model/draws/parameters.ts'
import { parameters } from '../../../scenarios/parameters/parameters.ts'
import { partColumns, keptColumn, type OpenedResult } from '../../../studies/folder/columns.ts'
import { drawsOf } from '../../../studies/folder/drawsOf.ts'
import { optionsOf } from '../../document/options.ts'
import type { Report } from '../../data/report.ts'
import type { FinishedAxis, Lines } from '../data/finishedStudy.ts'
import { outcomeAxis, rounded, shownOutcomes, varies } from './axes.ts'

/** Numbers that a page is given at most: more lines are more ink than a picture can show. */
const mostNumbers = 120_000
/** Parameters that are shown before anybody chooses. */
const parametersFirst = 4

/** @param limits parameters that bound a box of `discover`: they are shown first */
export function replicateLines(result: OpenedResult, report: Report, limits: ReadonlySet<string>): Lines {
  const { plan } = result
  const [part] = plan.parts
  const compared = part.scenarios.filter((s) => s !== part.baseline)
  const isDifference = compared.length > 0
  const options = isDifference ? compared : part.scenarios
  const outcomes = shownOutcomes(report, plan.outcomes)
  const columns = outcomes.map((outcome) => {
    const all = partColumns(result, 0, keptColumn(plan, { outcome: outcome.id }))
    const baseline = all.find(({ scenario }) => scenario === part.baseline) ?? all[0]
    return options.map((s) => {
      const own = all.find(({ scenario }) => scenario === s) ?? baseline
      return isDifference ? differenceFrom(own, baseline) : own
    })
  })
  const total = columns[0]?.[0]?.values.length ?? 0
  const names = parameterNames.length + outcomes.length + 1
  const count = Math.min(total, Math.max(1, Math.floor(mostNumbers / names / options.length)))
  const good = goodLines(columns, options.length, count)
  const values = (of: (option: number, replicate: number) => number): Float64Array =>
    Float64Array.from(good, ([option, replicate]) => of(option, replicate))
  const outcomeAxes = outcomes.map((outcome, c) =>
    outcomeAxis(
      report,
      outcome,
      values((o, d) => columns[c][o].values[d]),
      isDifference,
    ),
  )
  const draws = drawsOf(result.inputs, plan)(0, 0, count)
  const drawn = parameterNames.flatMap((name, p) => {
    const found = values((_, d) => draws[d * parameterCount + p])
    return varies(found) ? [parameterAxis(name, found)] : []
  })
  const failed = options.length * count - good.length
  return {
    kind: 'replicates',
    axes: [
      ...(options.length > 1 ? [optionAxis(report, good)] : []),
      ...withFirst(drawn, outcomeAxes[0], limits),
      ...outcomeAxes,
    ],
    lineScenario: Int32Array.from(good, ([option]) => options[option]),
    lineReplicate: Int32Array.from(good, ([, replicate]) => replicate),
    told: [
      `A line is a replicate of ${options.length > 1 ? 'an option' : 'the option'}: what it drew, and what came of it` +
        (isDifference ? ', less the baseline in the same replicate.' : '.'),
      ...(count < total
        ? [
            `Lines are those of the first ${count} of ${total} replicates, so that the page stays quick; the tables rest on all.`,
          ]
        : []),
      ...(failed > 0 ? [`${failed} lines are left out, since their replicates failed.`] : []),
      ...(drawn.length > parametersFirst
        ? [
            `Of the ${drawn.length} parameters that differ, those are shown first that go most closely with the first outcome, or bound a box; others are under “Axes”.`,
          ]
        : []),
    ],
  }
}

/** [line] option and replicate, of those that are good in all outcomes; the options of a replicate stand together. */
function goodLines(
  columns: readonly (readonly { readonly status: Uint8Array; readonly values: Float64Array }[])[],
  options: number,
  count: number,
): readonly (readonly [number, number])[] {
  const lines: [number, number][] = []
  for (let d = 0; d < count; d++) {
    for (let o = 0; o < options; o++) if (columns.every((column) => column[o].status[d] === 0)) lines.push([o, d])
  }
  return lines
}

function optionAxis(report: Report, lines: readonly (readonly [number, number])[]): FinishedAxis {
  const words = optionsOf(report).all.map((option) => option.words)
  const values = Float64Array.from(lines, ([option]) => option)
  return { id: 'option', title: 'Option', unit: '', kind: 'option', words, values, isFirst: true }
}

function parameterAxis(name: (typeof parameterNames)[number], values: Float64Array): FinishedAxis {
  const { title, unit } = parameters[name]
  return { id: name, title, unit, kind: 'parameter', values: rounded(values), isFirst: false }
}

/** The parameters that bound boxes, and those that go most closely with the outcome, come first. */
function withFirst(
  axes: readonly FinishedAxis[],
  outcome: FinishedAxis | undefined,
  limits: ReadonlySet<string>,
): readonly FinishedAxis[] {
  const closeness = (axis: FinishedAxis): number =>
    outcome === undefined ? 0 : Math.abs(correlation(axis.values, outcome.values))
  const ranked = axes
    .map((axis) => ({ axis, rank: limits.has(axis.id) ? Infinity : closeness(axis) }))
    .toSorted((one, other) => other.rank - one.rank)
  return ranked.map(({ axis, rank }, n) => ({ ...axis, isFirst: n < parametersFirst || rank === Infinity }))
}

/** Pearson's, 0 where one of the two does not vary. */
function correlation(xs: Float64Array, ys: Float64Array): number {
  const [x, y] = [meanOf(xs), meanOf(ys)]
  let [both, own, other] = [0, 0, 0]
  xs.forEach((value, n) => {
    both += (value - x) * (ys[n] - y)
    own += (value - x) ** 2
    other += (ys[n] - y) ** 2
  })
  return own > 0 && other > 0 ? both / Math.sqrt(own * other) : 0
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
