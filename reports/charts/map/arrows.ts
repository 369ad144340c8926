/** Arrows between countries: lines that are built elsewhere than under the baseline, as many as in the mean of replicates. */
import { type Markup, markup } from '../../words/markup.ts'
import { ink, paper } from '../plot.ts'

export interface LineMove {
  /** Places, as in `MX` and `US`; `OVERSEAS` is a marked place in the ocean. */
  readonly from: string
  readonly to: string
  /** Mean number of lines. */
  readonly lines: number
  /** As in `12.2 lines`. */
  readonly words: string
}

type Point = readonly [number, number]
type Place = (longitude: number, latitude: number) => Point

/** Centre of the mark of what is overseas: degrees, where there is neither land nor inset. */
const overseas: Point = [-120.6, 25]

/** Where arrows between two places touch the one and the other: degrees, away from most plants and from each other. */
const ends: readonly { readonly places: readonly [string, string]; readonly at: readonly [Point, Point] }[] = [
  {
    places: ['OVERSEAS', 'US'],
    at: [
      [-119.6, 26.6],
      [-107, 37.6],
    ],
  },
  {
    places: ['OVERSEAS', 'MX'],
    at: [
      [-117.6, 24.2],
      [-107.4, 24.2],
    ],
  },
  {
    places: ['OVERSEAS', 'CA'],
    at: [
      [-121.8, 26.8],
      [-113.5, 49.6],
    ],
  },
  {
    places: ['MX', 'US'],
    at: [
      [-104.6, 25.6],
      [-101, 37.6],
    ],
  },
  {
    places: ['CA', 'US'],
    at: [
      [-87.5, 49],
      [-99.5, 41.8],
    ],
  },
  {
    places: ['CA', 'MX'],
    at: [
      [-94, 49.5],
      [-103, 27.5],
    ],
  },
]

/**
 * An arrow for each pair of places between which lines move, wider for more lines.
 *
 * @param scale that of the whole map
 * @param symbols what labels should not cover
 */
export function arrowsOf(
  moves: readonly LineMove[],
  place: Place,
  scale: number,
  symbols: readonly Disc[],
): readonly Markup[] {
  const arrows = moves.flatMap(({ from, to, lines, words }): readonly Arrow[] => {
    const pair = ends.find(({ places }) => places.includes(from) && places.includes(to))
    if (pair === undefined) return []
    const [start, end] = pair.places[0] === from ? pair.at : [pair.at[1], pair.at[0]]
    return [{ ...curve(place(...start), place(...end)), width: 2 + Math.min(8, lines / 2), words }]
  })
  const shafts = arrows.map((arrow) => shaft(arrow, scale))
  const isOverseas = moves.some(({ from, to }) => from === 'OVERSEAS' || to === 'OVERSEAS')
  const box = overseasBox(place(...overseas), scale)
  const taken = [
    ...symbols.map(({ x, y, radius }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius })),
    ...(isOverseas ? [box] : []),
  ]
  // Names stand over all arrows.
  return [...shafts, ...(isOverseas ? [overseasMark(box)] : []), ...labels(arrows, scale, taken)]
}

/** What a symbol covers, pixels. */
export interface Disc {
  readonly x: number
  readonly y: number
  readonly radius: number
}

interface Curve {
  readonly start: Point
  readonly middle: Point
  readonly end: Point
}

interface Arrow extends Curve {
  /** Pixels on a map of full size. */
  readonly width: number
  readonly words: string
}

/** A bow from one point to another, to the right of the straight line, so that two ways do not cover each other. */
function curve(start: Point, end: Point): Curve {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  const bend = 0.16
  return { start, middle: [(start[0] + end[0]) / 2 - dy * bend, (start[1] + end[1]) / 2 + dx * bend], end }
}

function shaft({ start, middle, end, width, words }: Arrow, scale: number): Markup {
  const head = (6 + 1.4 * width) * scale
  // Along the curve's last direction, from the middle to the end.
  const last = Math.hypot(end[0] - middle[0], end[1] - middle[1])
  const [hx, hy] = [(end[0] - middle[0]) / last, (end[1] - middle[1]) / last]
  const neck: Point = [end[0] - hx * head, end[1] - hy * head]
  const corner = (side: number): Point => [neck[0] - side * hy * head * 0.6, neck[1] + side * hx * head * 0.6]
  return markup`<g><title>${words}</title><path d="M${at(start)}Q${at(middle)} ${at(neck)}" fill="none" stroke="${ink}" stroke-opacity="0.55" stroke-width="${(
    width * scale
  ).toFixed(1)}"/><path d="M${at(end)}L${at(corner(1))}L${at(corner(-1))}Z" fill="${ink}" fill-opacity="0.75"/></g>`
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function overseasBox([x, y]: Point, scale: number): Box {
  const [width, height] = [84 * Math.max(0.85, scale), 26]
  return { x: Math.max(x - width / 2, 3), y: y - height / 2, width, height }
}

function overseasMark({ x, y, width, height }: Box): Markup {
  return markup`<g transform="translate(${x.toFixed(1)},${y.toFixed(1)})"><rect width="${width.toFixed(1)}" height="${
    height
  }" rx="6" fill="${paper}" stroke="${ink}"/><text x="${(width / 2).toFixed(
    1,
  )}" y="17.5" text-anchor="middle" font-weight="600" fill="${ink}">Overseas</text></g>`
}

/** Where along its arrow a label may stand, to the left and to the right of it: there where it covers least. */
const shares = [0.62, 0.5, 0.4, 0.75, 0.3]
const letterWidth = { wide: 8, narrow: 7 } as const
const lineHeight = 16

/** How many lines, in words beside each arrow. */
function labels(arrows: readonly Arrow[], scale: number, symbols: readonly Box[]): readonly Markup[] {
  const taken = [...symbols]
  return arrows.map(({ words, width: weight, ...way }) => {
    const width = words.length * (scale < 1 ? letterWidth.narrow : letterWidth.wide)
    const away = 3 + weight * scale
    const boxes = shares.flatMap((share): readonly Box[] => {
      const [x, y] = along(way, share)
      const top = y - lineHeight / 2
      return [x - away - width, x + away].map((left) => ({ x: Math.max(2, left), y: top, width, height: lineHeight }))
    })
    const covers = (box: Box): number => taken.reduce((sum, other) => sum + overlap(box, other), 0)
    const [best] = boxes.toSorted((one, other) => covers(one) - covers(other))
    taken.push(best)
    return markup`<text x="${best.x.toFixed(1)}" y="${(best.y + 12).toFixed(1)}" fill="${ink}" font-weight="600" paint-order="stroke" stroke="${paper}" stroke-width="3">${words}</text>`
  })
}

/** Area that two boxes share. */
function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** The point of a curve at a share of its way. */
function along({ start, middle, end }: Curve, share: number): Point {
  const rest = 1 - share
  const mix = (axis: 0 | 1): number =>
    rest * rest * start[axis] + 2 * rest * share * middle[axis] + share * share * end[axis]
  return [mix(0), mix(1)]
}

function at([x, y]: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}
