/**
 * Room for symbols on a map: those that would cover each other are moved apart along a spiral, the largest staying
 * where it is, since sites are those of cities and several plants of Detroit would be one.
 */

export interface Symbol {
  readonly x: number
  readonly y: number
  /** Pixels. */
  readonly radius: number
}

const step = 0.35
const turns = 400

/** Places of the symbols in their order; the earlier ones have the first choice. */
export function spreadOut(symbols: readonly Symbol[], gap: number): readonly (readonly [number, number])[] {
  const placed: { readonly x: number; readonly y: number; readonly radius: number }[] = []
  for (const { x, y, radius } of symbols) {
    const isFree = (atX: number, atY: number): boolean =>
      placed.every((other) => Math.hypot(atX - other.x, atY - other.y) >= radius + other.radius + gap)
    let at: readonly [number, number] = [x, y]
    for (let k = 1; k < turns && !isFree(...at); k++) {
      const angle = step * k
      const distance = 0.9 * angle
      at = [x + distance * Math.cos(angle), y + distance * Math.sin(angle)]
    }
    placed.push({ x: at[0], y: at[1], radius })
  }
  return placed.map(({ x, y }) => [x, y] as const)
}
