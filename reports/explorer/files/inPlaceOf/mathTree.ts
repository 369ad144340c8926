/** In place of `scenarios/formulas/mathTree.ts` where a page checks scenario files: mathjs is in the script that does it. */
import type { MathNode } from 'mathjs'
import * as numbers from 'mathjs/number'

/** Parses a text. @throws its errors, with the sign at which they are as `char` */
export function mathTree(text: string): MathNode {
  return numbers.parse(text)
}
