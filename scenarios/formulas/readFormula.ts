/**
 * Formulas as people write them, `assemblyJobs.US / vehicleDuties.US`, to formulas over columns. mathjs parses the text and
 * nothing else: its tree is walked against a list of what is allowed, and what is not on the list is refused with a sentence.
 * So a formula reaches nothing but numbers, and no meaning of mathjs that surprises (25% + 10% is 0, `2 a` a product, `3 m` a
 * length, comparisons within a tolerance) is ever used.
 */
import { type MathNode, mathTree } from './mathTree.ts'
import { type Allowed, type FormulaProblem, isRefusal, type KnownFormula, type Read, refuse } from './refusal.ts'
import { walk } from './walk.ts'

export type { FormulaProblem, KnownFormula } from './refusal.ts'

const mostSigns = 2000
const mostBrackets = 50

/** Brackets that are open at once. */
function depthOf(text: string): number {
  let open = 0
  let most = 0
  for (const sign of text) {
    if ('([{'.includes(sign)) open += 1
    if (')]}'.includes(sign)) open -= 1
    most = Math.max(most, open)
  }
  return most
}

/**
 * @param text as it is written
 * @param allowed what it may name
 * @returns the formula, or what is wrong with it
 */
export function readFormula(text: string, allowed: Allowed): KnownFormula | FormulaProblem {
  try {
    if (text.trim() === '') refuse('is empty', text, '')
    if (text.length > mostSigns) refuse(`has ${text.length} signs; the most is ${mostSigns}`, text, '')
    if (depthOf(text) > mostBrackets) refuse(`has more than ${mostBrackets} brackets in one another`, text, '(')
    const read: Read = { text, allowed, inputs: [] }
    const { formula, kind } = walk(parsed(text), read)
    return { formula, inputs: read.inputs, isCondition: kind === 'condition' }
  } catch (error) {
    if (isRefusal(error)) return error.formulaProblem
    throw error
  }
}

/** Whether it could not be read. */
export function isFormulaProblem(read: KnownFormula | FormulaProblem): read is FormulaProblem {
  return 'message' in read
}

function parsed(text: string): MathNode {
  try {
    return mathTree(text)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const char = 'char' in error && typeof error.char === 'number' ? error.char : 1
    return refuse(`cannot be read: ${plainReason(error.message, text)}`, text, '', char)
  }
}

/** Its own words, without the place, which is said anyway; and what is meant by signs of other languages. */
function plainReason(message: string, text: string): string {
  const said = message.replace(/ \(char \d+\)$/, '')
  const small = said.charAt(0).toLowerCase() + said.slice(1)
  if (/&&|\|\|/.test(text)) return `${small}; write and, or`
  return /@/.test(text) ? `${small}; a formula has no years: each outcome is that of the year that is looked at` : small
}
