/** The text of an expression as a tree, by acorn, which reads JavaScript. */
import { parseExpressionAt, type AnyNode, type Expression } from 'acorn'
import { expressionError, type Given } from './problem.ts'

export type { AnyNode }

/** What a name must be, where one stands before `=`. */
export const noName = 'name; write NAME = EXPRESSION, or == for “is equal”'

const words: Readonly<Record<string, string>> = { and: '&&', or: '||', not: '!', is: '==' }

/** @throws an error of kind `usage` at the first sign that fits nowhere */
export function parsed(given: Given): Expression {
  const { text } = given
  const refuse = (at: number): Error => {
    const rest = text.slice(at)
    const [word = ''] = /^(\w+|.?)/.exec(rest) ?? []
    const instead = words[word.toLowerCase()]
    const hint = instead === undefined ? 'does not fit there' : `write ${instead} for it`
    return expressionError(given, at, at + word.length, rest.trim() === '' ? 'something is missing' : hint)
  }
  let tree: Expression
  try {
    tree = parseExpressionAt(text, 0, { ecmaVersion: 2022 })
  } catch (error) {
    const at = error instanceof SyntaxError && 'pos' in error ? Number(error.pos) : 0
    if (!String(error).includes('Assigning to rvalue')) throw refuse(at)
    throw expressionError(given, at, text.length, `is no ${noName}`)
  }
  const rest = text.slice(tree.end)
  if (rest.trim() !== '') throw refuse(tree.end + rest.length - rest.trimStart().length)
  return tree
}

/** `output.US` as one name, since names of outcomes have dots in them; undefined for anything else. */
export function dottedName(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type !== 'MemberExpression' || node.computed || node.optional) return undefined
  const before = dottedName(node.object)
  return before === undefined || node.property.type !== 'Identifier' ? undefined : `${before}.${node.property.name}`
}
