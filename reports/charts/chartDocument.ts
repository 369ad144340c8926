/** Where charts are drawn by a program. The explorer's page has a document of its own, and its build takes that one instead. */
import { parseHTML } from 'linkedom'

/** A document for one chart. */
export function chartDocument(): ReturnType<typeof parseHTML>['document'] {
  return parseHTML('<html><body></body></html>').document
}
