/** The table of `docs/performance.md`, which `npm run bench -- --targets --write docs/performance.md` writes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'

const [start, end] = ['<!-- bench -->', '<!-- /bench -->']

/** Rows as a table, with the machine that they are from and what else it did. */
function tableOf(rows: readonly (readonly [string, string])[], loads: readonly [number, number]): string {
  const [{ model }] = cpus()
  const machine =
    `Node ${process.version}, ${cpus().length} processors (${model.trim()}); ` +
    `processes that wanted a processor: ${loads.map((load) => load.toFixed(1)).join(' before, ')} after.`
  const lines = rows.map(([name, figure]) => `| ${name} | ${figure} |`)
  return [machine, '', '| what | before / now = ratio |', '|---|---|', ...lines].join('\n')
}

/** Puts the rows between the marks of a page. @throws Error where it has no marks */
export function writePage(path: string, rows: readonly (readonly [string, string])[], loadBefore: number): void {
  const text = readFileSync(path, 'utf8')
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table, between ${start} and ${end}`)
  const table = tableOf(rows, [loadBefore, loadavg()[0]])
  writeFileSync(path, `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`)
}
