/** The shipped data files as texts, for tests that spoil one of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedDataFolder } from '../../../scenarios/industry/dataFolder.ts'
import {
  dataFiles,
  readTables,
  type DataFile,
  type DataTexts,
  type Tables,
} from '../../../scenarios/industry/tables.ts'

export const shippedTexts: DataTexts = Object.fromEntries(
  dataFiles.map((file) => [file, readFileSync(join(shippedDataFolder(), file), 'utf8')]),
) as DataTexts

/** The texts with one file changed, or taken away by undefined. */
export function withFile(file: DataFile, change: (text: string) => string | undefined): DataTexts {
  return { ...shippedTexts, [file]: change(shippedTexts[file] ?? '') }
}

/** Replaces text that must be there, so that a test of a spoilt file does spoil it. */
export function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the shipped file does not have '${from}'`)
  return text.replace(from, to)
}

export function shippedTables(): Tables {
  return readTables(shippedTexts, new Map())
}
