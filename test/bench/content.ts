/** Timings of the content ladder: no floor binding, floors binding, and a duty on non-US content. */
import { contentLadder, contentLadderWithDuty, createLadder } from '../../engine/model/content/content.ts'
import type { Bench } from './measure.ts'

const rungs = 6
const cases = 256
const theta = 4

/** [case x rung] weights that differ from case to case, about those of a car built in Mexico. */
const weights = Float64Array.from({ length: cases * rungs }, (_, n) => {
  const base = [0.3, 0.02, 0.36, 0.06, 0.2, 0.06][n % rungs]
  return base * (0.6 + ((n * 7919) % 1000) / 1250)
})
const free = createLadder(rungs)
free.floors.set([0, 0.01, 0.01, 0.05, 0.05, 1])
const strict = createLadder(rungs)
strict.floors.set([0.5, 0.55, 0.8, 0.88, 0.98, 1])

function overCases(ladder: (offset: number) => number): () => void {
  return () => {
    let sum = 0
    for (let n = 0; n < cases; n++) sum += ladder(n * rungs)
    if (!(sum > 0)) throw new RangeError(`the ladders' costs add up to ${sum}`)
  }
}

export const contentBenches: readonly Bench[] = [
  {
    name: 'content ladder, no floor binds',
    run: overCases((offset) => contentLadder(free, weights, offset, theta)),
    perRun: cases,
  },
  {
    name: 'content ladder, floors bind',
    run: overCases((offset) => contentLadder(strict, weights, offset, theta)),
    perRun: cases,
  },
  {
    name: 'content ladder with a duty on non-US content',
    run: overCases((offset) => contentLadderWithDuty(strict, weights, offset, theta, 0.32768, 0.4096)),
    perRun: cases,
  },
]
