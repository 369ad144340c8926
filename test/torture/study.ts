/** The small studies that are damaged, broken off and named oddly: two points of a sweep, and a run of two years. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeTwoYears } from '../e2e/shortScenarios.ts'
import { ask } from './ask.ts'
import { filesOf } from './damage.ts'

const sweepText: string = `title: Two duties
scenario: tariffs.yaml
levers: { duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate, values: [0, 0.25] } }
outcomes: [output.MX, priceIndex.US]
`

/** Words that make each study in the folder where they are said. */
export const requests: Readonly<Record<'sweep' | 'run', readonly string[]>> = {
  sweep: 'sweep grid.yaml --replicates 4 --seed 3 --workers 1 --out'.split(' '),
  run: 'run tariffs.yaml --replicates 4 --seed 3 --workers 1 --out'.split(' '),
}

export function writeInputs(folder: string): void {
  writeTwoYears(folder, { tariffs: 'usmca-2025-tariffs' })
  writeFileSync(join(folder, 'grid.yaml'), sweepText)
}

/** Makes the inputs and the study `kind` in a folder of that name. */
export async function makeStudy(folder: string, kind: keyof typeof requests): Promise<void> {
  const { code, stderr } = await ask(folder, [...requests[kind], kind])
  if (code !== 0) throw new Error(`the study to torture cannot be made: ${stderr}`)
}

/** Contents of the files that hold figures: all but times, machine and the pages that tell them. */
export function figuresOf(folder: string): ReadonlyMap<string, Buffer> {
  const files = filesOf(folder).filter((file) => /\.(parquet|csv|yaml|svg)$|^plan\.json$/.test(file))
  return new Map(files.map((file) => [file, readFileSync(join(folder, file))]))
}

/** Files whose bytes differ, or that are not there. */
export function otherFiles(right: ReadonlyMap<string, Buffer>, found: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...right].filter(([file, bytes]) => found.get(file)?.equals(bytes) !== true).map(([file]) => file)
}
