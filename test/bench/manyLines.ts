/** The industry of the shipped data with each model in several copies, which share its sales: as many more lines. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { loadIndustry, shippedDataFolder } from '../../scenarios/industry/loadIndustry.ts'

/** Columns of `models.csv` that count vehicles. */
const vehicles = ['us_sales_2024', 'us_sales_2023', 'us_prod_my2022_epa']

/** @param copies of each model; with 1 the industry as it is */
export function industryOfCopies(copies: number): Industry {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
  try {
    cpSync(shippedDataFolder(), folder, { recursive: true })
    rmSync(join(folder, 'manifest.csv'))
    const path = join(folder, 'models.csv')
    const models: Record<string, string>[] = parse(readFileSync(path, 'utf8'), { columns: true })
    const all = models.flatMap((model) => Array.from({ length: copies }, (_, n) => copyOf(model, n, copies)))
    writeFileSync(path, stringify(all, { header: true }))
    return loadIndustry(folder).industry
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function copyOf(row: Readonly<Record<string, string>>, n: number, copies: number): Record<string, string> {
  if (copies === 1) return row
  const shares = vehicles.map((column) => [
    column,
    row[column] === '' ? '' : String(Math.round(Number(row[column]) / copies)),
  ])
  return { ...row, model: `${row['model']} ${n + 1}`, ...Object.fromEntries(shares) }
}
