/** What is wrong with an expression, where in it. */
import { usageError } from '../../../engine/run/errors.ts'

/** A text in which a problem may be found, and the option or key under which it was given. */
export interface Given {
  readonly option: string
  readonly text: string
}

/** Longest piece of an expression that a message quotes. */
const mostQuoted = 60

/** @param at @param end positions in the text, of what the message is about */
export function expressionError({ option, text }: Given, at: number, end: number, message: string): Error {
  const piece = text.slice(at, end)
  const quoted =
    piece === '' ? 'the end' : JSON.stringify(piece.length > mostQuoted ? `${piece.slice(0, mostQuoted)}...` : piece)
  return usageError(`${option}: character ${at + 1}, ${quoted}: ${message}`)
}
