/** Forms of a file for other programs, and how it is put in its place: whole, or not at all. */
import { renameSync, rmSync } from 'node:fs'
import { extname } from 'node:path'
import { usageError } from '../../engine/run/errors.ts'
import { partialEnding } from '../../engine/run/wholeFile.ts'

export const formats = ['csv', 'parquet', 'arrow', 'json'] as const
export type Format = (typeof formats)[number]

/**
 * The form that was asked for, or the one of the file's ending.
 *
 * @throws an error of kind `usage` where there is no such form
 */
export function formatOf(asked: string | undefined, target: string): Format {
  const text = asked ?? extname(target).slice(1)
  const found = formats.find((format) => format === text || (format === 'json' && text === 'ndjson'))
  if (found !== undefined) return found
  const given = asked === undefined ? `--to: the ending of ${target}` : `--format: ${JSON.stringify(asked)}`
  throw usageError(`${given} is none of ${formats.join(', ')}`)
}

/**
 * Writes a file under another name beside its own, and gives it that name when it is whole.
 *
 * @param write is given the other name
 * @throws what `write` throws; nothing is then left
 */
export async function writeWhole<Value>(to: string, write: (path: string) => Value | Promise<Value>): Promise<Value> {
  const partial = `${to}${partialEnding}`
  try {
    const value = await write(partial)
    renameSync(partial, to)
    return value
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}
