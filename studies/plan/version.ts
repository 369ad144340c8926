/** The version of this program, from its package file, wherever it was compiled to. */
import { existsSync, readFileSync } from 'node:fs'

export const programName = 'plantshift'

/** Version of the program by its package.json; `unknown` where there is none. */
export function programVersion(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    const path = new URL(up, import.meta.url)
    if (!existsSync(path)) continue
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof content === 'object' && content !== null && 'version' in content) return String(content.version)
  }
  return 'unknown'
}
