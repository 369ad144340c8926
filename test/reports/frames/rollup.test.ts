/** Figures of groups that are worked out without arquero are those of arquero, to the bit. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { applyStep, tableFrom } from '../../../reports/frames/apply.ts'
import type { ColumnTable } from '../../../reports/frames/arquero.ts'
import type { ReadableTable } from '../../../reports/frames/columns.ts'
import type { NamedExpression } from '../../../reports/frames/expression/read.ts'
import { rollUp } from '../../../reports/frames/rollup.ts'
import { readSteps, type StatedStep, type Step } from '../../../reports/frames/steps.ts'

interface Row {
  readonly scenario: string
  readonly year: number
  readonly output: number
}

const row: fc.Arbitrary<Row> = fc.record({
  scenario: fc.constantFrom('base', 'tariff', 'path'),
  year: fc.integer({ min: 2025, max: 2028 }),
  output: fc.oneof(
    fc.constantFrom(NaN, Infinity, 0, 1),
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => value + 0),
  ),
})

function readableOf(rows: readonly Row[]): ReadableTable {
  return {
    columns: [
      { name: 'scenario', kind: 'text' },
      { name: 'year', kind: 'number' },
      { name: 'output.US', kind: 'number' },
    ],
    rows: rows.length,
    read: () => ({
      scenario: rows.map(({ scenario }) => scenario),
      year: Int32Array.from(rows, ({ year }) => year),
      'output.US': Float64Array.from(rows, ({ output }) => output),
    }),
  }
}

const figures =
  'n = count(), valid = valid(output.US), sum = sum(output.US), mean = mean(output.US), average = average(output.US), ' +
  'min = min(output.US), max = max(output.US), median = median(output.US), low = quantile(output.US, 0.05), ' +
  'least = quantile(output.US, 0), most = quantile(output.US, 1), years = mean(year), last = max(year), ' +
  'twice = sum(double), share = mean(output.US > 0), spread = stdev(output.US), first = min(scenario), both = max(year) - min(year)'

const before: readonly (readonly StatedStep[])[] = [
  [],
  [{ verb: 'filter', text: 'output.US > 0 || year == 2026' }],
  [{ verb: 'orderby', text: '-output.US' }],
]
const groupings: readonly (readonly StatedStep[])[] = [
  [],
  [{ verb: 'groupby', text: 'scenario' }],
  [{ verb: 'groupby', text: 'year, scenario' }],
]

/** The table before its last step, and that step. */
function upToRollup(rows: readonly Row[], stated: readonly StatedStep[]): readonly [ColumnTable, Step] {
  const readable = readableOf(rows)
  const double: StatedStep = { verb: 'derive', text: 'double = 2 * output.US' }
  const { steps, needed } = readSteps([...stated, double, { verb: 'rollup', text: figures }], readable.columns)
  const [last] = steps.slice(-1)
  return [steps.slice(0, -1).reduce((table, step) => applyStep(table, step), tableFrom(readable, needed)), last]
}

function byArquero(table: ColumnTable, named: readonly NamedExpression[]): ColumnTable {
  return table.rollup(Object.fromEntries(named.map(({ name, code }) => [name, `d => ${code}`])))
}

describe('a rollup', () => {
  test('has the columns, rows and figures of arquero, of whole, filtered and ordered tables in groups and without', () => {
    const ways = groupings.flatMap((groups) => before.map((first) => [...first, ...groups]))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), fc.constantFrom(...ways), (rows, stated) => {
        const [table, step] = upToRollup(rows, stated)
        if (step.verb !== 'rollup' || table.numRows() === 0) return
        const made = applyStep(table, step)
        const wanted = byArquero(table, step.named)
        expect(made.columnNames()).toEqual(wanted.columnNames())
        expect(made.objects()).toEqual(wanted.objects())
      }),
      { numRuns: 100 },
    )
  })

  test('asks arquero for no figure of a column of numbers as it stands, and for every other', () => {
    const [table, step] = upToRollup([{ scenario: 'base', year: 2025, output: 1 }], [])
    if (step.verb !== 'rollup') throw new TypeError('is none')
    const others = vi.fn((named: readonly NamedExpression[]) => byArquero(table, named))
    rollUp(table, step.named, others)
    expect(others.mock.calls.map(([named]) => named.map(({ name }) => name))).toEqual([
      ['share', 'spread', 'first', 'both'],
    ])
  })

  test('a name that is grouped by and rolled up is the figure, in its first place', () => {
    const readable = readableOf([
      { scenario: 'base', year: 2025, output: 3 },
      { scenario: 'base', year: 2025, output: 4 },
    ])
    const { steps } = readSteps(
      [
        { verb: 'groupby', text: 'year, scenario' },
        { verb: 'rollup', text: 'n = count(), year = sum(output.US)' },
      ],
      readable.columns,
    )
    const all = new Set(readable.columns.map(({ name }) => name))
    const made = steps.reduce((table, step) => applyStep(table, step), tableFrom(readable, all))
    expect(made.objects()).toEqual([{ year: 7, scenario: 'base', n: 2 }])
    expect(made.columnNames()).toEqual(['year', 'scenario', 'n'])
  })
})
