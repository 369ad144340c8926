/**
 * Tables of a study, with arquero's verbs: means by year, whose plants close, and what a parameter has to do with an outcome.
 *
 *     npm run build && npx tsx examples/tables.ts [replicates]
 */
import { run } from 'plantshift'
import { desc, groupRows, op, table } from 'plantshift/tables'

const replicates = Number(process.argv[2] ?? 300)
const study = await run('usmca-2025-tariffs', { replicates, seed: 1 })

interface Row {
  readonly scenario: string
  readonly year: number
  readonly 'output.MX': number
  readonly ownElasticity: number
}

// A row for each scenario, year and replicate; only what is named is read. What failed is NaN, which means leave out.
const outputs = await table(study, 'replicates', { columns: ['scenario', 'year', 'output.MX', 'ownElasticity'] })
const byYear = groupRows(outputs, 'scenario', 'year')
  .rollup({
    mean: (d: Row) => op.mean(d['output.MX']),
    low: (d: Row) => op.quantile(d['output.MX'], 0.05),
    high: (d: Row) => op.quantile(d['output.MX'], 0.95),
  })
  .filter((d: Row) => d.year === 2036)
byYear.print()

// Parameters stand beside the outcomes of the replicate that drew them.
const drawn = outputs
  .filter((d: Row) => d.year === 2036 && d.scenario === 'usmca-2025-tariffs')
  .rollup({ correlation: (d: Row) => op.corr(d['output.MX'], d.ownElasticity) })
console.log(`elasticity and Mexican output go together by ${Number(drawn.get('correlation')).toFixed(2)}`)

interface Plant {
  readonly scenario: string
  readonly closed: number
  readonly plant: string
}

// The figures of the report, at full precision. Rows without a value would come first: leave them out before sorting.
const plants = await table(study, 'plants')
const atRisk = plants
  .filter((d: Plant) => d.scenario === 'usmca-2025-tariffs' && op.is_finite(d.closed))
  .orderby(desc('closed'))
console.log(
  `most often closed: ${String(atRisk.get('plant'))}, in ${(100 * Number(atRisk.get('closed'))).toFixed(0)}% of replicates`,
)
