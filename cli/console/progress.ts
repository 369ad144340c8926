/** Progress on standard error: a bar with the time left on a terminal, a line a minute otherwise. */
import { durationText } from '../../reports/words/numbers.ts'

export interface Progress {
  /** @param computed replicates of those done that this call computed, and did not find: only they say how fast it goes */
  readonly update: (done: number, replicates: number, computed: number) => void
  /** Takes the bar away, so that the next line starts clean. */
  readonly finish: () => void
}

const barWidth = 30
const millisecondsBetweenBars = 100
const millisecondsBetweenLines = 60_000

/** What shows progress, or nothing where it is to be quiet. */
export function showProgress(quiet: boolean): Progress {
  if (quiet) return { update: () => undefined, finish: () => undefined }
  const terminal = process.stderr.isTTY
  const speed = speedometer(performance.now())
  let last = terminal ? -Infinity : performance.now()
  return {
    update: (done, replicates, computed) => {
      const now = performance.now()
      const seconds = speed(now, computed) * (replicates - done)
      const wait = terminal ? millisecondsBetweenBars : millisecondsBetweenLines
      if (now - last < wait && !(terminal && done === replicates)) return
      last = now
      const text = progressText(done, replicates, seconds)
      process.stderr.write(terminal ? `\r\u001B[K${bar(done / replicates)} ${text}` : `${text}\n`)
    },
    finish: () => {
      if (terminal) process.stderr.write('\r\u001B[K')
    },
  }
}

/**
 * Seconds a replicate, over the second half of what has been computed: the first replicates of all are slower, and blocks that
 * are found take no time.
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

function bar(share: number): string {
  const filled = Math.round(share * barWidth)
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`
}

function progressText(done: number, replicates: number, seconds: number): string {
  const share = `${done} of ${replicates} replicates (${Math.floor((100 * done) / replicates)}%)`
  return seconds > 0 || done === replicates ? `${share}, about ${durationText(seconds)} left` : share
}
