/**
 * A formula over columns of numbers, as plain data that a thread can be told, and its value in every row. It is worked out a
 * thousand rows at a time, operation by operation, each in a loop of its own, so that it takes about as long as a loop by hand.
 *
 * Conditions are 1 and 0, and no number where what is compared is not finite; what is made of no number is none.
 */
import { exp, log, pow } from './elementary.ts'

type Unary = 'negate' | 'abs' | 'sqrt' | 'exp' | 'log' | 'not'
type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide' | 'power' | 'min' | 'max'
type Comparison = 'less' | 'lessOrEqual' | 'more' | 'moreOrEqual' | 'equal' | 'unequal'
type Binary = Arithmetic | Comparison | 'and' | 'or'
export type Operation = Unary | Binary | 'if'

/** A number, the column of a number in a list of inputs, or an operation on formulas. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'input'; readonly input: number }
  | { readonly kind: 'operation'; readonly operation: Operation; readonly of: readonly Formula[] }

/** Fills the first `count` numbers of `into`. */
type Loop1 = (x: Float64Array, into: Float64Array, count: number) => void
type Loop2 = (x: Float64Array, y: Float64Array, into: Float64Array, count: number) => void

const one: Readonly<Record<Unary, Loop1>> = {
  negate: (x, into, count) => {
    for (let n = 0; n < count; n++) into[n] = -x[n]
  },
  abs: (x, into, count) => {
    for (let n = 0; n < count; n++) into[n] = Math.abs(x[n])
  },
  sqrt: (x, into, count) => {
    for (let n = 0; n < count; n++) into[n] = Math.sqrt(x[n])
  },
  exp: (x, into, count) => {
    for (let n = 0; n < count; n++) into[n] = exp(x[n])
  },
  log: (x, into, count) => {
    for (let n = 0; n < count; n++) into[n] = log(x[n])
  },
  not: (x, into, count) => {
    for (let n = 0; n < count; n++) into[n] = 1 - x[n]
  },
}

/** Times what is finite it is 0, and times anything else no number. */
const nothing = 0

const two: Readonly<Record<Binary, Loop2>> = {
  add: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = x[n] + y[n]
  },
  subtract: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = x[n] - y[n]
  },
  multiply: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = x[n] * y[n]
  },
  divide: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = x[n] / y[n]
  },
  power: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = power(x[n], y[n])
  },
  min: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = Math.min(x[n], y[n])
  },
  max: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = Math.max(x[n], y[n])
  },
  // A branch for what is not finite would cost more.
  less: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = Number(x[n] < y[n]) + nothing * (x[n] - y[n])
  },
  lessOrEqual: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = Number(x[n] <= y[n]) + nothing * (x[n] - y[n])
  },
  more: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = Number(x[n] > y[n]) + nothing * (x[n] - y[n])
  },
  moreOrEqual: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = Number(x[n] >= y[n]) + nothing * (x[n] - y[n])
  },
  equal: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = Number(x[n] === y[n]) + nothing * (x[n] - y[n])
  },
  unequal: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = Number(x[n] !== y[n]) + nothing * (x[n] - y[n])
  },
  and: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = x[n] * y[n]
  },
  or: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = x[n] + y[n] - x[n] * y[n]
  },
}

const mostFactors = 64

/** Whole powers are products, to the last bit or two; others are exp(y log x). */
function power(x: number, y: number): number {
  if (!Number.isInteger(y) || Math.abs(y) > mostFactors) return x === 0 && y < 0 ? NaN : pow(x, y)
  let product = 1
  for (let n = 0; n < Math.abs(y); n++) product *= x
  return y < 0 ? 1 / product : product
}

const rows = 1024

/** Values of rows `start` to `start + count - 1`: in `room` where they are worked out, else where they stand. */
type Step = (inputs: readonly Float64Array[], start: number, count: number, room: Float64Array) => Float64Array

/** @throws RangeError for an operation with the wrong number of parts */
function stepOf(formula: Formula): Step {
  if (formula.kind === 'input') return (inputs, start, count) => inputs[formula.input].subarray(start, start + count)
  if (formula.kind === 'number') {
    const values = new Float64Array(rows).fill(formula.value)
    return () => values
  }
  const { operation, of } = formula
  const parts = of.map(partOf)
  if (operation === 'if' && parts.length === 3) return choiceOf(parts)
  if (operation in one && parts.length === 1) return unary(one[operation as Unary], parts[0])
  if (operation in two && parts.length === 2) return binary(two[operation as Binary], parts)
  throw new RangeError(`formula: ${operation} of ${parts.length} parts`)
}

/** Values of a part, which the next call may write over. */
type Part = (inputs: readonly Float64Array[], start: number, count: number) => Float64Array

function partOf(formula: Formula): Part {
  const step = stepOf(formula)
  const room = new Float64Array(rows)
  return (inputs, start, count) => step(inputs, start, count, room)
}

function unary(loop: Loop1, part: Part): Step {
  return (inputs, start, count, room) => {
    loop(part(inputs, start, count), room, count)
    return room
  }
}

function binary(loop: Loop2, [left, right]: readonly Part[]): Step {
  return (inputs, start, count, room) => {
    loop(left(inputs, start, count), right(inputs, start, count), room, count)
    return room
  }
}

/** The branch that is not taken may be anything. */
function choiceOf([condition, holds, fails]: readonly Part[]): Step {
  return (inputs, start, count, room) => {
    const is = condition(inputs, start, count)
    const yes = holds(inputs, start, count)
    const no = fails(inputs, start, count)
    for (let n = 0; n < count; n++) room[n] = is[n] === 1 ? yes[n] : is[n] === 0 ? no[n] : NaN
    return room
  }
}

/** Fills `into` [row] with the values of a formula. @param inputs [input][row] */
export type Evaluate = (inputs: readonly Float64Array[], into: Float64Array) => void

/**
 * A formula made ready to be worked out.
 *
 * @throws RangeError for one that is none
 */
export function evaluator(formula: Formula): Evaluate {
  const step = stepOf(formula)
  return (inputs, into) => {
    for (let start = 0; start < into.length; start += rows) {
      const room = into.subarray(start, start + rows)
      const values = step(inputs, start, room.length, room)
      if (values !== room) room.set(values.subarray(0, room.length))
    }
  }
}
