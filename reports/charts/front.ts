/**
 * Two outcomes of the points of a sweep against each other: a dot a point over the cross of its Monte Carlo error, filled where
 * it is on the front, half filled where that is not settled, hollow where it is dominated. The line joins the points that none
 * dominates in these two outcomes, in steps: what lies behind a step is dominated.
 */
import type { FrontPart } from '../data/parts.ts'
import { dominates } from '../../engine/analysis/optimum/front.ts'
import {
  axisX,
  axisY,
  type BothWidths,
  characterWidth,
  dot,
  draw,
  inBothWidths,
  ink,
  line,
  link,
  marginFor,
  type Mark,
  pageWidth,
  pale,
  paper,
  quiet,
  text,
  wrapped,
} from './plot.ts'
import { after } from '../words/words.ts'

type Goal = FrontPart['goals'][number]

interface FrontDot {
  readonly number: number
  readonly standing: string
  readonly x: number
  readonly y: number
  readonly left: number
  readonly right: number
  readonly low: number
  readonly high: number
}

const lineHeight = 16

/** The first outcome across, another up. @param other number of that outcome */
function frontSvg(front: FrontPart, other: number, width: number): string {
  const [across, up] = [front.goals[0], front.goals[other]]
  const dots = front.points.map(({ number, standing, figures }): FrontDot => {
    const [one, two] = [figures[0], figures[other]]
    return {
      number,
      standing,
      x: one.mean,
      y: two.mean,
      left: one.error.low,
      right: one.error.high,
      low: two.error.low,
      high: two.error.high,
    }
  })
  const isNarrow = width < pageWidth
  const marginLeft = marginFor(dots.flatMap(({ low, high }) => [low, high]))
  const longest = Math.floor((width - marginLeft - 20) / characterWidth)
  const below = wrapped(axisText(across, ['→', '←']), longest)
  const above = wrapped(axisText(up, ['↑', '↓']), Math.floor((width - 20) / characterWidth))
  const marginTop = 18 + lineHeight * above.length
  return draw(
    {
      width,
      height: (isNarrow ? 260 : 360) + lineHeight * (above.length + below.length),
      marginLeft,
      marginRight: 28,
      marginTop,
      marginBottom: 30 + lineHeight * below.length,
      x: { nice: true, grid: true },
      y: { nice: true, grid: true },
      marks: [
        axisX({ label: null, ticks: isNarrow ? 2 : 4 }),
        axisY({ label: null, ticks: 5 }),
        text([below.join('\n')], { frameAnchor: 'bottom', lineAnchor: 'top', dy: 26, fill: ink }),
        text([above.join('\n')], {
          frameAnchor: 'top-left',
          textAnchor: 'start',
          lineAnchor: 'top',
          dx: 8 - marginLeft,
          dy: 4 - marginTop,
          fill: ink,
        }),
        ...dotMarks(dots, stepsOf(dots, across, up)),
      ],
    },
    { label: `${across.outcome}, and ${up.outcome}`, description: dots.map(dotText).join('; ') },
  )
}

/** As in `→ vehicles built, MX, 2036 (vehicles)`; the arrow points to what is sought. */
function axisText({ outcome, unit, sought }: Goal, [more, less]: readonly [string, string]): string {
  return `${sought === 'most' ? more : less} ${outcome}${after(unit)}`
}

function fillOf({ standing }: FrontDot): string {
  if (standing === 'on the front') return ink
  return standing === 'not settled' ? pale : paper
}

function dotMarks(dots: readonly FrontDot[], steps: readonly (readonly [number, number])[]): readonly Mark[] {
  // Numbers of all would cover each other.
  const named = dots.filter(({ number, standing }) => number === 0 || standing !== 'dominated')
  return [
    line(steps, { x: '0', y: '1', stroke: quiet, strokeDasharray: '5 3' }),
    link(dots, { x1: 'left', x2: 'right', y1: 'y', y2: 'y', stroke: quiet, strokeWidth: 1.2 }),
    link(dots, { x1: 'x', x2: 'x', y1: 'low', y2: 'high', stroke: quiet, strokeWidth: 1.2 }),
    dot(dots, { x: 'x', y: 'y', r: 5, stroke: ink, strokeWidth: 1.5, fill: fillOf }),
    text(named, { x: 'x', y: 'y', text: ({ number }: FrontDot) => String(number), dx: 10, dy: -9, fill: ink }),
  ]
}

function turned({ sought }: Goal, value: number): number {
  return sought === 'most' ? value : -value
}

/** Corners of the line along the front of two outcomes. */
function stepsOf(dots: readonly FrontDot[], across: Goal, up: Goal): readonly (readonly [number, number])[] {
  const judged = [
    Float64Array.from(dots, ({ x }) => turned(across, x)),
    Float64Array.from(dots, ({ y }) => turned(up, y)),
  ]
  const front = dots
    .filter((_, p) => !dots.some((__, other) => dominates(judged, other, p)))
    .toSorted((one, other) => turned(across, one.x) - turned(across, other.x))
  // Between two points of the front nothing is reached beyond the worse of each.
  return front.flatMap(({ x, y }, k) =>
    k === 0
      ? [[x, y]]
      : ([
          [front[k - 1].x, y],
          [x, y],
        ] as const),
  )
}

function dotText({ number, standing, x, y }: FrontDot): string {
  return `${number}: ${x.toPrecision(4)}, ${y.toPrecision(4)}, ${standing}`
}

/** The chart in both widths. */
export function frontSvgs(front: FrontPart, other: number): BothWidths {
  return inBothWidths((width) => frontSvg(front, other, width))
}
