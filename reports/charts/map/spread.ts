/**
 * Room for symbols on a map: those that would cover each other are moved apart, the earlier ones staying where they are,
 * since sites are those of cities and several plants of Detroit would be one. A symbol moves no further than it must,
 * and never over a border.
 */

export interface Symbol {
  readonly x: number
  readonly y: number
  /** Pixels. */
  readonly radius: number
  /** Where its centre may lie, the narrowest area first: that of its state, then that of its country. */
  readonly areas?: readonly Area[]
}

export interface Area {
  readonly isIn: (x: number, y: number) => boolean
  /** How far a symbol may be moved to stay in it, pixels; beyond that the next area is tried. */
  readonly reach: number
}

/** Pixels between the rings of candidates, and between candidates on a ring. */
const step = 1

type Point = readonly [number, number]

/** Places of the symbols in their order; the earlier ones have the first choice. */
export function spreadOut(symbols: readonly Symbol[], gap: number): readonly Point[] {
  const placed: { readonly x: number; readonly y: number; readonly radius: number }[] = []
  for (const symbol of symbols) {
    const isFree = (x: number, y: number): boolean =>
      placed.every((other) => Math.hypot(x - other.x, y - other.y) >= symbol.radius + other.radius + gap)
    const [x, y] = nearestFree(symbol, isFree)
    placed.push({ x, y, radius: symbol.radius })
  }
  return placed.map(({ x, y }) => [x, y] as const)
}

const anywhere: Area = { isIn: () => true, reach: 400 }

/** The nearest free place in the first area that has one; on the site itself, over others, where none has. */
function nearestFree({ x, y, areas = [anywhere] }: Symbol, isFree: (x: number, y: number) => boolean): Point {
  for (const { isIn, reach } of areas) {
    for (let distance = 0; distance <= reach; distance += step) {
      const candidates = Math.max(1, Math.ceil((2 * Math.PI * distance) / step))
      for (let k = 0; k < candidates; k++) {
        const angle = (2 * Math.PI * k) / candidates
        const at: Point = [x + distance * Math.cos(angle), y + distance * Math.sin(angle)]
        if (isFree(...at) && isIn(...at)) return at
      }
    }
  }
  return [x, y]
}
