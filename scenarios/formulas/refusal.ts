/** What a formula may name, and how one is refused. */
import type { Formula } from '../../engine/math/formula.ts'

/** One number that a formula reads in every replicate. */
export interface FormulaInput {
  /** Id of an outcome of the catalogue. */
  readonly outcome: string
  /** True for that of the baseline in the same replicate. */
  readonly ofBaseline: boolean
}

/** What was read before under a name of its own. */
export interface KnownFormula {
  readonly formula: Formula
  readonly inputs: readonly FormulaInput[]
  readonly isCondition: boolean
}

export interface Allowed {
  /** Ids of outcomes. */
  readonly outcomes: readonly string[]
  /** Derived outcomes, by name. */
  readonly derived?: ReadonlyMap<string, KnownFormula>
  /** Whether `change(x)`, the difference from the baseline, makes sense here. */
  readonly change?: boolean
}

export interface FormulaProblem {
  readonly message: string
  /** Sign of the text at which it begins, from 1. */
  readonly at: number
  readonly given?: string
  readonly nearest?: string
}

/** What the walk over a formula keeps. */
export interface Read {
  readonly text: string
  readonly allowed: Allowed
  /** Each once, in the order in which they are met. */
  readonly inputs: FormulaInput[]
}

/** What a refused formula throws, inside this room alone; `readFormula` catches it. */
export type FormulaRefusal = Error & { readonly formulaProblem: FormulaProblem }

/** Whether an error is a refused formula. */
export function isRefusal(error: unknown): error is FormulaRefusal {
  return error instanceof Error && 'formulaProblem' in error
}

/**
 * Refuses a formula.
 *
 * @param token where it begins in the text; its first sign where it is not found
 */
export function refuse(
  message: string,
  text: string,
  token: string,
  at: number = placeOf(text, token),
  nearest?: string,
): never {
  const formulaProblem: FormulaProblem = {
    message,
    at,
    ...(token === '' ? {} : { given: token }),
    ...(nearest === undefined ? {} : { nearest }),
  }
  throw Object.assign(new Error(message), { formulaProblem })
}

/** Sign at which a name or a sign stands by itself, from 1. */
function placeOf(text: string, token: string): number {
  if (token === '') return 1
  const isWord = /^\w/.test(token)
  for (let from = text.indexOf(token); from >= 0; from = text.indexOf(token, from + 1)) {
    const [before, after] = [text.charAt(from - 1), text.charAt(from + token.length)]
    if (!isWord || !(/[\w.]/.test(before) || /\w/.test(after))) return from + 1
  }
  return Math.max(0, text.indexOf(token)) + 1
}
