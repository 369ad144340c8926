/**
 * Mutants of the scenarios and sweeps that are shipped: a file with one to four changes as hands, editors and other programs
 * make them. Whatever comes out is either right, or is refused with the place of what is wrong.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Chance } from './chance.ts'
import { oddPieces } from './oddPieces.ts'

/** A file of the library or of the examples. */
export interface Shipped {
  readonly name: string
  readonly text: string
}

function filesIn(folder: string): readonly Shipped[] {
  const path = fileURLToPath(new URL(`../../${folder}/`, import.meta.url))
  const names = readdirSync(path).filter((name) => name.endsWith('.yaml'))
  return names.toSorted().map((name) => ({ name, text: readFileSync(path + name, 'utf8') }))
}

/** All scenarios and sweeps that are shipped. */
export function shippedFiles(): readonly Shipped[] {
  return ['scenarios/library', 'scenarios/library/checks', 'examples'].flatMap(filesIn)
}

const oddValues: readonly string[] = [
  '-1',
  '0',
  '1e999',
  '1e-320',
  '.nan',
  '-.inf',
  '0x10',
  '1_000',
  "''",
  'null',
  '~',
  'true',
  'yes',
  '[]',
  '{}',
  '[1, [2]]',
  '{ a: 1 }',
  '25%',
  '0,25',
  '2025',
  '2026-02-30',
  '2026-13-01',
  '1066-10-14',
  '9999999999999999999',
  'base',
  'usmca',
  'MX',
  'any',
  '*',
  '&a x',
  '*a',
  '!!binary x',
  '|',
  '>-',
  '@x',
  '"\\ud83d"',
]

type Lines = readonly string[]
type Change = (lines: Lines, chance: Chance, others: readonly Shipped[]) => Lines

/** The lines with those from `n` on, `count` of them, in the place of which others stand. */
function replaced(lines: Lines, n: number, count: number, by: Lines): Lines {
  return [...lines.slice(0, n), ...by, ...lines.slice(n + count)]
}

/** A line that says something, changed. */
function inLine(lines: Lines, chance: Chance, change: (line: string) => string): Lines {
  const telling = lines.flatMap((line, n) => (line.trim() === '' ? [] : [n]))
  if (telling.length === 0) return lines
  const n = chance.one(telling)
  return replaced(lines, n, 1, [change(lines[n])])
}

/** A place in a line between two characters, where something is put. */
function into(line: string, chance: Chance, what: string, gone: number = 0): string {
  const at = chance.below(line.length + 1)
  return line.slice(0, at) + what + line.slice(at + gone)
}

const changes: Readonly<Record<string, Change>> = {
  'a line less': (lines, chance) => replaced(lines, chance.below(lines.length), 1, []),
  'a line twice': (lines, chance) => {
    const n = chance.below(lines.length)
    return replaced(lines, n, 0, [lines[n]])
  },
  'a line elsewhere': (lines, chance) => {
    const n = chance.below(lines.length)
    const less = replaced(lines, n, 1, [])
    return replaced(less, chance.below(lines.length), 0, [lines[n]])
  },
  'other indentation': (lines, chance) =>
    inLine(lines, chance, (line) => chance.one(['', ' ', '  ', '    ', '\t']) + line.trimStart()),
  'another value': (lines, chance) =>
    inLine(lines, chance, (line) => line.replace(/:\s.*$|:$/, () => `: ${chance.one(oddValues)}`)),
  'another number': (lines, chance) =>
    inLine(lines, chance, (line) => line.replace(/\d[\d.]*/, () => chance.one(oddValues))),
  'another item': (lines, chance) =>
    inLine(lines, chance, (line) =>
      line.replace(/([[,])\s*[^[\],]+/, (_, before) => `${before} ${chance.one(oddValues)}`),
    ),
  'a typing error in a key': (lines, chance) =>
    inLine(lines, chance, (line) =>
      line.replace(/\w+(?=:)/, (key) => into(key, chance, chance.one(['', 'x', 's', '_']), 1)),
    ),
  'a character less': (lines, chance) => inLine(lines, chance, (line) => into(line, chance, '', 1)),
  'an odd piece': (lines, chance) => inLine(lines, chance, (line) => into(line, chance, chance.one(oddPieces))),
  'an end that is missing': (lines, chance) => lines.slice(0, 1 + chance.below(lines.length)),
  'a line that breaks off': (lines, chance) =>
    inLine(lines, chance, (line) => line.slice(0, chance.below(line.length))),
  'lines of another file': (lines, chance, others) => {
    const other = chance.one(others).text.split('\n')
    const from = chance.below(other.length)
    return replaced(lines, chance.below(lines.length), 0, other.slice(from, from + 1 + chance.below(8)))
  },
  'another thing that it extends': (lines, chance, others) =>
    lines.map((line) =>
      line.replace(/^(extends|scenario|baseline):.*/, (_, key) => {
        const name = chance.one(others).name.replace('.yaml', '')
        return `${key}: ${chance.one([name, `[${name}, base]`, 'mutant.yaml', './', '..', 'bases', '[]'])}`
      }),
    ),
}

export interface Mutant extends Shipped {
  /** What was done to it, in words. */
  readonly done: readonly string[]
}

/** One to four changes to one of the files. */
export function mutantOf(files: readonly Shipped[], chance: Chance): Mutant {
  const { name, text } = chance.one(files)
  const names = Array.from({ length: 1 + chance.below(4) }, () => chance.one(Object.keys(changes)))
  const lines = names.reduce<Lines>((sofar, change) => changes[change](sofar, chance, files), text.split('\n'))
  return { name, text: lines.join('\n'), done: names }
}
