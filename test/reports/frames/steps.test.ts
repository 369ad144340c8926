/** Steps over tables: in their order, with no more columns than they need, and what is missing last. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyStep, tableFrom } from '../../../reports/frames/apply.ts'
import { tableOf } from '../../../reports/frames/arquero.ts'
import type { ColumnName } from '../../../reports/frames/columns.ts'
import { groupRows } from '../../../reports/frames/grouping.ts'
import { requireRoom } from '../../../reports/frames/readable.ts'
import { readSteps, type StatedStep } from '../../../reports/frames/steps.ts'

const columns: readonly ColumnName[] = [
  { name: 'scenario', kind: 'text' },
  { name: 'year', kind: 'number', isWhole: true },
  { name: 'output.US', kind: 'number' },
  { name: 'output.MX', kind: 'number' },
  { name: 'elasticity', kind: 'number', ifNamed: true },
]

function steps(...words: readonly string[]): readonly StatedStep[] {
  return words.map((word) => {
    const [verb, ...rest] = word.split(' ')
    return { verb: verb as StatedStep['verb'], text: rest.join(' ') }
  })
}

describe('what is needed of a table', () => {
  test.each([
    ['all but what must be named', [], 'scenario, year, output.US, output.MX'],
    ['what is named too', ['filter elasticity > 4'], 'elasticity, scenario, year, output.US, output.MX'],
    [
      'no more than a figure is made of',
      ['filter year == 2036', 'groupby scenario', 'rollup m = mean(output.US)'],
      'year, scenario, output.US',
    ],
    [
      'no more than is selected',
      ['derive x = output.US * elasticity', 'select scenario, x'],
      'output.US, elasticity, scenario',
    ],
    ['nothing for a count', ['rollup n = count()'], ''],
  ])('%s', (_, words, needed) => {
    expect([...readSteps(steps(...words), columns).needed].toSorted()).toEqual(
      needed === '' ? [] : needed.split(', ').toSorted(),
    )
  })

  test('a column that a step makes is none of the first table, and hides one of the same name', () => {
    const read = readSteps(steps('derive year = 1, more = 2', 'select more, year'), columns)
    expect([...read.needed]).toEqual(['year'])
    expect(read.columns).toEqual([
      { name: 'more', kind: 'number' },
      { name: 'year', kind: 'number' },
    ])
  })
})

test.each([
  ['groupby yaer', /--groupby: there is no column yaer; did you mean year\?/],
  ['orderby -outputUS', /--orderby: there is no column outputUS; did you mean output\.US\?/],
  ['select ', /--select: names no column/],
  ['limit many', /--limit: "many" is not allowed; give a whole number/],
  ['rollup m = output.US', /--rollup: m is not one figure of all rows of a group/],
  ['rollup m + 1 = count()', /is no name/],
])('%s is refused', (word, message) => {
  expect(() => readSteps(steps(word), columns)).toThrow(message)
})

test('steps see what the ones before them have left', () => {
  expect(() => readSteps(steps('rollup m = mean(output.US)', 'filter output.US > 1'), columns)).toThrow(
    /did you mean|most like|there are m/,
  )
  expect(() => readSteps(steps('select year', 'groupby scenario'), columns)).toThrow(/there is no column scenario/)
  const read = readSteps(steps('groupby year', 'rollup m = mean(output.US)', 'filter m > 1'), columns)
  expect(read.columns.map(({ name }) => name)).toEqual(['year', 'm'])
})

test('rows without a value come last, whichever way it goes', () => {
  const data = { value: Float64Array.of(3, NaN, 1, NaN, 2), name: ['c', null, 'a', 'e', 'b'] }
  const readable = {
    columns: [
      { name: 'value', kind: 'number' },
      { name: 'name', kind: 'text' },
    ] as const,
    rows: 5,
    read: () => data,
  }
  const sorted = (text: string, column: string): unknown[] => {
    const { steps: read } = readSteps([{ verb: 'orderby', text }], readable.columns)
    return Array.from(
      read.reduce((table, step) => applyStep(table, step), tableFrom(readable, new Set())).array(column),
    )
  }
  expect(sorted('value', 'value')).toEqual([1, 2, 3, NaN, NaN])
  expect(sorted('-value', 'value')).toEqual([3, 2, 1, NaN, NaN])
  expect(sorted('name', 'name')).toEqual(['a', 'b', 'c', 'e', null])
  expect(sorted('-name', 'name')).toEqual(['e', 'c', 'b', 'a', null])
  expect(sorted('-value,-name', 'name')).toEqual(['c', 'b', 'a', 'e', null])
})

describe('groups', () => {
  const cell = fc.constantFrom<string | number | boolean | null>('a', 'b', '1', 1, 2, 0.5, NaN, null, true)
  const row = fc.record({
    one: cell,
    two: cell,
    three: fc.integer({ min: 0, max: 3 }),
    value: fc.integer({ min: 0, max: 99 }),
  })

  test('are those of arquero, in the same order, of a whole table and of a part of it', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 99 }), (rows, least) => {
        const whole = tableOf({
          one: rows.map(({ one }) => one),
          two: rows.map(({ two }) => two),
          three: rows.map(({ three }) => three),
          value: rows.map(({ value }) => value),
        })
        const part = whole.params({ least }).filter((d: { value: number }, $: { least: number }) => d.value >= $.least)
        for (const table of [whole, part]) {
          for (const names of [['one'], ['two', 'three'], ['three', 'one', 'two']]) {
            const figures = { n: 'd => op.count()', sum: 'd => op.sum(d.value)' }
            expect(
              groupRows(table, ...names)
                .rollup(figures)
                .objects(),
            ).toEqual(
              table
                .groupby(...names)
                .rollup(figures)
                .objects(),
            )
          }
        }
      }),
    )
  })

  test('of so many pairs of values that they are numbered through', () => {
    const rows = 5000
    const one = Array.from({ length: rows }, (_, n) => (n * 7919) % rows)
    const two = one.map((value) => (value * 31) % rows)
    const table = tableOf({ one, two })
    expect(groupRows(table, 'one', 'two').rollup({ n: 'd => op.count()' }).numRows()).toBe(rows)
  })
})

test('a table that would not fit into memory is refused before it is read', () => {
  const readable = { columns, rows: 1e8, read: () => expect.unreachable() }
  expect(() => requireRoom(readable, new Set(['year', 'scenario']))).toThrow(
    /100000000 rows of 2 columns would take 1\.6 GB/,
  )
  requireRoom({ ...readable, rows: 1e7 }, new Set(['year', 'scenario']))
})
