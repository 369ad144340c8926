/**
 * What formulas do to columns, an operation a loop. Four rows are done a turn: what an engine checks before each turn, of the columns
 * and of itself, would else take longer than the operation.
 */
import { exp, log, pow } from './elementary.ts'

export type Unary = 'negate' | 'abs' | 'sqrt' | 'exp' | 'log' | 'not'
export type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide' | 'power' | 'min' | 'max'

/** Fills the first `count` numbers of `into`, which may be `x`. */
export type Loop1 = (x: Float64Array, into: Float64Array, count: number) => void
/** Fills the first `count` numbers of `into`, which may be `x`, and up to three after them. */
export type Loop2 = (x: Float64Array, y: Float64Array, into: Float64Array, count: number) => void

/** Operations on one column. */
export const unaryLoops: Readonly<Record<Unary, Loop1>> = {
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

/** Operations on two columns of numbers. */
export const arithmeticLoops: Readonly<Record<Arithmetic, Loop2>> = {
  add: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = x[n] + y[n]
      into[n + 1] = x[n + 1] + y[n + 1]
      into[n + 2] = x[n + 2] + y[n + 2]
      into[n + 3] = x[n + 3] + y[n + 3]
    }
  },
  subtract: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = x[n] - y[n]
      into[n + 1] = x[n + 1] - y[n + 1]
      into[n + 2] = x[n + 2] - y[n + 2]
      into[n + 3] = x[n + 3] - y[n + 3]
    }
  },
  multiply: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = x[n] * y[n]
      into[n + 1] = x[n + 1] * y[n + 1]
      into[n + 2] = x[n + 2] * y[n + 2]
      into[n + 3] = x[n + 3] * y[n + 3]
    }
  },
  divide: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = x[n] / y[n]
      into[n + 1] = x[n + 1] / y[n + 1]
      into[n + 2] = x[n + 2] / y[n + 2]
      into[n + 3] = x[n + 3] / y[n + 3]
    }
  },
  min: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = Math.min(x[n], y[n])
      into[n + 1] = Math.min(x[n + 1], y[n + 1])
      into[n + 2] = Math.min(x[n + 2], y[n + 2])
      into[n + 3] = Math.min(x[n + 3], y[n + 3])
    }
  },
  max: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = Math.max(x[n], y[n])
      into[n + 1] = Math.max(x[n + 1], y[n + 1])
      into[n + 2] = Math.max(x[n + 2], y[n + 2])
      into[n + 3] = Math.max(x[n + 3], y[n + 3])
    }
  },
  power: (x, y, into, count) => {
    for (let n = 0; n < count; n++) into[n] = power(x[n], y[n])
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
