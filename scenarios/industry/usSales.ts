/**
 * Rule `us-sales`: sales in the United States by line. Sourced figures stand; approximate ones are scaled in one step
 * to their maker's own total where that is known, all others in a second to what the national total leaves.
 */
import type { Sketch } from './sketch.ts'
import type { Targets } from './targets.ts'

/** [line] vehicles; the sum is the national total. */
export function usSalesByLine(sketch: Sketch, targets: Targets): Float64Array {
  const products = usSalesByProduct(sketch, targets)
  return Float64Array.from(sketch.lines, (line) => line.share * products[line.product])
}

function usSalesByProduct(sketch: Sketch, targets: Targets): Float64Array {
  const listed = sketch.products.map(({ row }) => row?.usSales ?? 0)
  const fixed = sketch.products.map(({ row }) => row?.salesConfidence === 'sourced')
  const known = sketch.makers.map(({ name }) => targets.usSalesByMaker.get(name)?.value)
  const factors = known.map((total, f) => {
    if (total === undefined) return undefined
    const ofMaker = (i: number): boolean => sketch.products[i].maker === f
    const sourced = sumWhere(listed, (i) => ofMaker(i) && fixed[i])
    return scaleFactor(
      total,
      sourced,
      sumWhere(listed, (i) => ofMaker(i) && !fixed[i]),
    )
  })
  const settled = (i: number): boolean => fixed[i] || factors[sketch.products[i].maker] !== undefined
  const sales = listed.map((value, i) => (fixed[i] ? value : value * (factors[sketch.products[i].maker] ?? 1)))
  const rest = scaleFactor(
    targets.usSales.value,
    sumWhere(sales, settled),
    sumWhere(sales, (i) => !settled(i)),
  )
  // Where there is nothing left to scale, all sales are scaled, so that the national total always holds.
  const total = sumWhere(sales, (i) => settled(i)) + sumWhere(sales, (i) => !settled(i)) * (rest ?? 1)
  const last = targets.usSales.value / total
  return Float64Array.from(sales, (value, i) => value * (settled(i) ? 1 : (rest ?? 1)) * last)
}

/** Factor on the free part so that both parts make the total; undefined where no positive factor does. */
function scaleFactor(total: number, fixed: number, free: number): number | undefined {
  return free > 0 && total > fixed ? (total - fixed) / free : undefined
}

function sumWhere(values: readonly number[], chosen: (i: number) => boolean): number {
  return values.reduce((sum, value, i) => sum + (chosen(i) ? value : 0), 0)
}
