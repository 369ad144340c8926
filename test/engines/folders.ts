/** What tests of engines share: a small run, and what of two results must be the same to the bit. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { blocksIn, writeTwoYears } from '../e2e/plantshift.ts'

/** Writes the scenarios of the small run into a folder. */
export function writeScenarios(folder: string): void {
  writeTwoYears(folder, { 'base-to-2026': 'base', 'tariffs-to-2026': 'usmca-2025-tariffs' })
}

/** The words of the small run, after `run` or `submit`: eight blocks. */
export const question: readonly string[] =
  'tariffs-to-2026.yaml --baseline base-to-2026.yaml --replicates 48 --seed 5'.split(' ')

/** The words of a small sensitivity analysis, after `sensitivity`. */
export const analysis: readonly string[] =
  'tariffs-to-2026.yaml --outcome output.MX --against base-to-2026.yaml --replicates 34'.split(' ')

/** What is found in it, which has no time and no machine in it. */
export function findingOf(folder: string): readonly string[] {
  return ['sensitivity.json', 'sensitivity.csv'].map((name) => readFileSync(join(folder, name), 'utf8'))
}

const files = [
  'plan.json',
  'scenario.resolved.yaml',
  'summary.csv',
  'compare.csv',
  'plants.csv',
  'lines.csv',
  'programmes.csv',
]

/** Everything but the time and the machine; the report without the seconds and threads that it took. */
export function bytesOf(folder: string, names: readonly string[] = files): Readonly<Record<string, string>> {
  const read = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex')
  const { seconds: _, workers: __, ...report } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  return {
    ...Object.fromEntries([...names, ...blocksIn(folder)].map((path) => [path, read(path)])),
    report: createHash('sha256').update(JSON.stringify(report)).digest('hex'),
  }
}
