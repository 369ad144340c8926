/** A long run of a small industry with its blocks on disk; prints the memory in use as it goes. Called by `storage.ts`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { summarise } from '../../engine/analysis/summary.ts'
import { outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import { readColumns } from '../../engine/run/columns.ts'
import { smallIndustry } from '../reference/smallIndustry.ts'
import { uniformLaws } from '../reference/smallLaws.ts'
import { fromFirstYear, smallScenario, baseRegime, tariffRegime } from '../reference/smallPolicy.ts'

const replicates = Number(process.argv[2])
const years = 2
const industry = smallIndustry()
const truth = fromFirstYear(2, years, 1)
const tariff = smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], { truth, years })
const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
const marks = [0.1, 0.5, 1]

function memory(): string {
  return `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`
}

try {
  const start = performance.now()
  const result = await runMonteCarlo({
    industry,
    laws: uniformLaws({ ownElasticity: [4.5, 6], locationTheta: [4, 9] }),
    scenarios: [tariff],
    seed: 1,
    replicates,
    kept: { years: [years], outcomes: [outcomeIndex('output.MX')] },
    keepPlants: false,
    shards: { folder, run: 'bench' },
    onProgress: (done) => {
      while (marks.length > 0 && done >= marks[0] * replicates) {
        process.stdout.write(
          `memory after ${(marks[0] * replicates).toLocaleString('en')} replicates of a small industry\t${memory()}\n`,
        )
        marks.shift()
      }
    },
  })
  const column = new Float64Array(replicates)
  readColumns(
    result.store,
    result.plan,
    result.blocks,
    { scenario: 0, firstOutcome: 0, outcomes: 1, firstYear: 0, years: 1 },
    column,
  )
  const { mean } = summarise(column, result.totals.status, new Float64Array(replicates))
  if (!Number.isFinite(mean)) throw new Error('no mean')
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  process.stdout.write(`the same, read back and summarised, ${seconds} s in all\t${memory()}\n`)
} finally {
  rmSync(folder, { recursive: true })
}
