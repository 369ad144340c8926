/** What an explanation is asked about. Without files, so that pages can ask too. */
import { usageError } from '../../engine/run/errors.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { findSubject, type Subject } from '../../scenarios/industry/subjects.ts'

/** Names that are listed where several have what was asked for. */
const mostListed = 12

/**
 * The plant, nameplate, line or maker that a word names.
 *
 * @throws an error of kind `usage` where none has the name, or several have
 */
export function requireSubject(industry: Industry, word: string): Subject {
  const found = findSubject(industry, word)
  if ('lines' in found) return found
  const { holding, hint } = found
  const several = holding.slice(0, mostListed).map((name) => `"${name}"`)
  const more = holding.length > mostListed ? ` and ${holding.length - mostListed} more` : ''
  throw usageError(
    holding.length > 1
      ? `${word} is in several names; say which: ${several.join(', ')}${more}`
      : `unknown plant, line or maker: ${word}; ${hint}`,
  )
}
