/** How a short piece of work is timed: repeated until it takes long enough, several times over, and the median kept. */
import { median as medianOf } from 'simple-statistics'

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
  warmUp(run)
  const repeats = repeatsNeeded(run)
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    for (let n = 0; n < repeats; n++) run()
    return (performance.now() - start) / 1000 / repeats / perRun
  })
  return median(times)
}

const shortestLook = 200
const mostLooks = 20
/** Warm when a look is no more than this much faster than the fastest before it. */
const settledShare = 0.97

/** Runs until the time no longer falls: code is compiled, in steps, while it runs. */
function warmUp(run: () => void): void {
  let fastest = Infinity
  for (let look = 0, settled = 0; look < mostLooks && settled < 2; look++) {
    const start = performance.now()
    let runs = 0
    while (performance.now() - start < shortestLook) {
      run()
      runs += 1
    }
    const each = (performance.now() - start) / runs
    settled = each > settledShare * fastest ? settled + 1 : 0
    fastest = Math.min(fastest, each)
  }
}

function repeatsNeeded(run: () => void): number {
  for (let repeats = 1; ; repeats *= 2) {
    const start = performance.now()
    for (let n = 0; n < repeats; n++) run()
    if (performance.now() - start > millisecondsARound) return repeats
  }
}

function secondsOf(run: () => void): number {
  const start = performance.now()
  run()
  return (performance.now() - start) / 1000
}

/** The middle one, or the mean of both that are. */
export function median(values: readonly number[]): number {
  return medianOf([...values])
}

const pairs = 25

/** Two ways to the same, in turn, so that whatever else the machine does meets both: the middle time of each, and of their ratios. */
export function ratioText(one: () => void, other: () => void): string {
  const looks = Array.from({ length: pairs }, () => [secondsOf(one), secondsOf(other)] as const)
  const [first, second] = [0, 1].map((n) => timeText(median(looks.map((look) => look[n]))))
  return `${first} / ${second} = ${median(looks.map(([a, b]) => a / b)).toFixed(2)}`
}

/** As in `2.8 ns` or `14 ms`. */
export function timeText(seconds: number): string {
  const [scale, unit] =
    seconds < 1e-6 ? [1e9, 'ns'] : seconds < 1e-3 ? [1e6, 'us'] : seconds < 1 ? [1e3, 'ms'] : [1, 's']
  const text = (seconds * scale).toPrecision(3)
  // As 2290, and not as 2.29e+3.
  return `${text.includes('e') ? Number(text) : text} ${unit}`
}
