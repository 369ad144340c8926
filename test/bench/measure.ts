/** How a short piece of work is timed: repeated until it takes long enough, several times over, and the median kept. */

export interface Bench {
  readonly name: string
  readonly run: () => void
  /** Units of work done by one run. */
  readonly perRun: number
}

const rounds = 7
const millisecondsARound = 60

/** Median seconds for one unit of work. */
export function secondsPerUnit({ run, perRun }: Bench): number {
  run()
  const repeats = repeatsNeeded(run)
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    for (let n = 0; n < repeats; n++) run()
    return (performance.now() - start) / 1000 / repeats / perRun
  })
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]
}

function repeatsNeeded(run: () => void): number {
  for (let repeats = 1; ; repeats *= 2) {
    const start = performance.now()
    for (let n = 0; n < repeats; n++) run()
    if (performance.now() - start > millisecondsARound) return repeats
  }
}

/** As in `2.8 ns` or `14 ms`. */
export function timeText(seconds: number): string {
  const [scale, unit] =
    seconds < 1e-6 ? [1e9, 'ns'] : seconds < 1e-3 ? [1e6, 'us'] : seconds < 1 ? [1e3, 'ms'] : [1, 's']
  return `${(seconds * scale).toPrecision(3)} ${unit}`
}
