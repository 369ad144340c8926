/**
 * One question: what does 25% on everything from Mexico and Canada do to output, and how sure is that?
 *
 *     npm run build && npx tsx examples/one-question.ts [replicates]
 */
import { run } from 'plantshift'

const replicates = Number(process.argv[2] ?? 300)
const { report, column } = await run('usmca-2025-tariffs', { replicates, seed: 1 })

for (const { outcome, year, paired } of report.comparisons) {
  if (outcome.family !== 'output' || year !== report.years.at(-1)) continue
  const { difference, relative } = paired
  console.log(
    `${outcome.place}: ${(100 * relative).toFixed(1)}% vehicles built in ${year}, ` +
      `${difference.low.toFixed(0)} to ${difference.high.toFixed(0)} in nine replicates of ten, ` +
      `Monte Carlo error ${difference.standardError.toFixed(0)}`,
  )
}

// The replicates themselves, paired: the same draws under both policies.
const before = column({ scenario: 'base', outcome: 'output.MX' })
const after = column({ scenario: 'usmca-2025-tariffs', outcome: 'output.MX' })
const worse = after.filter((value, replicate) => value < 0.5 * before[replicate]).length
console.log(`Mexico loses more than half of its output in ${((100 * worse) / after.length).toFixed(0)}% of replicates`)
