/** Every command in the documentation is one that there is, with arguments and options that it takes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commands } from '../../cli/program.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const written = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`)
const pages = ['README.md', 'CONTRIBUTING.md', ...written].filter((name) => name.endsWith('.md'))

interface Line {
  readonly place: string
  readonly words: readonly string[]
}

/** Lines of shell that call the program, without the remark after them. */
function linesOf(page: string): readonly Line[] {
  const text = readFileSync(join(root, page), 'utf8')
  return text.split('\n').flatMap((line, n) => {
    const [, call] = /^(?:npx )?plantshift (.*?)(?:\s+#.*)?$/.exec(line.trim()) ?? []
    if (call === undefined) return []
    const words = [...call.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((found) => found[1] ?? found[2] ?? found[3])
    return [{ place: `${page}:${n + 1}: ${line.trim()}`, words }]
  })
}

/** What is wrong with the words, or nothing. */
function wrongWords([name, ...rest]: readonly string[]): string | undefined {
  const command = commands.find(({ usage }) => usage.split(' ')[0] === name)
  if (command === undefined) return `there is no command ${name}`
  for (let n = 0; n < rest.length; n++) {
    if (!rest[n].startsWith('--')) continue
    const option = command.options.find(({ flags }) => flags.split(' ')[0] === rest[n])
    if (option === undefined) return `${name} has no option ${rest[n]}`
    if (!option.flags.includes('<')) continue
    n += 1
    if (rest[n] === undefined) return `${rest[n - 1]} needs a word after it`
    option.parse?.(rest[n])
  }
  return undefined
}

const lines = pages.flatMap(linesOf)

test('there are commands in the documentation', () => {
  expect(lines.length).toBeGreaterThan(20)
})

test.each(lines)('$place', ({ words }) => {
  expect(wrongWords(words)).toBeUndefined()
})
