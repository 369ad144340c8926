/** What a formula may be, and what is said of what it may not be. mathjs itself is the reference for arithmetic. */
import { constantFrom, assert, double, oneof, property, tuple, type Arbitrary } from 'fast-check'
import { evaluate } from 'mathjs'
import { describe, expect, test } from 'vitest'
import { evaluator } from '../../../engine/math/formula.ts'
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { isFormulaProblem, type KnownFormula, readFormula } from '../../../scenarios/formulas/readFormula.ts'

const outcomes = outcomeDefinitions.map(({ id }) => id)

function read(text: string, more: object = {}): KnownFormula {
  const found = readFormula(text, { outcomes, ...more })
  if (isFormulaProblem(found)) throw new Error(`${text}: ${found.message}`)
  return found
}

function valueOf(text: string, given: Readonly<Record<string, number>>): number {
  const { formula, inputs } = read(text)
  const into = new Float64Array(1)
  evaluator(formula)(
    inputs.map(({ outcome }) => Float64Array.of(given[outcome])),
    into,
  )
  return into[0]
}

function saidOf(text: string, more: object = {}): string {
  const found = readFormula(text, { outcomes, ...more })
  return isFormulaProblem(found) ? `${found.at}: ${found.message}` : 'nothing'
}

const part: Arbitrary<string> = oneof(
  constantFrom('output.US', 'output.MX', '(output.US + 1)'),
  double({ min: 0, max: 9, noNaN: true }).map((value) => value.toFixed(2)),
)

/** Arithmetic as people write it, brackets left out. */
function texts(depth: number): Arbitrary<string> {
  if (depth === 0) return part
  const inner = texts(depth - 1)
  return oneof(
    part,
    tuple(inner, constantFrom('+', '-', '*', '/'), inner).map((words) => words.join(' ')),
    inner.map((text) => `-${text}`),
    inner.map((text) => `(${text})`),
    tuple(part, constantFrom('2', '3')).map(([x, y]) => `${x}^${y}`),
    tuple(inner, inner).map(([x, y]) => `max(${x}, ${y})`),
  )
}

describe('a formula', () => {
  test('binds and groups as mathjs does', () => {
    const scope = { output: { US: 3.25, MX: 1.75 } }
    assert(
      property(texts(4), (text) => {
        const expected: number = evaluate(text, structuredClone(scope))
        const found = valueOf(text, { 'output.US': 3.25, 'output.MX': 1.75 })
        const isSame = Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
        return isSame || !Number.isFinite(expected)
      }),
    )
  })

  test.each([
    ['output.US > 3 and not (output.MX >= 2)', 1],
    ['output.US < 3 or output.MX != 1.75', 0],
    ['if(output.US > 3, 10, 20) + 1', 11],
    ['output.US > 3 ? 10 : 20', 10],
    ['sqrt(abs(-4)) + log(exp(1))', 3],
    ['outcome("output.US") - output.US', 0],
    ['true and output.US == 3.25', 1],
    // mathjs itself takes numbers within 1e-12 for equal.
    ['output.US > 3.2499999999999996', 1],
  ])('%s is %d', (text, value) => {
    expect(valueOf(text, { 'output.US': 3.25, 'output.MX': 1.75 })).toBeCloseTo(value, 14)
  })

  test('names outcomes that hold a sign in quotes', () => {
    expect(read('outcome("dutiableShare.CA+MX")').inputs).toEqual([
      { outcome: 'dutiableShare.CA+MX', ofBaseline: false },
    ])
  })

  test('knows the change from the baseline where there is one', () => {
    expect(read('change(output.US) < 0', { change: true }).inputs.map(({ ofBaseline }) => ofBaseline)).toEqual([
      false,
      true,
    ])
    expect(saidOf('change(output.US) < 0')).toMatch(/1: has change\(\), which needs a baseline/)
  })

  test('reads each outcome once', () => {
    expect(read('output.US * output.US + output.US').inputs).toHaveLength(1)
  })
})

describe('what surprises is refused with a sentence:', () => {
  test.each([
    ['25% + 10%', /^3: holds a percent sign.*write 0\.25 for 25%/],
    ['output.US % 2', /^11: holds a percent sign/],
    ['2 output.US', /^3: leaves out an operator or holds a unit; write \*/],
    ['2(3)', /^2: leaves out an operator/],
    ['output.US output.MX', /^11: leaves out an operator/],
    ['output.US + 5 cm', /^15: leaves out an operator or holds a unit/],
    ['3i', /^2: leaves out an operator or holds a unit/],
    ['1 < output.US < 3', /chain of comparisons; write it as in a < b and b < c/],
    ['output.US = 3', /write == to compare|cannot be read/],
    ['x = 3', /holds =, which compares nothing/],
    ['output.US > 1 & output.MX > 2', /^15: has no operator &; write and/],
    ['output.US > 1 && output.MX > 2', /^16: cannot be read: .*; write and, or/],
    ['output.US@2030', /a formula has no years/],
    ['(output.US > 3) + 1', /holds a condition where a number is wanted; write if/],
    ['output.US and output.MX > 3', /^1: holds a number where a condition is wanted/],
    // mathjs takes it for (not output.US) > 3.
    ['not output.US > 3', /^1: has not before a number, .*; write not \(a > b\)/],
    ['output.US +', /^12: cannot be read: unexpected end of expression/],
    ['', /is empty/],
    ['1e400', /Infinity is no finite number/],
    ['"text"', /is no finite number/],
    ['min(1)', /min takes two numbers or more/],
    ['sqrt(1, 2)', /sqrt takes one number/],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, /has more than 50 brackets in one another/],
    ['1 + '.repeat(600), /has 2400 signs; the most is 2000/],
  ])('%s', (text, message) => {
    expect(saidOf(text)).toMatch(message)
  })
})

describe('names that are not there have the nearest one, and their place:', () => {
  test.each([
    ['output.US + asemblyJobs.US', /^13: unknown outcome: asemblyJobs\.US; did you mean assemblyJobs\.US\?/],
    ['output.USA', /^1: unknown outcome: output\.USA; did you mean output\.US\?/],
    ['1 + sqroot(2)', /^5: unknown function: sqroot; did you mean sqrt\?/],
    ['jobsPerBilion * 2', /did you mean jobsPerBillion\?/],
  ])('%s', (text, message) => {
    const derived = new Map([['jobsPerBillion', read('output.US')]])
    expect(saidOf(text, { derived })).toMatch(message)
  })
})

describe('nothing but numbers can be reached:', () => {
  test.each([
    'import("fs")',
    'createUnit("x")',
    'output.constructor',
    'output.US.constructor',
    'output["US"]',
    'constructor',
    '__proto__',
    'toString()',
    'hasOwnProperty(1)',
    'cos.constructor("return process")()',
    'f(x) = x',
    '[1, 2]',
    '{ a: 1 }',
    '1:3',
    'output.US; output.MX',
    'parse("1")',
    'evaluate("1")',
    'pi',
    'e',
    'i',
    'random()',
    'NaN',
    'null',
    'undefined',
  ])('%s', (text) => {
    expect(saidOf(text)).not.toBe('nothing')
  })
})
