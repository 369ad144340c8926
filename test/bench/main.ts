/**
 * `npm run bench`: what commands and each part of them cost, on compiled code. Prints a table; checks nothing.
 *
 *     --against PATH   a checkout of another state with its `dist`: commands of both are run in turn, and their ratio printed
 *     --limit PROGRAM  a compiled program that prints milliseconds a replicate of the same algorithm
 *     --targets        commands, bounds, growth and workers alone
 *     --explorer       the explorer's page in Chromium, alone
 *     --bounds         what could be gained at most, alone
 *     --forms          replicates by system of demand, alone
 *     --stores         gathering of stores of a hundred to ten thousand shards, alone; with --full of a hundred thousand
 *     --engines        Slurm and a queue on Redis over a local run of the same blocks of 10 s, alone; both have to be installed. With
 *                      --blocks and --seconds other ones
 *     --tables         tables and formulas of a million rows over loops by hand, and --help, alone
 *     --write PAGE     puts these rows into a page, as docs/performance.md
 *     --full           adds the memory of a run with 100,000 replicates, and of a million of a small industry
 */
import { loadavg } from 'node:os'
import { boundRows } from './bounds.ts'
import { contentBenches } from './content.ts'
import { mathBenches } from './math.ts'
import { secondsPerUnit, timeText, type Bench } from './measure.ts'
import { memoryRows, scalingRows, startRows, wholeReplicateRows } from './whole.ts'
import { ofBuilds, ofEngines, ofExplorer, ofStores, ofTables, writePage } from './page.ts'
import { pricingBenches } from './pricing.ts'
import { relocationBenches } from './relocation.ts'
import { engineRows } from './engines.ts'
import { explorerRows } from './explorer.ts'
import { demandFormRows } from './demandForms.ts'
import { formulaRows } from './formulas.ts'
import { growthRows } from './growth.ts'
import { millionRows, storageRows } from './storage.ts'
import { storeRows, usualSizes } from './stores.ts'
import { tableRows } from './tables.ts'
import { announcedRows, limitRow, sweepMemoryRows, targetRows } from './targets.ts'

const printed: (readonly [string, string])[] = []
const [loadBefore] = loadavg()

function print(rows: Iterable<readonly [string, string]>): void {
  for (const [name, figure] of rows) {
    process.stdout.write(`${name.padEnd(64)} ${figure.padStart(20)}\n`)
    printed.push([name, figure])
  }
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

function timed(benches: readonly Bench[]): readonly (readonly [string, string])[] {
  return benches.map((bench) => [bench.name, timeText(secondsPerUnit(bench))])
}

if (process.argv.includes('--explorer')) {
  print(await explorerRows())
  const shown = option('--write')
  if (shown !== undefined) writePage(shown, printed, loadBefore, ofExplorer)
  process.exit()
}
if (process.argv.includes('--bounds')) {
  print(boundRows())
  process.exit()
}
if (process.argv.includes('--forms')) {
  print(demandFormRows())
  process.exit()
}
if (process.argv.includes('--stores')) {
  print(storeRows([...usualSizes, ...(process.argv.includes('--full') ? [[100_000, 1] as const] : [])]))
  const scale = option('--write')
  if (scale !== undefined) writePage(scale, printed, loadBefore, ofStores)
  process.exit()
}
if (process.argv.includes('--engines')) {
  const [seconds, blocks, turns] = [option('--seconds') ?? 10, option('--blocks') ?? 12, option('--turns') ?? 3].map(
    Number,
  )
  print(await engineRows({ seconds, blocks, turns }))
  const scale = option('--write')
  if (scale !== undefined) writePage(scale, printed, loadBefore, ofEngines)
  process.exit()
}
if (process.argv.includes('--tables')) {
  print(tableRows())
  print(formulaRows())
  print(startRows())
  const place = option('--write')
  if (place !== undefined) writePage(place, printed, loadBefore, ofTables)
  process.exit()
}
const limit = option('--limit')
print(targetRows(option('--against')))
print(sweepMemoryRows())
if (limit !== undefined) print([limitRow(limit)])
print(announcedRows())
print(boundRows())
print(growthRows())
print(await scalingRows())
const page = option('--write')
if (page !== undefined) writePage(page, printed, loadBefore, ofBuilds)
if (process.argv.includes('--targets')) process.exit()

// The kernels that all of it is made of.
print(wholeReplicateRows())
print(demandFormRows())
print(timed(mathBenches))
print(timed(contentBenches))
print(timed(pricingBenches))
print(timed(relocationBenches))
print(storageRows())
print(tableRows())
print(formulaRows())
print(startRows())
print(memoryRows(process.argv.includes('--full') ? [1000, 10_000, 100_000] : [500, 2000]))
print(millionRows(process.argv.includes('--full') ? 1_000_000 : 20_000))
