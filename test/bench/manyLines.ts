/** The industry of the shipped data with each model in several copies, which share its sales: as many more lines. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { shippedDataFolder } from '../../scenarios/industry/dataFolder.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'

/** Files with a row for each model, and their columns that count vehicles. */
const vehicles = {
  'models.csv': ['us_sales_2024', 'us_sales_2023', 'us_prod_my2022_epa'],
  'mexico_models.csv': ['output', 'to_us', 'to_canada', 'to_other', 'sold_in_mexico'],
}

/** @param copies of each model; with 1 the industry as it is */
export function industryOfCopies(copies: number): Industry {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
  try {
    cpSync(shippedDataFolder(), folder, { recursive: true })
    rmSync(join(folder, 'manifest.csv'))
    const read = (file: string): Record<string, string>[] =>
      parse(readFileSync(join(folder, file), 'utf8'), { columns: true })
    const names = new Set(read('models.csv').map(nameOf))
    for (const [file, columns] of Object.entries(vehicles)) {
      // Rows of plants that build for Mexico alone name no model of the US, and stay as they are.
      const all = read(file).flatMap((row) =>
        names.has(nameOf(row)) ? Array.from({ length: copies }, (_, n) => copyOf(row, columns, n, copies)) : [row],
      )
      writeFileSync(join(folder, file), stringify(all, { header: true }))
    }
    return loadIndustry(folder).industry
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function nameOf(row: Readonly<Record<string, string>>): string {
  return `${row['brand']} ${row['model']}`
}

function copyOf(
  row: Readonly<Record<string, string>>,
  columns: readonly string[],
  n: number,
  copies: number,
): Record<string, string> {
  if (copies === 1) return row
  const shares = columns.map((column) => [column, row[column] === '' ? '' : String(Number(row[column]) / copies)])
  return { ...row, model: `${row['model']} ${n + 1}`, ...Object.fromEntries(shares) }
}
