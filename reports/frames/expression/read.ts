/**
 * Reads expressions over the columns of a table, in arquero's words, from text that anybody may have written: numbers, texts,
 * columns and the functions of `functions.ts`, joined by operators. They are read into a tree, every knot of the tree is looked at, and an
 * expression for arquero is written anew from what was allowed, so that nothing else in the text can be reached or run.
 */
import { nameHint } from '../../../scenarios/file/nearest.ts'
import type { ColumnName } from '../columns.ts'
import { callOf } from './calls.ts'
import { binaryOf, logicalOf, unaryOf } from './operators.ts'
import { type AnyNode, dottedName, noName, parsed } from './parse.ts'
import { columnCode, joined, type ReadExpression, type Reading } from './parts.ts'
import { expressionError, type Given } from './problem.ts'

/** A name, where one was given, and the expression after it. */
export interface NamedExpression extends ReadExpression {
  readonly name: string
}

function readingOf(given: Given, columns: readonly ColumnName[]): Reading {
  const reading: Reading = {
    ...given,
    columns: new Map(columns.map((column) => [column.name, column])),
    read: (node) => readNode(node, reading),
    problem: ({ start, end }, message) => expressionError(given, start, end, message),
  }
  return reading
}

/**
 * One expression, as for a filter.
 *
 * @throws an error of kind `usage` that says where in the text what is not allowed
 */
export function readExpression(given: Given, columns: readonly ColumnName[]): ReadExpression {
  return readingOf(given, columns).read(parsed(given))
}

/** Expressions with commas between them, each with its name before it, as in `mean = mean(output.US), n = count()`. */
export function readNamed(given: Given, columns: readonly ColumnName[]): readonly NamedExpression[] {
  const { read, problem } = readingOf(given, columns)
  const tree = parsed(given)
  const parts = tree.type === 'SequenceExpression' ? tree.expressions : [tree]
  return parts.map((part) => {
    if (part.type !== 'AssignmentExpression') return { name: given.text.slice(part.start, part.end), ...read(part) }
    const name = dottedName(part.left)
    if (part.operator !== '=' || name === undefined || name === '__proto__') throw problem(part.left, `is no ${noName}`)
    return { name, ...read(part.right) }
  })
}

function readNode(node: AnyNode, reading: Reading): ReadExpression {
  switch (node.type) {
    case 'ParenthesizedExpression':
      return reading.read(node.expression)
    case 'Literal':
      return literal(node, reading)
    case 'Identifier':
    case 'MemberExpression':
      return column(node, dottedName(node), reading)
    case 'TemplateLiteral':
      return column(node, quotedName(node), reading)
    case 'UnaryExpression':
      return unaryOf(node, reading)
    case 'BinaryExpression':
      return binaryOf(node, reading)
    case 'LogicalExpression':
      return logicalOf(node, reading)
    case 'ConditionalExpression':
      return conditional(node, reading)
    case 'CallExpression':
      return callOf(node, reading)
    case 'AssignmentExpression':
      throw reading.problem(node, 'gives a name; write == for “is equal”')
    case 'SequenceExpression':
      throw reading.problem(node, 'is more than one expression')
    case 'ArrowFunctionExpression':
      throw reading.problem(node, 'is a function; write what stands behind the arrow, and columns by their names alone')
    default:
      throw reading.problem(node, `is not allowed; ${allowed}`)
  }
}

const allowed = 'an expression is made of numbers, texts in quotes, columns, operators and functions'

function literal(node: AnyNode & { readonly type: 'Literal' }, { problem }: Reading): ReadExpression {
  const { value } = node
  const plain = { columns: new Set<string>(), asksGroup: false, asksPlace: false, asksRow: false }
  if (typeof value === 'number' && Number.isFinite(value)) return { ...plain, code: String(value), kind: 'number' }
  if (typeof value === 'string') return { ...plain, code: JSON.stringify(value), kind: 'text' }
  if (typeof value === 'boolean') return { ...plain, code: String(value), kind: 'truth' }
  throw problem(
    node,
    value === null ? 'is no value; missing(COLUMN) asks whether one is there' : `is not allowed; ${allowed}`,
  )
}

/** A name between backticks, as in `` `a-lever` ``: any name can be written so. */
function quotedName({ expressions, quasis }: AnyNode & { readonly type: 'TemplateLiteral' }): string | undefined {
  return expressions.length === 0 ? (quasis[0].value.cooked ?? undefined) : undefined
}

function column(node: AnyNode, name: string | undefined, { columns, problem }: Reading): ReadExpression {
  if (name === undefined) throw problem(node, `is not allowed; ${allowed}`)
  const found = columns.get(name)
  if (found === undefined) throw problem(node, `there is no such column; ${nameHint(name, [...columns.keys()])}`)
  return {
    code: columnCode(name),
    kind: found.kind,
    columns: new Set([name]),
    asksGroup: false,
    asksPlace: false,
    asksRow: true,
  }
}

function conditional(
  { test, consequent, alternate }: AnyNode & { readonly type: 'ConditionalExpression' },
  { read, problem }: Reading,
): ReadExpression {
  const [condition, one, other] = [test, consequent, alternate].map((node) => read(node))
  if (condition.kind !== 'truth') throw problem(test, 'is no comparison, and stands before ?')
  if (one.kind !== other.kind)
    throw problem(alternate, `is a ${other.kind}, where a ${one.kind} stands before the colon`)
  return joined([condition, one, other], `(${condition.code} ? ${one.code} : ${other.code})`, one.kind)
}
