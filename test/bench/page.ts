/** Tables of `docs/performance.md` and `docs/scale.md`, which `npm run bench -- --targets --write docs/performance.md` and others write. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'

/** Rows as a table, with the machine that they are from and what else it did. */
function tableOf(
  rows: readonly (readonly [string, string])[],
  figure: string,
  loads: readonly [number, number],
): string {
  const [{ model }] = cpus()
  const machine =
    `Node ${process.version}, ${cpus().length} processors (${model.trim()}); ` +
    `processes that wanted a processor: ${loads.map((load) => load.toFixed(1)).join(' before, ')} after.`
  const lines = rows.map(([name, figure]) => `| ${name} | ${figure} |`)
  return [machine, '', `| what | ${figure} |`, '|---|---|', ...lines].join('\n')
}

/** A place for a table in a page: between `<!-- mark -->` and `<!-- /mark -->`, with what its figures are as a head. */
export interface TablePlace {
  readonly mark: string
  readonly figure: string
}

/** What most rows are: of two builds. */
export const ofBuilds: TablePlace = { mark: 'bench', figure: 'before / now = ratio' }
/** Of tables and formulas over a million rows. */
export const ofTables: TablePlace = { mark: 'bench tables', figure: 'here / by hand = ratio' }
/** Of stores of many shards, and of engines that compute the same blocks: `docs/scale.md`. */
export const ofStores: TablePlace = { mark: 'bench stores', figure: 'figure' }
export const ofEngines: TablePlace = { mark: 'bench engines', figure: 'there / here = ratio' }
/** Of the explorer's page. */
export const ofExplorer: TablePlace = { mark: 'bench explorer', figure: 'figure' }

/** Puts the rows between the marks of a page. @throws Error where it has no marks */
export function writePage(
  path: string,
  rows: readonly (readonly [string, string])[],
  loadBefore: number,
  { mark, figure }: TablePlace,
): void {
  const text = readFileSync(path, 'utf8')
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table, between ${start} and ${end}`)
  const table = tableOf(rows, figure, [loadBefore, loadavg()[0]])
  writeFileSync(path, `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`)
}
