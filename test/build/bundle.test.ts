import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/** Files that a compiled file imports before it begins, with all that those import. */
function filesBefore(file: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, word] of text.matchAll(/^(?:import|export)\b[^;'"]*["']([^"']+)["']/gm)) {
    if (word.startsWith('.')) filesBefore(join(file, '..', word), seen)
    else expect(`${word} in ${file}`).toMatch(/^(node:|piscina )/)
  }
  return seen
}

test('the program begins when few files are read, and none of a package but that of the threads', () => {
  expect(filesBefore(join(dist, 'cli/main.js')).size).toBeLessThan(20)
})

test('the program can be called as a command', () => {
  accessSync(join(dist, 'cli/main.js'), constants.X_OK)
})

test('what packages say of their use stands beside the code that is taken from them', () => {
  const licences = readFileSync(join(dist, 'parts/licences.txt'), 'utf8')
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(dist, '../package.json'), 'utf8'),
  )
  const named = Object.keys(dependencies).filter((name) => new RegExp(`^${name} [\\d.]+ \\(`, 'm').test(licences))
  // Of the atlases only data are read, from the packages, and those of threads and of formulas are loaded as they are.
  expect([...named, 'mathjs', 'piscina', 'us-atlas', 'world-atlas'].toSorted()).toEqual(
    Object.keys(dependencies).toSorted(),
  )
  expect(licences).toContain('THE SOFTWARE IS PROVIDED "AS IS"')
})
