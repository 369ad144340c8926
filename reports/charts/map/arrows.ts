/** Arrows between countries: lines that move, as many as in the mean of replicates. */
import { type Markup, markup } from '../../words/markup.ts'
import { ink, paper } from '../plot.ts'

export interface LineMove {
  /** Places, as in `MX` and `US`. */
  readonly from: string
  readonly to: string
  /** Mean number of lines. */
  readonly lines: number
  /** As in `12.2 lines`. */
  readonly words: string
}

/** Where arrows start and end: degrees, away from most plants. */
const anchors: Readonly<Record<string, readonly [number, number]>> = {
  US: [-101, 39.5],
  CA: [-86.5, 49],
  MX: [-104.6, 25.6],
}

type Place = (longitude: number, latitude: number) => readonly [number, number]

/** An arrow for each pair of places between which lines move, wider for more lines; `scale` is that of the whole map. */
export function arrowsOf(moves: readonly LineMove[], place: Place, scale: number): readonly Markup[] {
  return moves.flatMap(({ from, to, lines, words }): readonly Markup[] => {
    if (anchors[from] === undefined || anchors[to] === undefined) return []
    return [arrow(place(...anchors[from]), place(...anchors[to]), 2 + Math.min(8, lines / 2), words, scale)]
  })
}

type Point = readonly [number, number]

/** A bow from one point to another, to the right of the straight line, so that two ways do not cover each other. */
function arrow(start: Point, end: Point, weight: number, words: string, scale: number): Markup {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  const length = Math.hypot(dx, dy)
  const [ux, uy] = [dx / length, dy / length]
  const bend = 0.16 * length
  const middle: Point = [(start[0] + end[0]) / 2 - uy * bend, (start[1] + end[1]) / 2 + ux * bend]
  const width = weight * scale
  const head = (6 + 1.4 * weight) * scale
  // Along the curve's last direction, from the middle to the end.
  const last = Math.hypot(end[0] - middle[0], end[1] - middle[1])
  const [hx, hy] = [(end[0] - middle[0]) / last, (end[1] - middle[1]) / last]
  const neck: Point = [end[0] - hx * head, end[1] - hy * head]
  const corner = (side: number): Point => [neck[0] - side * hy * head * 0.6, neck[1] + side * hx * head * 0.6]
  // Two thirds of the way, where there are few plants.
  const label: Point = [
    start[0] / 9 + (4 / 9) * middle[0] + (4 / 9) * end[0],
    start[1] / 9 + (4 / 9) * middle[1] + (4 / 9) * end[1],
  ]
  return markup`<g><path d="M${at(start)}Q${at(middle)} ${at(neck)}" fill="none" stroke="${ink}" stroke-opacity="0.55" stroke-width="${width.toFixed(
    1,
  )}"/><path d="M${at(end)}L${at(corner(1))}L${at(corner(-1))}Z" fill="${ink}" fill-opacity="0.75"/><text x="${(
    label[0] - 7
  ).toFixed(
    1,
  )}" y="${label[1].toFixed(1)}" text-anchor="end" fill="${ink}" font-weight="600" paint-order="stroke" stroke="${
    paper
  }" stroke-width="3">${words}</text></g>`
}

function at([x, y]: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}
