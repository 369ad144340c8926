/**
 * A sweep that is stopped on the way and taken up again: a program that has only so much time each night.
 *
 *     npm run build && npx tsx examples/sweep-that-stops.ts [replicates]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sweep } from 'plantshift'

const replicates = Number(process.argv[2] ?? 64)
const file = fileURLToPath(new URL('duty-levels.yaml', import.meta.url))
const folder = join(mkdtempSync(join(tmpdir(), 'plantshift-')), 'nightly')

// The first night ends when a quarter is done.
const night = new AbortController()
const first = await sweep(file, {
  replicates,
  folder,
  signal: night.signal,
  onProgress: (done, all) => {
    if (done >= all / 4) night.abort()
  },
})
console.log(
  `first night: ${first.report.points[0].replicates} of ${replicates} replicates of ${first.report.points.length} points`,
)

// The second goes on from the blocks that are there.
let computed = 0
const second = await sweep(file, { replicates, folder, onProgress: () => (computed += 1) })
console.log(
  `second night: ${second.report.points[0].replicates} of ${replicates}, after ${computed} more looks at the clock`,
)

const best = second.report.comparisons
  .filter(({ outcome, year }) => outcome.id === 'assemblyJobs.US' && year === 2036)
  .toSorted((one, other) => other.paired.difference.mean - one.paired.difference.mean)[0]
console.log(`most US assembly jobs at ${best.scenario}: ${best.paired.difference.mean.toFixed(0)} against the baseline`)
rmSync(folder, { recursive: true })
