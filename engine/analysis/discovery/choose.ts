/**
 * Which box of a peeling trajectory to tell people about, by a rule instead of by eye:
 *
 * 1. of the boxes with few enough restrictions, the one whose membership correlates most (phi) with being of interest. The
 *    box of everything has correlation 0, a box that holds all cases of interest and no other has 1; between them phi
 *    weighs coverage against density without a weight of our choice. On equal correlation the fewer restrictions;
 * 2. restrictions whose quasi-p-value is above a level are dropped, the largest first, as Bryant and Lempert (2010) advise;
 * 3. pasting (Friedman and Fisher 1999): ends are moved out again by a thin slice as long as the density does not fall.
 */
import { boxStatistics, quasiP, restrictedParameters, rowsInside, withLimits, type Box } from './box.ts'
import { countOfInterest, type Cases } from './cases.ts'
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
  const allowed = steps.filter(({ statistics }) => statistics.restricted <= options.mostRestricted)
  const [best] = allowed.toSorted(
    ({ statistics: a }, { statistics: b }) => b.correlation - a.correlation || a.restricted - b.restricted,
  )
  return paste(cases, rows, dropIdle(cases, rows, best.box, options.level), options.pasteAlpha)
}

/** The box without the restrictions that chance explains. */
export function dropIdle(cases: Cases, rows: Int32Array, box: Box, level: number): Box {
  const restrictions = restrictedParameters(box).map((parameter) => ({ parameter, p: quasiP(cases, rows, box, parameter) }))
  const [worst] = restrictions.toSorted((a, b) => b.p - a.p)
  if (worst === undefined || worst.p <= level) return box
  return dropIdle(cases, rows, withLimits(box, worst.parameter, -Infinity, Infinity), level)
}

/** The box with its ends moved out while that costs no density. */
export function paste(cases: Cases, rows: Int32Array, box: Box, alpha: number): Box {
  const density = boxStatistics(cases, rows, box).density
  const wider = restrictedParameters(box)
    .flatMap((p) => [movedOut(cases, rows, box, p, alpha, 'low'), movedOut(cases, rows, box, p, alpha, 'high')])
    .filter((candidate) => candidate !== undefined)
    .map((candidate) => ({ candidate, density: boxStatistics(cases, rows, candidate).density }))
  const [best] = wider.toSorted((a, b) => b.density - a.density)
  return best === undefined || best.density < density ? box : paste(cases, rows, best.candidate, alpha)
}

/** One end moved out by about `alpha` of the box's cases, to infinity if it runs out of them; nothing for an open end. */
function movedOut(
  cases: Cases, rows: Int32Array, box: Box, parameter: number, alpha: number, end: 'low' | 'high',
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

/** Cases of interest among those outside the box, and how many are outside. */
export function outsideOf(cases: Cases, rows: Int32Array, box: Box): { readonly count: number; readonly ofInterest: number } {
  const inside = rowsInside(cases, rows, box)
  return {
    count: rows.length - inside.length,
    ofInterest: countOfInterest(cases, rows) - countOfInterest(cases, inside),
  }
}
