/**
 * `npm run bench`: what each part costs, on compiled code. Prints a table; checks nothing. `--full` adds the memory of a run
 * with 100,000 replicates, and of a million of a small industry.
 */
import { contentBenches } from './content.ts'
import { mathBenches } from './math.ts'
import { secondsPerUnit, timeText, type Bench } from './measure.ts'
import { memoryRows, scalingRows, startRows, wholeReplicateRows } from './whole.ts'
import { pricingBenches } from './pricing.ts'
import { relocationBenches } from './relocation.ts'
import { millionRows, storageRows } from './storage.ts'

function print(rows: readonly (readonly [string, string])[]): void {
  for (const [name, figure] of rows) process.stdout.write(`${name.padEnd(64)} ${figure.padStart(20)}\n`)
}

function timed(benches: readonly Bench[]): readonly (readonly [string, string])[] {
  return benches.map((bench) => [bench.name, timeText(secondsPerUnit(bench))])
}

// What a user waits for comes first, then the kernels that it is made of.
print(wholeReplicateRows())
print(await scalingRows())
print(timed(mathBenches))
print(timed(contentBenches))
print(timed(pricingBenches))
print(timed(relocationBenches))
print(storageRows())
print(startRows())
print(memoryRows(process.argv.includes('--full') ? [1000, 10_000, 100_000] : [500, 2000]))
print(millionRows(process.argv.includes('--full') ? 1_000_000 : 20_000))
