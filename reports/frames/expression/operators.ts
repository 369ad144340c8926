/** Operators of expressions: of numbers, of numbers or texts that are compared, and of truths. */
import type { AnyNode } from './parse.ts'
import { joined, type ReadExpression, type Reading } from './parts.ts'

const arithmetic = new Set(['+', '-', '*', '/', '%', '**'])
const order = new Set(['<', '<=', '>', '>='])
const equality: Readonly<Record<string, string>> = { '==': '===', '!=': '!==', '===': '===', '!==': '!==' }

/** Two numbers, or a comparison. */
export function binaryOf(node: AnyNode & { readonly type: 'BinaryExpression' }, reading: Reading): ReadExpression {
  const { read, problem } = reading
  const { left, operator, right } = node
  if (!arithmetic.has(operator) && !order.has(operator) && !Object.hasOwn(equality, operator)) {
    throw problem(node, `the operator ${operator} is not allowed; there are + - * / % ** < <= > >= == != && || ! ?:`)
  }
  const [one, other] = [read(left), read(right)]
  if (arithmetic.has(operator)) {
    for (const [part, { kind }] of [
      [left, one],
      [right, other],
    ] as const) {
      if (kind !== 'number') throw problem(part, `is a ${kind}, and ${operator} takes numbers`)
    }
    return joined(
      [one, other],
      operator === '**' ? `op.pow(${one.code}, ${other.code})` : written(one, operator, other),
      'number',
    )
  }
  if (one.kind !== other.kind) throw problem(node, `compares a ${one.kind} with a ${other.kind}`)
  return joined([one, other], written(one, equality[operator] ?? operator, other), 'truth')
}

function written(one: ReadExpression, operator: string, other: ReadExpression): string {
  return `(${one.code} ${operator} ${other.code})`
}

/** Two comparisons, of which both or one of them is to be true. */
export function logicalOf(
  { left, operator, right }: AnyNode & { readonly type: 'LogicalExpression' },
  { read, problem }: Reading,
): ReadExpression {
  const parts = [left, right].map((node) => {
    const part = read(node)
    if (part.kind === 'truth' && operator !== '??') return part
    throw problem(
      node,
      operator === '??' ? 'the operator ?? is not allowed' : `is no comparison, and ${operator} joins comparisons`,
    )
  })
  return joined(parts, written(parts[0], operator, parts[1]), 'truth')
}

/** A sign before a number, or `!` before a comparison. */
export function unaryOf(
  node: AnyNode & { readonly type: 'UnaryExpression' },
  { read, problem }: Reading,
): ReadExpression {
  const { operator, argument } = node
  if (operator !== '-' && operator !== '+' && operator !== '!') throw problem(node, `${operator} is not allowed`)
  const part = read(argument)
  const takes = operator === '!' ? 'truth' : 'number'
  if (part.kind !== takes) {
    throw problem(
      argument,
      `is a ${part.kind}, and ${operator} takes ${takes === 'truth' ? 'a comparison' : 'a number'}`,
    )
  }
  return joined([part], `(${operator}${part.code})`, takes)
}
