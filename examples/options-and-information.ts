/**
 * Four options for the review of 2026: which is best for the US as a whole, how sure is that, and what would it be worth to
 * know a group of parameters before choosing?
 *
 *     npm run build && npx tsx examples/options-and-information.ts [replicates]
 */
import { compare } from 'plantshift'

const replicates = Number(process.argv[2] ?? 400)
const names = ['path-2026', 'usmca-free-of-232', 'parity-15', 'review-content-85']
const { report } = await compare(names, { replicates, seed: 7, information: true })

for (const { outcome, year, options, information } of report.decisions ?? []) {
  if (outcome.id !== 'welfare.US') continue
  console.log(`${outcome.label} in ${outcome.place}, ${year}`)
  for (const { name, best, expectedRegret } of options) {
    console.log(
      `  ${name}: best in ${(100 * best.value).toFixed(0)}%, regret ${expectedRegret.value.toFixed(0)} in the mean`,
    )
  }
  const { perfect, groups = [] } = information
  console.log(
    `  to know everything first is worth ${perfect.value.toFixed(0)}, give or take ${perfect.standardError.toFixed(0)}`,
  )
  for (const { group, value, heldOut } of groups) {
    console.log(`  to know ${group}: between ${heldOut.toFixed(1)} and ${value.toFixed(1)}`)
  }
}
