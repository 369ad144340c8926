/** Formulas over a million rows, as derived outcomes and conditions are worked out, over the same loop written by hand. */
import { type Evaluate, evaluator, type Formula, type Operation } from '../../engine/math/formula.ts'
import { ratioText } from './measure.ts'

const rows = 1_000_000
const output = Float64Array.from({ length: rows }, (_, row) => ((row * 7919) % 10_007) - 5000)
const sales = Float64Array.from({ length: rows }, (_, row) => 1 + ((row * 31) % 997) / 1000)

function number(value: number): Formula {
  return { kind: 'number', value }
}

function made(operation: Operation, ...of: readonly Formula[]): Formula {
  return { kind: 'operation', operation, of }
}

const [outputs, sold]: readonly Formula[] = [0, 1].map((input) => ({ kind: 'input', input }))

interface Case {
  readonly text: string
  readonly formula: Formula
  /** Of columns that it is handed, as a formula is. */
  readonly byHand: (output: Float64Array, sales: Float64Array, into: Float64Array) => void
}

const cases: readonly Case[] = [
  {
    text: 'output / sales * 1000',
    formula: made('multiply', made('divide', outputs, sold), number(1000)),
    byHand: (output, sales, into) => {
      for (let row = 0; row < into.length; row++) into[row] = (output[row] / sales[row]) * 1000
    },
  },
  {
    text: 'output < -1000 and sales > 1.02',
    formula: made('and', made('less', outputs, number(-1000)), made('more', sold, number(1.02))),
    byHand: (output, sales, into) => {
      for (let row = 0; row < into.length; row++) into[row] = output[row] < -1000 && sales[row] > 1.02 ? 1 : 0
    },
  },
]

/** @throws Error where a formula gives other values than the loop */
export function formulaRows(): readonly (readonly [string, string])[] {
  const [found, wanted] = [new Float64Array(rows), new Float64Array(rows)]
  return cases.map(({ text, formula, byHand }) => {
    const evaluate: Evaluate = evaluator(formula)
    const byFormula = (): void => evaluate([output, sales], found)
    byFormula()
    byHand(output, sales, wanted)
    if (found.some((value, row) => value !== wanted[row])) throw new Error(`${text} gives other values than a loop`)
    return [`a million rows of ${text}, over a loop by hand`, ratioText(byFormula, () => byHand(output, sales, wanted))]
  })
}
