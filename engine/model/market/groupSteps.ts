/**
 * How the search of `groupPrices.ts` goes on from round to round: a combination of the last three steps that would have left the
 * least error. D. G. Anderson, "Iterative procedures for nonlinear integral equations", Journal of the ACM 12 (1965).
 */
import type { GroupWork } from './groupWork.ts'

/** Rounds after which steps are halved and no longer combined, since the search may go round in circles. */
export const freeRounds = 100
/** No step makes a markup more than this many times as large, or as small. */
const largestChange = 2
/** Two rounds whose steps point the same way to within this are not told apart. */
const leastAngle = 1e-10

/** Carries markups and prices on to the next round. */
export function takeStep(work: GroupWork, round: number): void {
  const { onSale, markup, price, cost } = work
  const [step, stepBefore, stepEarlier] = work.step
  const [led, ledBefore, ledEarlier] = work.led
  const isFree = round <= freeRounds
  const depth = isFree ? Math.min(round - 1, 2) : 0
  let one = 0
  let two = 0
  if (depth > 0) {
    let [oneOne, oneTwo, twoTwo, oneNow, twoNow] = [0, 0, 0, 0, 0]
    for (let at = 0; at < onSale; at++) {
      const now = step[at]
      const d = stepBefore[at] - now
      const e = depth > 1 ? stepEarlier[at] - now : 0
      oneOne += d * d
      oneTwo += d * e
      twoTwo += e * e
      oneNow += d * now
      twoNow += e * now
    }
    const spread = oneOne * twoTwo - oneTwo * oneTwo
    if (depth > 1 && spread > leastAngle * oneOne * twoTwo) {
      one = (oneTwo * twoNow - twoTwo * oneNow) / spread
      two = (oneTwo * oneNow - oneOne * twoNow) / spread
    } else if (oneOne > 0) one = -oneNow / oneOne
  }
  const pace = isFree ? 1 : 0.5
  for (let at = 0; at < onSale; at++) {
    const now = markup[at]
    const own = led[at]
    const mixed = own + one * (ledBefore[at] - own) + two * (ledEarlier[at] - own)
    const next = now + pace * (mixed - now)
    const least = now / largestChange
    // A step that is not a number also ends at the least.
    markup[at] = next > least ? Math.min(next, now * largestChange) : least
    price[at] = cost[at] + markup[at]
    // The oldest round makes room.
    stepEarlier[at] = stepBefore[at]
    ledEarlier[at] = ledBefore[at]
    stepBefore[at] = step[at]
    ledBefore[at] = own
  }
}
