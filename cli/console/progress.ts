/** Progress on standard error: a bar with the time left on a terminal, a line a minute otherwise. */
import { speedometer } from '../../engine/run/forecast.ts'
import { durationText } from '../../reports/words/numbers.ts'

export interface Progress {
  /**
   * @param computed replicates of those done that this call computed, and did not find: only they say how fast it goes
   * @param left replicates that are to be computed yet; all that are not done unless given
   */
  readonly update: (done: number, replicates: number, computed: number, left?: number) => void
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
    update: (done, replicates, computed, left = replicates - done) => {
      const now = performance.now()
      const seconds = speed(now, computed) * left
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

function bar(share: number): string {
  const filled = Math.round(share * barWidth)
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`
}

function progressText(done: number, replicates: number, seconds: number): string {
  const share = `${done} of ${replicates} replicates (${Math.floor((100 * done) / replicates)}%)`
  return seconds > 0 || done === replicates ? `${share}, about ${durationText(seconds)} left` : share
}
