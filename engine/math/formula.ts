/**
 * A formula over columns of numbers, as plain data that a thread can be told, and its value in every row. It is worked out some
 * hundred rows at a time, operation by operation, each in a loop of its own, so that what stands between two operations stays in
 * the fastest memory and it takes little longer than a loop by hand.
 *
 * Conditions are 1 and 0, and no number where what is compared is not finite; what is made of no number is none.
 */
import { type Comparison, comparisonLoops, constantLoops, logicLoops } from './conditionLoops.ts'
import { type Arithmetic, arithmeticLoops, type Loop1, type Loop2, type Unary, unaryLoops } from './formulaLoops.ts'

type Binary = Arithmetic | Comparison | 'and' | 'or'
export type Operation = Unary | Binary | 'if'

/** A number, the column of a number in a list of inputs, or an operation on formulas. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'input'; readonly input: number }
  | { readonly kind: 'operation'; readonly operation: Operation; readonly of: readonly Formula[] }

/** Columns of a few operations stay in the fastest memory of a processor, and the loops are long enough. */
const rows = 512
/** What a turn of a loop does: pieces are of whole turns. */
const turn = 4

/**
 * Values of rows `start` to `start + count - 1`: in `room` where they are worked out, else where they stand. `count` may go beyond
 * the last row by less than a turn; what stands there is nothing.
 */
type Step = (inputs: readonly Float64Array[], start: number, count: number, room: Float64Array) => Float64Array

/** @throws RangeError for an operation with the wrong number of parts */
function stepOf(formula: Formula): Step {
  if (formula.kind === 'input') return inputStep(formula.input)
  if (formula.kind === 'number') {
    const values = new Float64Array(rows).fill(formula.value)
    return () => values
  }
  const { operation, of } = formula
  if (operation === 'if' && of.length === 3) return choiceOf(of)
  if (operation in unaryLoops && of.length === 1) return unary(unaryLoops[operation as Unary], of[0])
  if (operation !== 'if' && !(operation in unaryLoops) && of.length === 2) return binary(operation as Binary, of)
  throw new RangeError(`formula: ${operation} of ${of.length} parts`)
}

function inputStep(input: number): Step {
  return (inputs, start, count, room) => {
    const column = inputs[input]
    if (start + count <= column.length) return column.subarray(start, start + count)
    room.set(column.subarray(start))
    return room
  }
}

function unary(loop: Loop1, of: Formula): Step {
  const part = stepOf(of)
  return (inputs, start, count, room) => {
    loop(part(inputs, start, count, room), room, count)
    return room
  }
}

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  less: 'more',
  lessOrEqual: 'moreOrEqual',
  more: 'less',
  moreOrEqual: 'lessOrEqual',
  equal: 'equal',
  unequal: 'unequal',
}

function binary(operation: Binary, [left, right]: readonly Formula[]): Step {
  if (operation === 'and' || operation === 'or') return both(logicLoops[operation], left, right)
  if (!(operation in mirrored)) return both(arithmeticLoops[operation as Arithmetic], left, right)
  const comparison = operation as Comparison
  if (right.kind === 'number') return both(constantLoops[comparison], left, right)
  if (left.kind === 'number') return both(constantLoops[mirrored[comparison]], right, left)
  if (comparison === 'more' || comparison === 'moreOrEqual') {
    return both(comparisonLoops[comparison === 'more' ? 'less' : 'lessOrEqual'], right, left)
  }
  return both(comparisonLoops[comparison], left, right)
}

/** The left part is worked out where the whole will stand, the right in a room of its own. */
function both(loop: Loop2, left: Formula, right: Formula): Step {
  const [one, other] = [stepOf(left), stepOf(right)]
  const beside = new Float64Array(rows)
  return (inputs, start, count, room) => {
    loop(one(inputs, start, count, room), other(inputs, start, count, beside), room, count)
    return room
  }
}

/** The branch that is not taken may be anything. */
function choiceOf(of: readonly Formula[]): Step {
  const [condition, holds, fails] = of.map(stepOf)
  const [ofHolds, ofFails] = [new Float64Array(rows), new Float64Array(rows)]
  return (inputs, start, count, room) => {
    const is = condition(inputs, start, count, room)
    const yes = holds(inputs, start, count, ofHolds)
    const no = fails(inputs, start, count, ofFails)
    for (let n = 0; n < count; n++) room[n] = is[n] === 1 ? yes[n] : is[n] === 0 ? no[n] : NaN
    return room
  }
}

/** Fills `into` [row] with the values of a formula. @param inputs [input][row] none of them `into` */
export type Evaluate = (inputs: readonly Float64Array[], into: Float64Array) => void

/**
 * A formula made ready to be worked out.
 *
 * @throws RangeError for one that is none
 */
export function evaluator(formula: Formula): Evaluate {
  const step = stepOf(formula)
  const last = new Float64Array(rows)
  return (inputs, into) => {
    for (let start = 0; start < into.length; start += rows) {
      const left = Math.min(rows, into.length - start)
      const count = Math.ceil(left / turn) * turn
      const room = count === left ? into.subarray(start, start + count) : last
      const values = step(inputs, start, count, room)
      if (values !== room || room === last) into.set(values.subarray(0, left), start)
    }
  }
}
