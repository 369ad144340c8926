/** Damage to a result folder, as disks, copies that break off and hands do it: to one or two of its files, and to no other. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chance } from './chance.ts'

/** Paths of all files in a folder, inside it. */
export function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}

export interface Damage {
  /** In words. */
  readonly what: string
  /** Files that are no longer as they were. */
  readonly files: readonly string[]
}

type Harm = (folder: string, file: string, chance: Chance, others: readonly string[]) => Damage

const harms: Readonly<Record<string, Harm>> = {
  'is cut short': (folder, file, chance) => {
    const bytes = readFileSync(join(folder, file))
    const kept = chance.below(bytes.length)
    writeFileSync(join(folder, file), bytes.subarray(0, kept))
    return { what: `${file} is cut short to ${kept} of ${bytes.length} bytes`, files: [file] }
  },
  'has other bytes': (folder, file, chance) => {
    const bytes = readFileSync(join(folder, file))
    const places = Array.from({ length: 1 + chance.below(4) }, () => chance.below(bytes.length))
    for (const at of places) if (at < bytes.length) bytes[at] ^= 1 + chance.below(255)
    writeFileSync(join(folder, file), bytes)
    return { what: `${file} has other bytes at ${places.join(', ')}`, files: [file] }
  },
  'has another digit': (folder, file, chance) => {
    const text = readFileSync(join(folder, file), 'latin1')
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index)
    if (digits.length === 0) return harms['is gone'](folder, file, chance, [])
    const at = chance.one(digits)
    const digit = String((Number(text[at]) + 1 + chance.below(8)) % 10)
    writeFileSync(join(folder, file), text.slice(0, at) + digit + text.slice(at + 1), 'latin1')
    return { what: `${file} has another digit at ${at}`, files: [file] }
  },
  'is gone': (folder, file) => {
    rmSync(join(folder, file))
    return { what: `${file} is gone`, files: [file] }
  },
  'is empty': (folder, file) => {
    writeFileSync(join(folder, file), '')
    return { what: `${file} is empty`, files: [file] }
  },
  'has changed places': (folder, file, chance, others) => {
    const other = chance.one(others)
    const [one, two] = [file, other].map((name) => readFileSync(join(folder, name)))
    writeFileSync(join(folder, file), two)
    writeFileSync(join(folder, other), one)
    return { what: `${file} and ${other} have changed places`, files: [file, other] }
  },
}

/** Does one harm to one of the files; those that hold the most are met as often as the many forms of the report. */
export function damageFolder(folder: string, chance: Chance): Damage {
  const files = filesOf(folder)
  const vital = files.filter((file) => !/^(charts|tables)|\.(html|md|cff)$/.test(file))
  const file = chance.one(chance.share() < 0.85 ? vital : files)
  const alike = files.filter((name) => name !== file && name.split('.').at(-1) === file.split('.').at(-1))
  const names = Object.keys(harms).filter((name) => alike.length > 0 || name !== 'has changed places')
  return harms[chance.one(names)](folder, file, chance, alike)
}
