import { usualWidth } from '../words/table.ts'

/** How text is laid out on a terminal or in a file. */
export interface Style {
  readonly bold: (text: string) => string
  /** Characters in a line. */
  readonly width: number
}

/** Narrower, tables have no room; wider, sentences are hard to read. */
const narrowest = 60
const widest = 120

/** What a terminal takes for bold from here on, and no longer. */
export const boldStart = '\u001B[1m'
export const boldEnd = '\u001B[22m'

export const plainStyle: Style = { bold: (text) => text, width: usualWidth }

/** @param columns of the terminal; undefined where there is none */
export function ansiStyle(columns: number | undefined): Style {
  return {
    bold: (text) => `${boldStart}${text}${boldEnd}`,
    width: Math.min(widest, Math.max(narrowest, columns ?? usualWidth)),
  }
}
