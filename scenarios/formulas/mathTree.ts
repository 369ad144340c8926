/** The tree that mathjs makes of a text: the one place that knows the package. */
import { createRequire } from 'node:module'
import type { MathNode } from 'mathjs'

export type {
  AccessorNode,
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from 'mathjs'

/**
 * Parses a text. mathjs is loaded here, and where no formula stands never: it takes longer than most commands do.
 *
 * @throws its errors, with the sign at which they are as `char`
 */
export function mathTree(text: string): MathNode {
  const load = createRequire(import.meta.url)
  const { parse }: { parse: (text: string) => MathNode } = load('mathjs/number')
  return parse(text)
}
