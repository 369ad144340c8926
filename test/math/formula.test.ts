import { array, assert, constantFrom, double, integer, oneof, property, tuple, type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluator, type Formula, type Operation } from '../../engine/math/formula.ts'

const inputs = 3

/** One row by the language itself, an operation at a time: slow and obvious. */
const byHand: Readonly<Record<Operation, (...of: number[]) => number>> = {
  negate: (x) => -x,
  abs: (x) => Math.abs(x),
  sqrt: (x) => Math.sqrt(x),
  exp: (x) => Math.exp(x),
  log: (x) => Math.log(x),
  not: (x) => (x === 0 ? 1 : 0),
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  power: (x, y) => x ** y,
  min: (x, y) => Math.min(x, y),
  max: (x, y) => Math.max(x, y),
  less: (x, y) => Number(x < y),
  lessOrEqual: (x, y) => Number(x <= y),
  more: (x, y) => Number(x > y),
  moreOrEqual: (x, y) => Number(x >= y),
  equal: (x, y) => Number(x === y),
  unequal: (x, y) => Number(x !== y),
  and: (x, y) => Number(x === 1 && y === 1),
  or: (x, y) => Number(x === 1 || y === 1),
  if: (is, yes, no) => (is === 1 ? yes : no),
}

function valueByHand(formula: Formula, row: readonly number[]): number {
  if (formula.kind === 'number') return formula.value
  if (formula.kind === 'input') return row[formula.input]
  return byHand[formula.operation](...formula.of.map((part) => valueByHand(part, row)))
}

function valuesOf(formula: Formula, rows: readonly (readonly number[])[]): Float64Array {
  const columns = Array.from({ length: inputs }, (_, n) => Float64Array.from(rows, (row) => row[n]))
  const into = new Float64Array(rows.length)
  evaluator(formula)(columns, into)
  return into
}

const operation = (name: Operation, ...of: Formula[]): Formula => ({ kind: 'operation', operation: name, of })
const number = (value: number): Formula => ({ kind: 'number', value })
const input = (n: number): Formula => ({ kind: 'input', input: n })

const leaf: Arbitrary<Formula> = oneof(
  double({ min: -9, max: 9, noNaN: true }).map(number),
  integer({ min: 0, max: inputs - 1 }).map(input),
)

/** Formulas of sums, products and conditions, some deep. */
function formulas(depth: number): Arbitrary<Formula> {
  if (depth === 0) return leaf
  const part = formulas(depth - 1)
  const sums = constantFrom('add', 'subtract', 'multiply', 'min', 'max' as const)
  const comparisons = constantFrom('less', 'lessOrEqual', 'more', 'moreOrEqual', 'equal', 'unequal' as const)
  const condition = tuple(comparisons, part, part).map(([name, x, y]) => operation(name, x, y))
  return oneof(
    leaf,
    tuple(sums, part, part).map(([name, x, y]) => operation(name, x, y)),
    tuple(constantFrom('and', 'or' as const), condition, condition).map(([name, x, y]) => operation(name, x, y)),
    condition.map((is) => operation('not', is)),
    tuple(condition, part, part).map(([is, yes, no]) => operation('if', is, yes, no)),
    part.map((x) => operation('negate', x)),
    part.map((x) => operation('abs', x)),
  )
}

const values = double({ min: -100, max: 100, noNaN: true })
const tables = array(array(values, { minLength: inputs, maxLength: inputs }), { minLength: 1, maxLength: 9 })

describe('a formula over columns', () => {
  test('is in every row what the language makes of it', () => {
    assert(
      property(formulas(4), tables, (formula, rows) => {
        const found = valuesOf(formula, rows)
        return rows.every((row, n) => Object.is(found[n] + 0, valueByHand(formula, row) + 0))
      }),
    )
  })

  test('has no seam where the rows are taken in pieces', () => {
    const rows = Array.from({ length: 3000 }, (_, n) => [n, n % 7, 1])
    const formula = operation('add', operation('multiply', input(0), input(1)), number(0.5))
    expect([...valuesOf(formula, rows)]).toEqual(rows.map(([x, y]) => x * y + 0.5))
  })

  test.each([1, 3, 511, 513, 1027])('writes nothing beside its %i rows', (count) => {
    const memory = new Float64Array(count + 8).fill(7)
    const column = Float64Array.from({ length: count }, (_, n) => n - 2)
    const formula = operation('and', operation('more', input(0), number(-1)), operation('less', number(2), input(0)))
    evaluator(formula)([column], memory.subarray(4, 4 + count))
    expect([...memory.subarray(0, 4), ...memory.subarray(4 + count)]).toEqual(Array.from({ length: 8 }, () => 7))
    expect([...memory.subarray(4, 4 + count)]).toEqual(Array.from(column, (x) => Number(x > -1 && x > 2)))
  })

  test('takes whole powers as products, and others by exp and log', () => {
    const power = (x: number, y: number): number => valuesOf(operation('power', input(0), number(y)), [[x, 0, 0]])[0]
    expect([power(-3, 3), power(2, -2), power(5, 0)]).toEqual([-27, 0.25, 1])
    expect(power(2, 0.5)).toBeCloseTo(Math.SQRT2, 14)
    expect([power(-2, 0.5), power(0, -0.5)]).toEqual([NaN, NaN])
  })

  test.each([
    ['divided by nothing', operation('divide', input(0), input(1))],
    ['compared with what is divided by nothing', operation('less', number(1), operation('divide', input(0), input(1)))],
    [
      'a condition of it, turned round',
      operation('not', operation('equal', operation('divide', input(1), input(1)), number(0))),
    ],
    [
      'a choice by it',
      operation('if', operation('more', operation('divide', input(1), input(1)), number(0)), number(1), number(2)),
    ],
    ['and', operation('and', operation('more', operation('log', operation('negate', input(0))), number(0)), number(0))],
  ])('is not finite where it is made of what is not: %s', (_, formula) => {
    expect(Number.isFinite(valuesOf(formula, [[1, 0, 0]])[0])).toBe(false)
  })

  test('may have a branch that is not taken and is no number', () => {
    const guarded = operation(
      'if',
      operation('more', input(1), number(0)),
      operation('divide', input(0), input(1)),
      number(-1),
    )
    expect([
      ...valuesOf(guarded, [
        [1, 0, 0],
        [1, 2, 0],
      ]),
    ]).toEqual([-1, 0.5])
  })

  test('with the wrong number of parts is none', () => {
    expect(() => evaluator(operation('add', number(1)))).toThrow(/add of 1 parts/)
  })
})
