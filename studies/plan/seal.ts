/**
 * A seal on JSON that this program writes and reads back: a hash of what the file says, as its last field. Whoever changes a digit
 * by hand, or a disk that does, is then found out; other white space and other ends of lines change nothing that is said.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The same content with the seal as its last field. */
export function sealed<Content extends object>(content: Content): Content & { readonly seal: string } {
  return { ...content, seal: sealOf(content) }
}

/** Whether parsed JSON says what it said when it was sealed. Without a seal, as earlier versions wrote it, that is taken for true. */
export function isAsSealed(said: unknown): boolean {
  if (typeof said !== 'object' || said === null || !('seal' in said)) return true
  const { seal, ...content } = said
  return seal === sealOf(content)
}

/** Numbers are written with all their digits, so that what is read back is written the same. */
function sealOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/**
 * JSON from a sealed file.
 *
 * @throws SyntaxError where it is no JSON, an error that says so where it has been changed, and the file system's
 */
export function readSealed(path: string): unknown {
  const said: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (isAsSealed(said)) return said
  throw new Error('it has been changed since it was written')
}
