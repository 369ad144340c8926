/**
 * Where does an option fail? Boxes of parameter values in which it fails unusually often, found by the patient rule
 * induction method, and judged on replicates that took no part in finding them.
 *
 * A search among many parameters finds a dense box in pure noise as well. So the replicates are split at random: one
 * half finds the box, the other tells its density, coverage and the p-value of each restriction. There is a box only
 * if, on the second half, the failures inside exceed what the share of failures among all cases would give by chance
 * (binomial, at the level of the options). After a box its cases are set aside, and the rest is searched for another.
 *
 * How firmly the parameters stand is the share of random halves in which a search of its own restricts them, the
 * resampling test of Bryant and Lempert (2010).
 *
 * Where several cases come from one replicate, all of this is done by replicates: see `clusters`.
 */
import { wilsonInterval, type Interval } from '../../math/samplingError.ts'
import type { Key } from '../../math/streams.ts'
import {
  binomialTail,
  boxStatistics,
  isRestricted,
  quasiPs,
  restrictedParameters,
  rowsInside,
  type Box,
  type BoxStatistics,
} from './box.ts'
import { allRows, countOfInterest, type Cases } from './cases.ts'
import { chooseBox, type ChoosingOptions } from './choose.ts'
import { endBox } from './ends.ts'
import { caseHalves, designEffect } from './clusters.ts'
import { peel, type PeelingOptions, type Step } from './peel.ts'

export interface DiscoveryOptions extends PeelingOptions, ChoosingOptions {
  readonly mostBoxes: number
  /** Searches on random halves, for how firmly each parameter stands. */
  readonly resamples: number
  /** Which box of the trajectory of the first box is taken, in place of the one that the rule chooses; others are not sought then. */
  readonly choice?: BoxChoice
}

/** A step of the trajectory; or the first with so much density, or the last with so much coverage, of the half that searched. */
export type BoxChoice = { readonly step: number } | { readonly density: number } | { readonly coverage: number }

/** Peeling and pasting as in Friedman and Fisher (1999); the rest are judgements. */
export const usualDiscovery: DiscoveryOptions = {
  alpha: 0.05,
  leastMass: 0.05,
  pasteAlpha: 0.01,
  mostRestricted: 4,
  level: 0.05,
  mostBoxes: 3,
  resamples: 10,
}

export interface Restriction {
  readonly parameter: string
  /** Inclusive limits in the parameter's unit; infinite at an open end. */
  readonly low: number
  readonly high: number
  /** p-value of the restriction on the half that did not search. */
  readonly p: number
}

export interface FoundBox {
  readonly restrictions: readonly Restriction[]
  /** On the half that searched: flattered by the search. */
  readonly searched: BoxStatistics
  /** On the other half: what the box is worth. */
  readonly heldOut: BoxStatistics
  /** 95% intervals by Wilson of the held-out density and coverage. */
  readonly density: Interval
  readonly coverage: Interval
  /** Density among the held-out cases outside this box and those before it. */
  readonly densityElsewhere: number
  /** Chance of as many held-out failures inside if the box told nothing. */
  readonly p: number
  readonly trajectory: readonly Step[]
  /** The trajectory on the half that did not search. */
  readonly curve: readonly CurveStep[]
}

/** What a box of the trajectory is worth. */
export interface CurveStep {
  readonly step: number
  readonly searched: BoxStatistics
  readonly heldOut: BoxStatistics
  /** 95% intervals by Wilson of the held-out density and coverage. */
  readonly density: Interval
  readonly coverage: Interval
}

export interface Discovery {
  readonly parameters: readonly string[]
  readonly cases: number
  readonly ofInterest: number
  readonly leftOut: number
  /** [parameter] share of searches on random halves of all cases whose first box restricts it. */
  readonly reproduced: Float64Array
  readonly boxes: readonly FoundBox[]
  /** A box that the search proposed and the other half did not bear out, or nothing. */
  readonly refuted: FoundBox | undefined
}

/** The half of the cases that searches, and the half that judges. */
export function searchHalves(cases: Cases, root: Key): readonly [Int32Array, Int32Array] {
  return caseHalves(cases, root, 0, 'halves')
}

/** Finds boxes, ranges of a few parameters, in which cases of interest are dense; one half of the cases checks the other. */
export function discover(cases: Cases, options: DiscoveryOptions, root: Key): Discovery {
  const boxes: FoundBox[] = []
  let refuted: FoundBox | undefined
  let [search, check] = searchHalves(cases, root)
  const most = options.choice === undefined ? options.mostBoxes : 1
  while (boxes.length < most) {
    const proposed = searchBox(cases, search, options)
    const { trajectory } = proposed
    const box = options.choice === undefined ? proposed.box : chosenStep(trajectory, options.choice).box
    if (restrictedParameters(box).length === 0) break
    const found = judged(cases, search, check, box, trajectory)
    if (!(found.p < options.level)) {
      refuted = found
      break
    }
    boxes.push(found)
    search = withoutRows(search, rowsInside(cases, search, box))
    check = withoutRows(check, rowsInside(cases, check, box))
    if (countOfInterest(cases, search) === 0 || countOfInterest(cases, check) === 0) break
  }
  const rows = allRows(cases)
  return {
    parameters: cases.parameters,
    cases: rows.length,
    ofInterest: countOfInterest(cases, rows),
    leftOut: cases.leftOut,
    reproduced: reproducedShares(cases, options, root),
    boxes,
    refuted,
  }
}

/**
 * The box that the rule chooses, and the trajectory it comes from. The search is repeated among the parameters of the
 * first choice alone: with many parameters the first one spends its slices on those that do not matter before it has
 * cut deep enough into those that do. Where an option fails at both ends of a parameter, a slice off either end takes
 * failures away, and peeling ends up in the middle; so the best single end stands beside what peeling finds.
 */
function searchBox(
  cases: Cases,
  rows: Int32Array,
  options: PeelingOptions & ChoosingOptions,
): { readonly box: Box; readonly trajectory: readonly Step[] } {
  const trajectory = peel(cases, rows, options)
  const box = chooseBox(cases, rows, trajectory, options)
  const again = peel(cases, rows, options, restrictedParameters(box))
  const deeper = chooseBox(cases, rows, again, options)
  const found = [
    { box, trajectory },
    { box: deeper, trajectory: again },
    ...endBox(cases, rows, options.leastMass).map((end) => ({ box: end.box, trajectory: [trajectory[0], end] })),
  ]
  const correlation = (one: Box): number => boxStatistics(cases, rows, one).correlation
  const [best] = found.toSorted((a, b) => correlation(b.box) - correlation(a.box))
  return best
}

/** @throws RangeError that says what there is, where no step is as is asked */
function chosenStep(trajectory: readonly Step[], choice: BoxChoice): Step {
  const last = trajectory.length - 1
  const found =
    'step' in choice
      ? trajectory.at(choice.step > last ? trajectory.length : choice.step)
      : 'density' in choice
        ? trajectory.find(({ statistics }) => statistics.density >= choice.density)
        : trajectory.findLast(({ statistics }) => statistics.coverage >= choice.coverage)
  if (found !== undefined) return found
  const most = Math.max(...trajectory.map(({ statistics }) => statistics.density))
  throw new RangeError(
    `the trajectory has steps 0 to ${last}, with densities up to ${most.toPrecision(3)} on the half that searched`,
  )
}

function judged(cases: Cases, search: Int32Array, check: Int32Array, box: Box, trajectory: readonly Step[]): FoundBox {
  const heldOut = boxStatistics(cases, check, box)
  const failures = countOfInterest(cases, check)
  const within = rowsInside(cases, check, box)
  const effect = designEffect(cases, within)
  const chances = quasiPs(cases, check, box, effect)
  const { density, coverage } = heldOutIntervals(cases, check, box)
  return {
    restrictions: restrictedParameters(box).map((p) => ({
      parameter: cases.parameters[p],
      low: box.low[p],
      high: box.high[p],
      p: chances[p],
    })),
    searched: boxStatistics(cases, search, box),
    heldOut,
    density,
    coverage,
    densityElsewhere: (failures - heldOut.insideOfInterest) / (check.length - heldOut.inside),
    p: binomialTail(heldOut.insideOfInterest / effect, heldOut.inside / effect, failures / check.length),
    trajectory,
    curve: trajectory.map(({ box: one, statistics }, step) => ({
      step,
      searched: statistics,
      heldOut: boxStatistics(cases, check, one),
      ...heldOutIntervals(cases, check, one),
    })),
  }
}

/** Of the density and the coverage of a box on cases that took no part in the search for it. */
function heldOutIntervals(cases: Cases, check: Int32Array, box: Box): Pick<FoundBox, 'density' | 'coverage'> {
  const within = rowsInside(cases, check, box)
  const found = countOfInterest(cases, within)
  const failing = check.filter((row) => cases.ofInterest[row] === 1)
  return {
    density: intervalOf(found, within.length, designEffect(cases, within)),
    coverage: intervalOf(found, failing.length, insideEffect(cases, failing, within)),
  }
}

function reproducedShares(cases: Cases, options: DiscoveryOptions, root: Key): Float64Array {
  const counts = new Float64Array(cases.parameters.length)
  for (let round = 0; round < options.resamples; round++) {
    const [rows] = caseHalves(cases, root, round, 'halvesAgain')
    const { box } = searchBox(cases, rows, options)
    for (let p = 0; p < counts.length; p++) counts[p] += Number(isRestricted(box, p))
  }
  return counts.map((count) => count / options.resamples)
}

/** Design effect of the share of failures that lie in the box. */
function insideEffect(cases: Cases, failing: Int32Array, within: Int32Array): number {
  const inside = new Uint8Array(cases.ofInterest.length)
  within.forEach((row) => (inside[row] = 1))
  return designEffect({ ...cases, ofInterest: inside }, failing)
}

function intervalOf(successes: number, trials: number, effect: number): Interval {
  return trials === 0 ? { low: 0, high: 1 } : wilsonInterval(successes / effect, trials / effect, 0.95)
}

function withoutRows(rows: Int32Array, taken: Int32Array): Int32Array {
  const gone = new Set(taken)
  return rows.filter((row) => !gone.has(row))
}
