/**
 * Rule `mexico-to-us`: US sales of the lines built in Mexico. Where a nameplate is built elsewhere too, its Mexican part
 * is INEGI's shipments to the US, at most all; where it is built in Mexico only, the part is the nameplate. Then each plant
 * is balanced: what it built and what did not go to Canada, Mexico or the rest of the world counts as sold in the US,
 * cars in dealers' yards among them.
 *
 *   US sales of a plant = output - to Canada - sold in Mexico - to others
 *
 * National and makers' totals hold: a nameplate's other lines make room, and where it has none its maker's other
 * nameplates (those whose sales are approximate, if there are any).
 */
import { byPlant } from './output.ts'
import type { MexicanLines } from './mexicoLines.ts'
import type { Sketch } from './sketch.ts'
import type { Targets } from './targets.ts'

/**
 * @param us [line] US sales by the supply mix
 * @returns [line] with the same total, and the same total of each maker that has one of its own
 */
export function balanceMexicanLines(
  sketch: Sketch,
  targets: Targets,
  us: Float64Array,
  mexican: MexicanLines,
): Float64Array {
  const { lines } = sketch
  const isMexican = (j: number): boolean => mexican.rows[j] !== undefined
  const bySold = sumByProduct(sketch, us, () => true)
  const byMexican = sumByProduct(sketch, us, isMexican)
  const hasOthers = lines.map(({ product }) => byMexican[product] < bySold[product])
  const shipped = sumByProduct(sketch, mexican.toUs, isMexican)
  const seed = us.map((value, j) => {
    if (!isMexican(j) || !hasOthers[j]) return isMexican(j) ? value : 0
    const { product } = lines[j]
    return mexican.toUs[j] * Math.min(1, bySold[product] / Math.max(1, shipped[product]))
  })
  const scaled = balancePlants(sketch, seed, mexican)
  const wanted = sumByProduct(sketch, scaled, isMexican)
  const balanced = us.map((value, j) => {
    const { product } = lines[j]
    if (isMexican(j))
      return hasOthers[j] ? scaled[j] * Math.min(1, bySold[product] / Math.max(1, wanted[product])) : scaled[j]
    const elsewhere = bySold[product] - byMexican[product]
    return elsewhere > 0 ? (value * Math.max(0, bySold[product] - wanted[product])) / elsewhere : value
  })
  const isFree = bySold.map((value, i) => (value > 0 && byMexican[i] === 0 ? 1 : 0))
  return keepTotals(sketch, targets, us, balanced, isFree)
}

/** One factor a plant, so that its lines sell in the US what the plant built and nobody else took. */
function balancePlants(sketch: Sketch, seed: Float64Array, mexican: MexicanLines): Float64Array {
  const { output, toCanada, toOther, soldInMexico } = mexican
  const left = byPlant(
    sketch,
    output.map((value, j) => value - toCanada[j] - toOther[j] - soldInMexico[j]),
  )
  const sold = byPlant(sketch, seed)
  return seed.map((value, j) => {
    const { plant } = sketch.lines[j]
    return value > 0 ? (value * Math.max(0, left[plant])) / sold[plant] : 0
  })
}

/**
 * Nameplates that are not built in Mexico take up what the others' totals have changed by.
 *
 * @param isFree [product] 1 where no line is Mexican
 */
function keepTotals(
  sketch: Sketch,
  targets: Targets,
  before: Float64Array,
  after: Float64Array,
  isFree: Float64Array,
): Float64Array {
  const changed = sumByProduct(
    sketch,
    after.map((value, j) => value - before[j]),
    () => true,
  )
  const group = sketch.products.map(({ maker }) => (targets.usSalesByMaker.has(sketch.makers[maker].name) ? maker : -1))
  const groups = [...new Set(group.filter((_, i) => changed[i] !== 0))]
  const result = after.slice()
  for (const g of groups) {
    const change = changed.reduce((sum, value, i) => sum + (group[i] === g ? value : 0), 0)
    const gives =
      (approximateOnly: boolean) =>
      (j: number): boolean => {
        const { product } = sketch.lines[j]
        const isApproximate = sketch.products[product].row?.salesConfidence !== 'sourced'
        return group[product] === g && isFree[product] === 1 && (!approximateOnly || isApproximate)
      }
    const volume = (chosen: (j: number) => boolean): number =>
      after.reduce((sum, value, j) => sum + (chosen(j) ? value : 0), 0)
    const chosen = volume(gives(true)) > 2 * Math.abs(change) ? gives(true) : gives(false)
    const room = volume(chosen)
    // A maker with nothing else to sell keeps what it has; the nation's total is met below.
    if (room <= change) continue
    after.forEach((value, j) => {
      if (chosen(j)) result[j] = value * (1 - change / room)
    })
  }
  const total = before.reduce((sum, value) => sum + value, 0)
  const last = total / result.reduce((sum, value) => sum + value, 0)
  return Math.abs(last - 1) < 1e-12 ? result : result.map((value) => value * last)
}

/** [product] sum over the lines that are chosen. */
function sumByProduct(sketch: Sketch, ofLines: Float64Array, chosen: (j: number) => boolean): Float64Array {
  const sums = new Float64Array(sketch.products.length)
  sketch.lines.forEach(({ product }, j) => {
    if (chosen(j)) sums[product] += ofLines[j]
  })
  return sums
}
