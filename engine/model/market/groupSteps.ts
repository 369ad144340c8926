/**
 * How the search of `groupPrices.ts` goes on from round to round: in each nest a combination of the last three steps that would have left
 * the least error. D. G. Anderson, "Iterative procedures for nonlinear integral equations", Journal of the ACM 12 (1965). What is left of
 * an error runs through the sums of nests and hardly from one to another, so that a combination for each takes out more than one for all.
 */
import type { GroupWork } from './groupWork.ts'
import type { MarketStructure } from './market.ts'

/** Rounds after which steps are halved and no longer combined, since the search may go round in circles. */
const freeRounds = 100
/** No step makes a markup more than this many times as large, or as small. */
const largestChange = 2
/** Two rounds whose steps point the same way to within this are not told apart. */
const leastAngle = 1e-10

/**
 * Carries markups and prices on from the steps of the round, which stand in the row of the round modulo 3, like those of the two rounds
 * before. Leaves in `work.moved` by how much prices rose.
 *
 * @returns the largest move of a price, thousand USD
 */
export function takeStep({ nests, nestOff }: MarketStructure, work: GroupWork, round: number): number {
  const { typeStart } = work
  let farthest = 0
  for (let g = 0; g < nests; g++) {
    const first = typeStart[nestOff[g]]
    const last = typeStart[nestOff[g + 1]]
    combine(work, round, first, last)
    farthest = Math.max(farthest, moveMarkups(work, round, first, last))
  }
  return farthest
}

/** Moves the products from one place to before another; returns the largest move. */
function moveMarkups(work: GroupWork, round: number, first: number, last: number): number {
  const { markup, price, cost, moved, mix } = work
  const led = work.led[round % 3]
  const ledBefore = work.led[(round + 2) % 3]
  const ledEarlier = work.led[(round + 1) % 3]
  const one = mix[0]
  const two = mix[1]
  const own = 1 - one - two
  const pace = round <= freeRounds ? 1 : 0.5
  let farthest = 0
  for (let at = first; at < last; at++) {
    const now = markup[at]
    let change = own * led[at] + one * ledBefore[at] + two * ledEarlier[at] - now
    change *= pace
    if (change > now * (largestChange - 1)) change = now * (largestChange - 1)
    // A step that is not a number also ends at the least.
    else if (!(change > now * (1 / largestChange - 1))) change = now * (1 / largestChange - 1)
    markup[at] = now + change
    price[at] = cost[at] + (now + change)
    moved[at] = change
    if (change > farthest) farthest = change
    else if (-change > farthest) farthest = -change
  }
  return farthest
}

/**
 * Weights of the round before and the one before that, which add up to 1 with that of the last, for the products from one place to
 * before another: into `work.mix`.
 */
function combine({ step, mix }: GroupWork, round: number, first: number, end: number): void {
  const last = step[round % 3]
  const before = step[(round + 2) % 3]
  const earlier = step[(round + 1) % 3]
  mix[0] = 0
  mix[1] = 0
  if (round === 1 || round > freeRounds) return
  let oneOne = 0
  let oneTwo = 0
  let twoTwo = 0
  let oneNow = 0
  let twoNow = 0
  for (let at = first; at < end; at++) {
    const now = last[at]
    const d = before[at] - now
    const e = earlier[at] - now
    oneOne += d * d
    oneTwo += d * e
    twoTwo += e * e
    oneNow += d * now
    twoNow += e * now
  }
  const spread = oneOne * twoTwo - oneTwo * oneTwo
  if (round > 2 && spread > leastAngle * oneOne * twoTwo) {
    mix[0] = (oneTwo * twoNow - twoTwo * oneNow) / spread
    mix[1] = (oneTwo * oneNow - oneOne * twoNow) / spread
  } else if (oneOne > 0) mix[0] = -oneNow / oneOne
}
