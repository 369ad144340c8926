/** Calls of functions in expressions. */
import { nameHint } from '../../../scenarios/file/nearest.ts'
import { expressionFunctions, type ExpressionFunction } from './functions.ts'
import { dottedName, type AnyNode } from './parse.ts'
import { isFigure } from '../figures.ts'
import { type AskedFigure, columnCode, joined, type ReadExpression, type Reading } from './parts.ts'

type Call = AnyNode & { readonly type: 'CallExpression' }

/** A call of one of `expressionFunctions`, by its name alone or behind `op.`, as arquero has it. */
export function callOf(node: Call, reading: Reading): ReadExpression {
  const { callee } = node
  const name = dottedName(callee)?.replace(/^op\./, '')
  if (name === undefined) throw reading.problem(callee, 'is no name of a function')
  const called = expressionFunctions.get(name)
  if (called === undefined) {
    throw reading.problem(callee, `there is no such function; ${nameHint(name, [...expressionFunctions.keys()])}`)
  }
  requireCount(node, name, called, reading)
  const parts = node.arguments.map((argument, n) => argumentOf(argument, name, called, n, reading))
  requireFlat(node, name, called, parts, reading)
  const kind = called.gives === 'same' ? parts[0].kind : called.gives
  const figure = figureOf(name, parts)
  return { ...joined(parts, codeOf(name, parts), kind), ...askedBy(called, parts), figure }
}

/** What is asked, where it is one of the figures that are worked out without arquero, of a column of numbers alone. */
function figureOf(name: string, [of, share]: readonly ReadExpression[]): AskedFigure | undefined {
  if (!isFigure(name)) return undefined
  const asked = { name, share: share === undefined ? NaN : Number(share.code) }
  if (of === undefined) return asked
  const column = [...of.columns].find((one) => of.kind === 'number' && of.code === columnCode(one))
  return column === undefined ? undefined : { ...asked, column }
}

function codeOf(name: string, parts: readonly ReadExpression[]): string {
  const codes = parts.map(({ code }) => code)
  return name === 'missing' ? `(${codes[0]} == null || op.is_nan(${codes[0]}))` : `op.${name}(${codes.join(', ')})`
}

/** What asks the group asks no row of it. */
function askedBy(
  { of }: ExpressionFunction,
  parts: readonly ReadExpression[],
): Pick<ReadExpression, 'asksGroup' | 'asksPlace' | 'asksRow'> {
  return {
    asksGroup: of === 'group' || parts.some(({ asksGroup }) => asksGroup),
    asksPlace: of === 'place' || parts.some(({ asksPlace }) => asksPlace),
    asksRow: of === 'row' && parts.some(({ asksRow }) => asksRow),
  }
}

function requireCount(
  node: Call,
  name: string,
  { takes, least, more }: ExpressionFunction,
  { problem }: Reading,
): void {
  const given = node.arguments.length
  if (given >= least && (more || given <= takes.length)) return
  const count = more ? `${least} or more` : least === takes.length ? String(least) : `${least} to ${takes.length}`
  throw problem(node, `${name} takes ${count} argument${count === '1' ? '' : 's'}; given: ${given}`)
}

function argumentOf(
  argument: AnyNode,
  name: string,
  { of, takes }: ExpressionFunction,
  n: number,
  { read, problem }: Reading,
): ReadExpression {
  const asked = takes[Math.min(n, takes.length - 1)]
  const part = read(argument)
  if (asked === 'constant') {
    if (part.kind === 'number' && argument.type === 'Literal') {
      if (name !== 'quantile' || Number(argument.value) <= 1) return part
      throw problem(argument, 'is no share from 0 to 1; the 95% quantile is quantile(COLUMN, 0.95)')
    }
    throw problem(argument, `is no number as it stands, which ${name} takes there`)
  }
  // A share is the mean of a comparison.
  const isTaken = asked === 'any' || part.kind === asked || (of === 'group' && part.kind === 'truth')
  if (!isTaken) throw problem(argument, `is a ${part.kind}, and ${name} takes a ${asked}`)
  return part
}

/** A group can be asked about a value of each row, and not about what another group or place gives. */
function requireFlat(
  node: Call,
  name: string,
  { of }: ExpressionFunction,
  parts: readonly ReadExpression[],
  { problem }: Reading,
): void {
  if (of === 'row' || !parts.some(({ asksGroup, asksPlace }) => asksGroup || asksPlace)) return
  throw problem(
    node,
    `${name} asks all rows of a group, and cannot be asked of what already does; derive a column first`,
  )
}
