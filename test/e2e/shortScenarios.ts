/** Scenarios over two years, for what does not hang on years. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes the scenarios again as files that extend them over two years: tables, reports and blocks of twelve take six times as
 * long, and most that is to be true of them does not hang on how many years there are.
 *
 * @param files names of the files without `.yaml`, and of the scenarios that they extend
 */
export function writeTwoYears(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, parent] of Object.entries(files)) {
    const text = `title: Two years\nextends: ${parent}\nhorizon: { from: 2025, to: 2026 }\n`
    writeFileSync(join(folder, `${name}.yaml`), text)
  }
}
