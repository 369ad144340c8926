/**
 * Which box to tell people about, by a rule instead of by eye:
 *
 * 1. every box of the peeling trajectory is simplified: restrictions whose quasi-p-value is above a level are dropped,
 *    the largest first, as Bryant and Lempert (2010) advise, and so are the least sure of those beyond the number that
 *    people can take in. A trajectory strays into parameters that do not matter, and this takes it back;
 * 2. of the simplified boxes the one is chosen whose membership correlates most (phi) with being of interest. The box
 *    of everything has correlation 0, a box that holds all cases of interest and no other has 1; between them phi
 *    weighs coverage against density without a weight of our choice. On equal correlation the fewer restrictions;
 * 3. pasting (Friedman and Fisher 1999): ends are moved out again by a thin slice as long as the density does not fall.
 */
import { boxStatistics, quasiPs, restrictedParameters, rowsInside, withLimits, type Box } from './box.ts'
import type { Cases } from './cases.ts'
import type { Step } from './peel.ts'

export interface ChoosingOptions {
  /** Most parameters that the box restricts. */
  readonly mostRestricted: number
  /** Restrictions with a larger quasi-p-value are dropped. */
  readonly level: number
  /** Share of the box's cases by which an end moves out. */
  readonly pasteAlpha: number
}

/** The box of steps 1 to 3; that of everything where nothing correlates. */
export function chooseBox(cases: Cases, rows: Int32Array, steps: readonly Step[], options: ChoosingOptions): Box {
  const [best] = steps
    .map(({ box }) => simplified(cases, rows, box, options))
    .map((box) => ({ box, ...boxStatistics(cases, rows, box) }))
    .toSorted((a, b) => b.correlation - a.correlation || a.restricted - b.restricted)
  return paste(cases, rows, best.box, options.pasteAlpha)
}

/** The box without the restrictions that chance explains, and with no more of them than asked. */
export function simplified(cases: Cases, rows: Int32Array, box: Box, options: ChoosingOptions): Box {
  const chances = quasiPs(cases, rows, box)
  const restricted = restrictedParameters(box)
  const [worst] = restricted.toSorted((a, b) => chances[b] - chances[a])
  if (worst === undefined) return box
  if (chances[worst] <= options.level && restricted.length <= options.mostRestricted) return box
  return simplified(cases, rows, withLimits(box, worst, -Infinity, Infinity), options)
}

/** The box with its ends moved out while that costs no density. */
function paste(cases: Cases, rows: Int32Array, box: Box, alpha: number): Box {
  const density = boxStatistics(cases, rows, box).density
  const wider = restrictedParameters(box)
    .flatMap((p) => [movedOut(cases, rows, box, p, alpha, 'low'), movedOut(cases, rows, box, p, alpha, 'high')])
    .filter((candidate) => candidate !== undefined)
    .map((candidate) => ({ candidate, density: boxStatistics(cases, rows, candidate).density }))
  const [best] = wider.toSorted((a, b) => b.density - a.density)
  return best === undefined || best.density < density ? box : paste(cases, rows, best.candidate, alpha)
}

/** One end moved out by about `alpha` of the box's cases, to infinity if they run out; nothing for an open end. */
function movedOut(
  cases: Cases,
  rows: Int32Array,
  box: Box,
  parameter: number,
  alpha: number,
  end: 'low' | 'high',
): Box | undefined {
  const [from, to] = [box.low[parameter], box.high[parameter]]
  const isLow = end === 'low'
  if (isLow ? from === -Infinity : to === Infinity) return undefined
  const beyond = withLimits(box, parameter, isLow ? -Infinity : from, isLow ? to : Infinity)
  const values = Float64Array.from(rowsInside(cases, rows, beyond), (row) => cases.columns[parameter][row])
  const outside = values.filter((value) => (isLow ? value < from : value > to)).toSorted()
  const slice = Math.max(1, Math.ceil(alpha * (values.length - outside.length)))
  if (outside.length <= slice) return beyond
  // Half way to the next value, so that an end never lies on a case.
  const last = isLow ? outside[outside.length - slice] : outside[slice - 1]
  const next = isLow ? outside.findLast((value) => value < last) : outside.find((value) => value > last)
  if (next === undefined) return beyond
  return isLow ? withLimits(box, parameter, (last + next) / 2, to) : withLimits(box, parameter, from, (last + next) / 2)
}
