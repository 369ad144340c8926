/**
 * How long a run takes in all, from the blocks that it has computed: said once, when the threads are warm. The code is compiled in
 * steps while it runs, so that first replicates take several times as long as later ones, and whatever else the machine does is
 * in the time of this run too.
 */

/** It is warm when the last third of what is computed went no faster than this share of the time of the third before, */
const settledShare = 0.85
/** which says nothing before each thread has computed some blocks, and has worked for some seconds. */
const blocksOfAThread = 6
const warmSeconds = 1
/** A short run is over before it is warm: after this share of it, what is left matters less than what is past. */
const latestShare = 0.4
/** On a busy machine nobody waits for longer, by the clock. */
const mostSeconds = 15

/**
 * Seconds for a unit of work, over the second half of what has been computed: the first of all are slower.
 *
 * @param start in milliseconds, as `now`
 */
export function speedometer(start: number): (now: number, computed: number) => number {
  const marks = [{ now: start, computed: 0 }]
  let half = 0
  return (now, computed) => {
    const last = marks[marks.length - 1]
    // The clock starts with the first block that is computed, not with those that are found.
    if (computed === 0) marks[0] = { now, computed }
    else if (computed > last.computed) marks.push({ now, computed })
    while (half + 1 < marks.length - 1 && marks[half + 1].computed <= computed / 2) half += 1
    return computed === 0 ? 0 : (now - marks[half].now) / 1000 / (computed - marks[half].computed)
  }
}

/** What a forecast looks at beside the work: milliseconds of a clock, and seconds that the processor has worked for this process. */
export interface Clocks {
  readonly now: () => number
  readonly processor: () => number
}

const clocksOfTheMachine: Clocks = {
  now: () => performance.now(),
  processor: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  },
}

interface Mark {
  readonly now: number
  readonly computed: number
}

/** Milliseconds for a unit of work between two shares of what has been computed. */
function timeBetween(marks: readonly Mark[], from: number, to: number): number {
  const { computed } = marks[marks.length - 1]
  const [first, last] = [from, to].map((share) => marks.findLast((mark) => mark.computed <= share * computed)!)
  return (last.now - first.now) / (last.computed - first.computed)
}

function isSettled(marks: readonly Mark[]): boolean {
  return timeBetween(marks, 2 / 3, 1) >= settledShare * timeBetween(marks, 1 / 3, 2 / 3)
}

/**
 * Listens to a run and tells once how many seconds it takes in all, from now on.
 *
 * @param work units of it that are to be computed, as replicates times scenarios
 * @returns to be called with the units that are computed, whenever there are more
 */
export function forecaster(
  work: number,
  workers: number,
  tell: (seconds: number) => void,
  { now, processor }: Clocks = clocksOfTheMachine,
): (computed: number) => void {
  const [start, before] = [now(), processor()]
  const marks: Mark[] = [{ now: start, computed: 0 }]
  let isTold = work === 0
  if (isTold) tell(0)
  return (computed) => {
    if (isTold || computed === 0) return
    const time = now()
    const past = (time - start) / 1000
    marks.push({ now: time, computed })
    const hasWorked = marks.length > blocksOfAThread * workers && processor() - before >= warmSeconds * workers
    if (!(hasWorked && isSettled(marks)) && computed < latestShare * work && past < mostSeconds) return
    isTold = true
    tell(past + (Math.max(0, work - computed) * timeBetween(marks, 2 / 3, 1)) / 1000)
  }
}
