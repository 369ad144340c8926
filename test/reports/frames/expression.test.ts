/** What expressions over tables say, and that nothing else can be reached from their text. */
import { op } from 'arquero'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyStep, tableFrom } from '../../../reports/frames/apply.ts'
import type { ReadableTable } from '../../../reports/frames/columns.ts'
import { expressionFunctions } from '../../../reports/frames/expression/functions.ts'
import { readSteps, type StatedStep } from '../../../reports/frames/steps.ts'

const names = ['base', 'tariff', 'base', 'tariff', 'base']
const output = [4, NaN, -2.5, 0, 7]
const jobs = [1, 2, 3, 4, 5]
const readable: ReadableTable = {
  columns: [
    { name: 'scenario', kind: 'text' },
    { name: 'output.US', kind: 'number' },
    { name: 'jobs', kind: 'number' },
    { name: 'a-lever', kind: 'number' },
  ],
  rows: 5,
  read: () => ({
    scenario: names,
    'output.US': Float64Array.from(output),
    jobs: Int32Array.from(jobs),
    'a-lever': Float64Array.from(jobs, (value) => value / 10),
  }),
}

function after(...stated: readonly StatedStep[]): Record<string, unknown>[] {
  const { steps, columns } = readSteps(stated, readable.columns)
  const all = new Set(readable.columns.map(({ name }) => name))
  const table = steps.reduce((sofar, step) => applyStep(sofar, step), tableFrom(readable, all))
  expect(table.columnNames()).toEqual(columns.map(({ name }) => name))
  return table.objects() as Record<string, unknown>[]
}

function derived(expression: string): unknown[] {
  return after({ verb: 'derive', text: `x = ${expression}` }).map(({ x }) => x)
}

describe('an expression', () => {
  test.each<[string, unknown[]]>([
    ['jobs * 2 - 1', [1, 3, 5, 7, 9]],
    ['2 ** jobs % 7', [2, 4, 1, 2, 4]],
    ['-(jobs + 1)', [-2, -3, -4, -5, -6]],
    ['`a-lever` * 10 == jobs', [true, true, true, true, true]],
    ['scenario == "tariff" ? jobs : 0', [0, 2, 0, 4, 0]],
    ["!(scenario != 'base') && output.US > 0", [true, false, false, false, true]],
    ['missing(output.US)', [false, true, false, false, false]],
    ['op.greatest(jobs, output.US, 3)', [4, NaN, 3, 4, 7]],
    ['upper(substring(scenario, 0, 1))', ['B', 'T', 'B', 'T', 'B']],
    ['jobs / mean(jobs)', jobs.map((value) => value / 3)],
    ['row_number()', [1, 2, 3, 4, 5]],
    ['lag(jobs, 2)', [undefined, undefined, 1, 2, 3]],
  ])('%s', (expression, values) => {
    expect(derived(expression)).toEqual(values)
  })

  test('of arithmetic is what the language makes of it', () => {
    interface Made {
      readonly text: string
      /** In a row. */
      readonly value: (row: number) => number
    }
    const leaves: readonly Made[] = [
      { text: 'jobs', value: (row) => jobs[row] },
      { text: 'output.US', value: (row) => output[row] },
      { text: '`a-lever`', value: (row) => jobs[row] / 10 },
      { text: '1e3', value: () => 1000 },
      { text: '.5', value: () => 0.5 },
    ]
    const operators = ['+', '-', '*', '/', '%'] as const
    const by = { '+': add, '-': subtract, '*': multiply, '/': divide, '%': remainder }
    const made = fc.letrec<{ readonly tree: Made }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(...leaves),
        fc.tuple(tie('tree'), fc.constantFrom(...operators), tie('tree')).map(([a, sign, b]) => ({
          text: `(${a.text} ${sign} ${b.text})`,
          value: (row: number) => by[sign](a.value(row), b.value(row)),
        })),
        tie('tree').map(({ text, value }) => ({ text: `-(${text})`, value: (row: number) => -value(row) })),
        tie('tree').map(({ text, value }) => ({ text: `abs(${text})`, value: (row: number) => Math.abs(value(row)) })),
        fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([a, b, c]) => ({
          text: `(${a.text} < ${b.text} ? ${b.text} : ${c.text})`,
          value: (row: number) => (a.value(row) < b.value(row) ? b.value(row) : c.value(row)),
        })),
      ),
    }))
    fc.assert(
      fc.property(made.tree, ({ text, value }) => {
        expect(derived(text)).toEqual(jobs.map((_, row) => value(row)))
      }),
      { numRuns: 200 },
    )
  })
})

const add = (a: number, b: number): number => a + b
const subtract = (a: number, b: number): number => a - b
const multiply = (a: number, b: number): number => a * b
const divide = (a: number, b: number): number => a / b
const remainder = (a: number, b: number): number => a % b

describe('is refused, with its place:', () => {
  test.each([
    ['outptu.US > 1', /character 1, "outptu\.US": there is no such column; did you mean output\.US\?/],
    ['jobs > 1 and jobs < 3', /character 10, "and": write && for it/],
    ['jobs = 3', /character 1, "jobs = 3": gives a name; write ==/],
    ['jobs == "3"', /compares a number with a text/],
    ['jobs > ', /the end: something is missing/],
    ['jobs > 1 )', /character 10, "\)": does not fit there/],
    ['scenario > 1', /compares a text with a number/],
    ['jobs && jobs > 1', /"jobs": is no comparison/],
    ['jobs', /is a number; write a comparison/],
    ['quantle(jobs, 0.5) > 1', /character 1, "quantle": there is no such function; did you mean quantile\?/],
    ['quantile(jobs, 95) > 1', /"95": is no share from 0 to 1/],
    ['quantile(jobs, jobs) > 1', /is no number as it stands/],
    ['mean(sum(jobs)) > 1', /cannot be asked of what already does/],
    ['mean(scenario) > 1', /"scenario": is a text, and mean takes a number/],
    ['mean() > 1', /mean takes 1 argument; given: 0/],
    ['rank() > 1', /derive a column first/],
    ['jobs == null', /missing\(COLUMN\) asks whether one is there/],
  ])('%s', (text, message) => {
    expect(() => after({ verb: 'filter', text })).toThrow(message)
    expect(() => after({ verb: 'filter', text })).toThrow(/^--filter: /)
  })

  // Everything by which text could reach what is no column, no number and no function of the list.
  test.each([
    'process.exit(3)',
    'globalThis',
    'd["jobs"]',
    'd => d.jobs > 1',
    'constructor',
    'jobs.constructor',
    'jobs.constructor.constructor("return process")()',
    '(() => 1)()',
    'op["mean"](jobs)',
    'op.constructor("return 1")()',
    'op.row_object()',
    'op.random() > 0.5',
    '`${jobs}`',
    '`jobs`.length',
    'mean`jobs`',
    'new Date()',
    'import("node:fs")',
    'import.meta',
    'this',
    'eval("1")',
    '[jobs][0]',
    '({ jobs })',
    '/x/.test(scenario)',
    '10n > 1',
    'jobs?.x',
    'mean(...jobs)',
    'jobs++',
    'delete jobs',
    'void 0',
    'typeof jobs',
    'jobs in jobs',
    'jobs instanceof jobs',
    'jobs ?? 1',
    'jobs >> 1',
    'jobs /* */ //',
    'async () => 1',
    'await jobs',
    'yield',
    'class {}',
    '"__proto__" == __proto__',
    'd',
    'data',
    'fn.abs(jobs)',
    'toString()',
    'hasOwnProperty("x")',
    '__proto__',
    'jobs, __proto__ = 1',
  ])('%s', (text) => {
    for (const verb of ['filter', 'derive', 'rollup'] as const) {
      const stated = verb === 'filter' ? text : `x = ${text}`
      expect(() => readSteps([{ verb, text: stated }], readable.columns), verb).toThrow(
        expect.objectContaining({ kind: 'usage' }),
      )
    }
  })

  test('nothing that is not an expression of the list comes through from any text', () => {
    const written =
      /^(?:d\["(?:scenario|output\.US|jobs|a-lever)"\]|op\.[a-z_0-9]+\(|"(?:[^"\\]|\\.)*"|[\d.e+-]+|true|false|null|===?|!==|[<>]=?|[-+*/%!?:(),]|&&|\|\||\s)*$/
    const words = [
      'jobs',
      'output.US',
      'op',
      'mean',
      '(',
      ')',
      '.',
      ',',
      '"x"',
      '`',
      '=>',
      '+',
      '[',
      ']',
      '1',
      '?',
      ':',
      '{',
      '}',
      'd',
      '=',
      ' ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
        try {
          const { steps } = readSteps([{ verb: 'derive', text: parts.join('') }], readable.columns)
          for (const step of steps)
            if (step.verb === 'derive') for (const { code } of step.named) expect(code).toMatch(written)
        } catch (error) {
          expect(error).toMatchObject({ kind: 'usage' })
        }
      }),
      { numRuns: 3000 },
    )
  })
})

test('every function of the list is one of arquero, or our own', () => {
  const known = new Set([...Object.keys(op), 'missing'])
  expect([...expressionFunctions.keys()].filter((name) => !known.has(name))).toEqual([])
})

test('every function of the list can be called', () => {
  const argument = { number: 'jobs', text: 'scenario', any: 'jobs', constant: '1' }
  for (const [name, { of, takes }] of expressionFunctions) {
    const call = `x = ${name}(${takes.map((one) => argument[one]).join(', ')})`
    const rows = after({ verb: of === 'group' ? 'rollup' : 'derive', text: call })
    expect(rows, name).toHaveLength(of === 'group' ? 1 : 5)
  }
})
