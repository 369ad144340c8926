/**
 * A mean by scenario and year of a million replicates: by the steps of `plantshift table`, over the same reduction written by hand for
 * these columns.
 */
import { applyStep, tableFrom } from '../../reports/frames/apply.ts'
import type { ReadableTable } from '../../reports/frames/columns.ts'
import { readSteps } from '../../reports/frames/steps.ts'
import { ratioText } from './measure.ts'

const rows = 1_000_000
const years = 12
const names = ['base', 'tariff-232-2025', 'content-85', 'path-2026']

const scenario = Array.from({ length: rows }, (_, row) => names[Math.floor(row / (rows / names.length))])
const year = Int32Array.from({ length: rows }, (_, row) => 2025 + (Math.floor(row / 1000) % years))
const output = Float64Array.from({ length: rows }, (_, row) => (row * 7919) % 10_007)

const readable: ReadableTable = {
  columns: [
    { name: 'scenario', kind: 'text' },
    { name: 'year', kind: 'number' },
    { name: 'output.US', kind: 'number' },
  ],
  rows,
  read: () => ({ scenario, year, 'output.US': output }),
}

function bySteps(): number {
  const stated = [
    { verb: 'groupby', text: 'scenario, year' },
    { verb: 'rollup', text: 'mean = mean(output.US), n = count()' },
  ] as const
  const { steps, needed } = readSteps(stated, readable.columns)
  return steps.reduce((table, step) => applyStep(table, step), tableFrom(readable, needed)).numRows()
}

interface Group {
  n: number
  sum: number
}

function byHand(): number {
  const groups = new Map<string, Map<number, Group>>()
  for (let row = 0; row < rows; row++) {
    const ofScenario = groups.get(scenario[row]) ?? new Map<number, Group>()
    if (ofScenario.size === 0) groups.set(scenario[row], ofScenario)
    const group = ofScenario.get(year[row]) ?? { n: 0, sum: 0 }
    if (group.n === 0) ofScenario.set(year[row], group)
    if (Number.isNaN(output[row])) continue
    group.n += 1
    group.sum += output[row]
  }
  return [...groups.values()].reduce((sum, ofScenario) => sum + ofScenario.size, 0)
}

/** Both in turn. @throws Error where they find other groups */
export function tableRows(): readonly (readonly [string, string])[] {
  if (bySteps() !== byHand()) throw new Error('the steps of a table find other groups than a reduction by hand')
  return [['table of a million rows, means by scenario and year, over by hand', ratioText(bySteps, byHand)]]
}
