/** No text in a CSV file is taken for a formula, no number is touched, and every text comes back as it was. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv } from '../../../reports/tables/csv.ts'
import { originalText, safeCell, withOriginalTexts } from '../../../scenarios/file/csvCells.ts'
import { readCsv } from '../../../scenarios/industry/csv.ts'

describe('a cell', () => {
  test.each(['=1+1', '+1+1', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '= same', '+59,000', '\uFF1D1+1', '-', "'=1"])(
    'with the text %j gets an apostrophe',
    (text) => {
      expect(safeCell(text)).toBe(`'${text}`)
      expect(originalText(safeCell(text))).toBe(text)
    },
  )

  test.each(['-1', '+1', '-.5', '-1.', '1e-7', '-1.5e+300', '-2E5', 'a=b', "it's", "'quoted'", ' =1', '', '\u22121'])(
    'with %j stays as it is',
    (text) => expect(safeCell(text)).toBe(text),
  )
})

const text = fc.oneof(
  fc.stringMatching(/^['=+@\t\r\n",a1 -]{0,6}$/),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
)

test('any table can be read back, made safe or with its texts as they were', () => {
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) => fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: 1 }))
  fc.assert(
    fc.property(table, (rows) => {
      // A row of one empty cell is an empty line, which no reader takes for a row.
      fc.pre(rows.every((row) => row.some((cell) => cell !== '')))
      const safe = csv(rows[0], rows.slice(1))
      const read = parse(safe, { record_delimiter: '\n' })
      expect(read.map((row) => row.map((cell) => originalText(cell)))).toEqual(rows)
      expect(parse(withOriginalTexts(safe), { record_delimiter: '\n' })).toEqual(rows)
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('points of a sweep that were made safe are read as they were, also in the header', () => {
  const header = ['=lever', 'rule']
  const rows = [
    ['=1+1', '@home'],
    ['-0.5', "'=kept"],
  ]
  for (const made of [csv(header, rows), withOriginalTexts(csv(header, rows.slice(0, 1)))]) {
    const table = readCsv('points.csv', made, header, [])
    expect(table.header).toEqual(header)
    expect(table.rows.map(({ cells }) => header.map((name) => cells[name]))).toEqual(rows.slice(0, table.rows.length))
  }
})
