/**
 * An outcome along the levels of a lever, as on a Laffer curve. The pale band is the spread of replicates, the short
 * bars are Monte Carlo error of the mean; the two are drawn apart. The peak is a vertical line with the band in which
 * it may lie.
 */
import type { SweepCurve, CurvePoint } from '../data/parts.ts'
import {
  type BothWidths,
  inBothWidths,
  type Mark,
  pageWidth,
  marginFor,
  ruleX,
  ink,
  link,
  quiet,
  text,
  draw,
  axisX,
  axisY,
  areaY,
  pale,
  ruleY,
  line,
  dot,
  characterWidth,
  wrapped,
} from './plot.ts'

const lineHeight = 16

/** Room beside the plot, pixels: levels run from the lowest, at its left, to the highest, at its right. */
export function curveFrame({ points }: SweepCurve): { readonly left: number; readonly right: number } {
  return { left: marginFor(points.flatMap(({ spread }) => [spread.low, spread.high])), right: 20 }
}

/** The chart as SVG. @param width pixels; below `pageWidth` it is laid out for a narrow page */
export function curveSvg(curve: SweepCurve, width: number): string {
  const { lever, leverUnit, outcome, unit, points } = curve
  const isNarrow = width < pageWidth
  const { left: marginLeft, right: marginRight } = curveFrame(curve)
  const axis = wrapped(
    leverUnit === '' ? lever : `${lever}, ${leverUnit}`,
    Math.floor((width - marginLeft) / characterWidth),
  )
  return draw(
    {
      width,
      height: (isNarrow ? 284 : 384) + lineHeight * axis.length,
      marginLeft,
      marginRight,
      marginTop: 36,
      marginBottom: 28 + lineHeight * axis.length,
      y: { grid: true, nice: true },
      marks: [
        axisX({ label: null, ticks: isNarrow ? 4 : 8 }),
        text([axis.join('\n')], { frameAnchor: 'bottom', lineAnchor: 'top', dy: 26, fill: ink }),
        axisY({ label: unit, labelArrow: 'none', ticks: 6 }),
        ...pointMarks(points),
        ...peakMarks(curve),
      ],
    },
    {
      label: `${outcome} along ${lever}`,
      description: points.map(({ level, mean }) => `${level}: ${mean.toPrecision(4)}`).join('; '),
    },
  )
}

/** The band of replicates, the line of means, and the Monte Carlo error at each level. */
function pointMarks(points: SweepCurve['points']): readonly Mark[] {
  const error = { x1: 'level', x2: 'level', y1: lowOf('error'), y2: highOf('error') }
  return [
    areaY(points, { x: 'level', y1: lowOf('spread'), y2: highOf('spread'), fill: pale }),
    ruleY([0], { stroke: ink, strokeDasharray: '4 3' }),
    line(points, { x: 'level', y: 'mean', stroke: ink, strokeWidth: 2.2 }),
    link(points, { ...error, stroke: ink, strokeWidth: 4 }),
    dot(points, { x: 'level', y: 'mean', r: 2.5, fill: ink }),
  ]
}

/** Where the outcome peaks, and above the curve the band in which the peak may lie. */
function peakMarks({ points, peak }: SweepCurve): readonly Mark[] {
  if (peak === undefined) return []
  const top = Math.max(...points.map(({ spread }) => spread.high))
  return [
    ruleX([peak.level], { stroke: ink, strokeDasharray: '6 3' }),
    link([peak.interval], { x1: 'low', x2: 'high', y1: top, y2: top, stroke: quiet, strokeWidth: 6 }),
    text([peak], { x: 'level', y: top, text: 'kind', dy: -12, fontWeight: 600, fill: ink }),
  ]
}

function lowOf(name: 'spread' | 'error'): (point: CurvePoint) => number {
  return (point) => point[name].low
}

function highOf(name: 'spread' | 'error'): (point: CurvePoint) => number {
  return (point) => point[name].high
}

/** The chart in both widths. */
export function curveSvgs(curve: SweepCurve): BothWidths {
  return inBothWidths((width) => curveSvg(curve, width))
}
