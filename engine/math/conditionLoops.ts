/**
 * Conditions over columns, four rows a turn as in `formulaLoops`: 1 and 0, and no number where what is compared is not finite.
 * What is compared with a number has loops of its own, which read one column and not two.
 */
import type { Loop2 } from './formulaLoops.ts'

export type Comparison = 'less' | 'lessOrEqual' | 'more' | 'moreOrEqual' | 'equal' | 'unequal'

/** Times what is finite it is 0, and times anything else no number: a branch for what is not finite would cost more. */
const nothing = 0

function isLess(x: number, y: number): number {
  return Number(x < y) + nothing * (x - y)
}

function isLessOrEqual(x: number, y: number): number {
  return Number(x <= y) + nothing * (x - y)
}

function isEqual(x: number, y: number): number {
  return Number(x === y) + nothing * (x - y)
}

function isUnequal(x: number, y: number): number {
  return Number(x !== y) + nothing * (x - y)
}

function either(x: number, y: number): number {
  return x + y - x * y
}

/** Comparisons of two columns; the others are these with the columns in turn. */
export const comparisonLoops: Readonly<Record<'less' | 'lessOrEqual' | 'equal' | 'unequal', Loop2>> = {
  less: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = isLess(x[n], y[n])
      into[n + 1] = isLess(x[n + 1], y[n + 1])
      into[n + 2] = isLess(x[n + 2], y[n + 2])
      into[n + 3] = isLess(x[n + 3], y[n + 3])
    }
  },
  lessOrEqual: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = isLessOrEqual(x[n], y[n])
      into[n + 1] = isLessOrEqual(x[n + 1], y[n + 1])
      into[n + 2] = isLessOrEqual(x[n + 2], y[n + 2])
      into[n + 3] = isLessOrEqual(x[n + 3], y[n + 3])
    }
  },
  equal: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = isEqual(x[n], y[n])
      into[n + 1] = isEqual(x[n + 1], y[n + 1])
      into[n + 2] = isEqual(x[n + 2], y[n + 2])
      into[n + 3] = isEqual(x[n + 3], y[n + 3])
    }
  },
  unequal: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = isUnequal(x[n], y[n])
      into[n + 1] = isUnequal(x[n + 1], y[n + 1])
      into[n + 2] = isUnequal(x[n + 2], y[n + 2])
      into[n + 3] = isUnequal(x[n + 3], y[n + 3])
    }
  },
}

/** Comparisons of a column with the first number of `y`. */
export const constantLoops: Readonly<Record<Comparison, Loop2>> = {
  less: (x, y, into, count) => {
    const c = y[0]
    for (let n = 0; n < count; n += 4) {
      into[n] = isLess(x[n], c)
      into[n + 1] = isLess(x[n + 1], c)
      into[n + 2] = isLess(x[n + 2], c)
      into[n + 3] = isLess(x[n + 3], c)
    }
  },
  lessOrEqual: (x, y, into, count) => {
    const c = y[0]
    for (let n = 0; n < count; n += 4) {
      into[n] = isLessOrEqual(x[n], c)
      into[n + 1] = isLessOrEqual(x[n + 1], c)
      into[n + 2] = isLessOrEqual(x[n + 2], c)
      into[n + 3] = isLessOrEqual(x[n + 3], c)
    }
  },
  more: (x, y, into, count) => {
    const c = y[0]
    for (let n = 0; n < count; n += 4) {
      into[n] = isLess(c, x[n])
      into[n + 1] = isLess(c, x[n + 1])
      into[n + 2] = isLess(c, x[n + 2])
      into[n + 3] = isLess(c, x[n + 3])
    }
  },
  moreOrEqual: (x, y, into, count) => {
    const c = y[0]
    for (let n = 0; n < count; n += 4) {
      into[n] = isLessOrEqual(c, x[n])
      into[n + 1] = isLessOrEqual(c, x[n + 1])
      into[n + 2] = isLessOrEqual(c, x[n + 2])
      into[n + 3] = isLessOrEqual(c, x[n + 3])
    }
  },
  equal: (x, y, into, count) => {
    const c = y[0]
    for (let n = 0; n < count; n += 4) {
      into[n] = isEqual(x[n], c)
      into[n + 1] = isEqual(x[n + 1], c)
      into[n + 2] = isEqual(x[n + 2], c)
      into[n + 3] = isEqual(x[n + 3], c)
    }
  },
  unequal: (x, y, into, count) => {
    const c = y[0]
    for (let n = 0; n < count; n += 4) {
      into[n] = isUnequal(x[n], c)
      into[n + 1] = isUnequal(x[n + 1], c)
      into[n + 2] = isUnequal(x[n + 2], c)
      into[n + 3] = isUnequal(x[n + 3], c)
    }
  },
}

/** Two conditions made one. */
export const logicLoops: Readonly<Record<'and' | 'or', Loop2>> = {
  and: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = x[n] * y[n]
      into[n + 1] = x[n + 1] * y[n + 1]
      into[n + 2] = x[n + 2] * y[n + 2]
      into[n + 3] = x[n + 3] * y[n + 3]
    }
  },
  or: (x, y, into, count) => {
    for (let n = 0; n < count; n += 4) {
      into[n] = either(x[n], y[n])
      into[n + 1] = either(x[n + 1], y[n + 1])
      into[n + 2] = either(x[n + 2], y[n + 2])
      into[n + 3] = either(x[n + 3], y[n + 3])
    }
  },
}
