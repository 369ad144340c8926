/** The steps of docs/data.md: each some changes of files of the data folder, rows to take out and rows to add. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface FileChange {
  readonly file: string
  readonly out: readonly string[]
  readonly added: readonly string[]
}

export interface DataStep {
  /** The words in bold at its beginning, as in `A plant`. */
  readonly name: string
  readonly changes: readonly FileChange[]
}

const page = fileURLToPath(new URL('../../../docs/data.md', import.meta.url))

/** In the order of the page: paragraphs that begin in bold, with what stands under them. */
export function dataSteps(): readonly DataStep[] {
  const paragraphs = readFileSync(page, 'utf8').split(/^(?=\*\*|#)/m)
  return paragraphs.flatMap((text): readonly DataStep[] => {
    const changes = [...text.matchAll(/^```diff (\S+)\n([\s\S]*?)^```$/gm)].map(([, file, rows]) =>
      toChange(file, rows),
    )
    const name = /^\*\*(.+?)\.?\*\*/.exec(text)?.[1] ?? ''
    return changes.length === 0 ? [] : [{ name, changes }]
  })
}

function toChange(file: string, text: string): FileChange {
  const signed = (sign: string): readonly string[] =>
    text
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
  return { file, out: signed('-'), added: signed('+') }
}

/** Does a step in a folder, as a reader of the page would. @throws where a row that is to go is not there */
export function takeStep(folder: string, { changes }: DataStep): void {
  for (const { file, out, added } of changes) {
    const path = join(folder, file)
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
    const missing = out.find((line) => !lines.includes(line))
    if (missing !== undefined) throw new Error(`${file} has no row ${missing}`)
    writeFileSync(path, [...lines.filter((line) => !out.includes(line)), ...added, ''].join('\n'))
  }
}
