/** What further studies add: drivers of the difference, boxes in which an option fails, curves of a sweep. */
import { curveSvgs } from '../charts/curve.ts'
import { intervalsSvgs } from '../charts/intervals.ts'
import { figure } from '../csv.ts'
import { decimalText, percentText, shareText } from '../numbers.ts'
import type { FailureBox, SensitivityPart, SweepCurve } from '../parts.ts'
import type { Report } from '../report.ts'
import { paragraph, words, type Block, type Cell, type DocumentTable, type Section } from './document.ts'
import type { Options } from './options.ts'
import { outcomeTitle } from './outcomes.ts'

const left = 'left' as const
const right = 'right' as const
/** Beyond these the factors are in the table only. */
const mostFactors = 12

export function driverSection(report: Report, options: Options): Section | undefined {
  const studies = report.parts?.sensitivity ?? []
  if (studies.length === 0) return undefined
  return {
    id: 'drivers',
    title: 'What drives the difference',
    blocks: studies.flatMap((study, k) => driverBlocks(report, options, study, k)),
  }
}

function driverBlocks(report: Report, { all, baseline }: Options, study: SensitivityPart, k: number): readonly Block[] {
  const outcome = report.summaries.find((row) => row.outcome.id === study.outcome)?.outcome
  const what = outcome === undefined ? study.outcome : outcomeTitle(outcome)
  const option = all.find(({ name }) => name === study.scenario)?.label ?? study.scenario
  const title = `${what} in ${study.year}, ${option} against ${baseline}`
  const rows = study.factors.slice(0, mostFactors).map(({ title: label, index, interval }) => ({
    group: '',
    label,
    low: interval.low,
    mean: index,
    high: interval.high,
  }))
  const svgs = intervalsSvgs({ title, unit: study.method, rows, format: (value) => decimalText(value, -2) })
  const [first] = study.factors
  const caption = `${study.method}: the share of the spread of the difference that a factor accounts for. Lines: Monte Carlo error of the index.`
  return [
    paragraph(
      first === undefined
        ? `No factor was studied for ${title}.`
        : `${title}: most of the spread comes from ${first.title.toLowerCase()}; ${first.words}.`,
    ),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'figures',
            figures: [{ id: `drivers-${k + 1}`, title, caption, shows: 'sampling', ...svgs, size: 'full' }],
          } as const,
        ]),
    { kind: 'table', table: driverTable(study, k, title), behind: true },
  ]
}

function driverTable({ factors, method }: SensitivityPart, k: number, caption: string): DocumentTable {
  const columns = [
    { key: 'factor', title: 'Factor', align: left },
    { key: 'index', title: method, align: right },
    { key: 'low', title: '5%', align: right },
    { key: 'high', title: '95%', align: right },
    { key: 'words', title: 'Which way', align: left },
  ]
  const rows = factors.map(({ title, index, interval, words: way }) => [
    words(title),
    ...[index, interval.low, interval.high].map(indexCell),
    words(way),
  ])
  return { id: `drivers-${k + 1}`, caption, columns, groups: [{ title: '', rows }] }
}

function indexCell(value: number): Cell {
  return { text: decimalText(value, -2), value: figure(value, NaN) }
}

export function failureSection(report: Report, options: Options): Section | undefined {
  const boxes = report.parts?.discovery ?? []
  if (boxes.length === 0) return undefined
  return {
    id: 'failing',
    title: 'Where an option fails',
    blocks: boxes.flatMap((box, k) => boxBlocks(box, k, options)),
  }
}

function boxBlocks(box: FailureBox, k: number, { all }: Options): readonly Block[] {
  const option = all.find(({ name }) => name === box.scenario)?.label ?? box.scenario
  const columns = [
    { key: 'factor', title: 'Factor', align: left },
    { key: 'low', title: 'from', align: right },
    { key: 'high', title: 'to', align: right },
    { key: 'unit', title: 'Unit', align: left },
  ]
  const rows = box.limits.map(({ title, unit, low, high }) => [
    words(title),
    limitCell(low),
    limitCell(high),
    words(unit),
  ])
  return [
    paragraph(
      `${option}: ${box.sentence.replace(/\.$/, '')}. Failing means: ${box.failing}. In this box ` +
        `${shareText(box.density)} of replicates fail; ` +
        `it holds ${shareText(box.coverage)} of all that fail.`,
    ),
    {
      kind: 'table',
      table: {
        id: `failing-${k + 1}`,
        caption: `The box in which ${option} fails`,
        columns,
        groups: [{ title: '', rows }],
      },
      behind: false,
    },
  ]
}

/** An end of a box; what is not a number is no limit. */
function limitCell(value: number): Cell {
  return { text: Number.isFinite(value) ? String(Number(value.toPrecision(3))) : 'no limit', value: figure(value, NaN) }
}

export function sweepSection(report: Report): Section | undefined {
  const curves = report.parts?.sweep ?? []
  if (curves.length === 0) return undefined
  return { id: 'sweep', title: 'Along the lever', blocks: curves.flatMap((curve, k) => curveBlocks(curve, k)) }
}

function curveBlocks(curve: SweepCurve, k: number): readonly Block[] {
  const { lever, outcome, unit, points, peak } = curve
  const title = `${outcome} along ${lever}`
  const columns = [
    { key: 'level', title: lever, align: right },
    { key: 'mean', title: `Mean, ${unit}`, align: right },
    { key: 'errorLow', title: 'Monte Carlo, 5%', align: right },
    { key: 'errorHigh', title: '95%', align: right },
    { key: 'low', title: 'Replicates, 5%', align: right },
    { key: 'high', title: '95%', align: right },
  ]
  const rows = points.map(({ level, mean, error, spread }) =>
    [level, mean, error.low, error.high, spread.low, spread.high].map(levelCell),
  )
  return [
    paragraph(peakText(curve, peak)),
    {
      kind: 'figures',
      figures: [
        {
          id: `sweep-${k + 1}`,
          title,
          caption: `Axis: ${unit}. ${peak === undefined ? '' : 'Dashed line and bar at the top: the peak and its interval, by resampling replicates.'}`,
          shows: 'both',
          ...curveSvgs(curve),
          size: 'full',
        },
      ],
    },
    {
      kind: 'table',
      table: { id: `sweep-${k + 1}`, caption: title, columns, groups: [{ title: '', rows }] },
      behind: true,
    },
  ]
}

function levelCell(value: number): Cell {
  return { text: String(Number(value.toPrecision(4))), value: figure(value, NaN) }
}

function peakText({ lever, leverUnit, outcome, points }: SweepCurve, peak: SweepCurve['peak']): string {
  const level = (value: number): string =>
    leverUnit === 'share' ? percentText(value, 0) : `${Number(value.toPrecision(3))} ${leverUnit}`.trimEnd()
  if (peak === undefined) {
    const best = points.reduce((greatest, point) => (point.mean > greatest.mean ? point : greatest))
    return `${outcome}: of the levels of ${lever} that were tried, the mean is greatest at ${level(best.level)}.`
  }
  const interval = `${level(peak.interval.low)} to ${level(peak.interval.high)}, by resampling the replicates`
  return `${outcome} is greatest at ${level(peak.level)} of ${lever} (${interval}).`
}
