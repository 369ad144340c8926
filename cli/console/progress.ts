/** Progress on standard error: a bar with the time left on a terminal, a line a minute otherwise. */
import { durationText } from '../../reports/words/numbers.ts'

export interface Progress {
  readonly update: (done: number, replicates: number) => void
  /** Takes the bar away, so that the next line starts clean. */
  readonly finish: () => void
}

const barWidth = 30
const millisecondsBetweenBars = 100
const millisecondsBetweenLines = 60_000

/** A bar on a terminal, a line now and then elsewhere, on standard error; nothing where `quiet`. */
export function showProgress(quiet: boolean): Progress {
  if (quiet) return { update: () => undefined, finish: () => undefined }
  const terminal = process.stderr.isTTY
  const start = performance.now()
  let last = terminal ? -Infinity : start
  return {
    update: (done, replicates) => {
      const now = performance.now()
      const wait = terminal ? millisecondsBetweenBars : millisecondsBetweenLines
      if (now - last < wait && !(terminal && done === replicates)) return
      last = now
      const text = progressText(done, replicates, (now - start) / 1000)
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
  const left = (seconds * (replicates - done)) / done
  return `${done} of ${replicates} replicates (${Math.floor((100 * done) / replicates)}%), about ${durationText(left)} left`
}
