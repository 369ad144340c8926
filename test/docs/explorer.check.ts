/** docs/explorer.md names every part of the page, every option of its command and every word of its link; the README shows its picture. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { exploreCommand } from '../../cli/explore.ts'
import { pictureNames, pictureSize, webpSize } from './explorerPicture.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const page = readFileSync(`${root}docs/explorer.md`, 'utf8')
const sources = `${root}reports/explorer/page/`

describe('docs/explorer.md names', () => {
  const parts = readdirSync(`${sources}parts`).flatMap((name) => {
    const found = /: Part = \{[^}]*?title: '([^']+)'/.exec(readFileSync(`${sources}parts/${name}`, 'utf8'))
    return found === null ? [] : [found[1]]
  })
  test('as many parts as the page has', () => {
    const listed = /const parts: readonly Part\[\] = \[([^\]]*)\]/.exec(readFileSync(`${sources}parts/all.ts`, 'utf8'))
    expect(parts.length).toBe(listed?.[1].trim().split(/,\s*/).filter(Boolean).length)
  })
  test.each(parts)('the part “%s”', (title) => expect(page).toContain(`| ${title} |`))
  test.each(exploreCommand.options.map(({ flags }) => flags.split(' ')[0]))('the option %s', (flag) => {
    expect(page).toContain(`\`${flag}`)
  })
  const words = [...readFileSync(`${sources}link.ts`, 'utf8').matchAll(/^ {4}\['(\w+)',|=> \[`(\w+)\./gm)]
  test('every word of a link', () => {
    const names = words.map(([, whole, group]) => whole ?? group)
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(page, name).toMatch(new RegExp(`\`${name}[\`.]`))
  })
})

describe('the picture of the explorer', () => {
  const readme = readFileSync(`${root}README.md`, 'utf8')
  test.each(pictureNames)('%s is there, as large as it was taken, and less than 200 kB', (name) => {
    expect(readme).toContain(`docs/images/${name}`)
    const { bytes, ...size } = webpSize(name)
    expect(size).toEqual(pictureSize)
    expect(bytes).toBeLessThan(200_000)
  })
  test('stands in README before any other', () => {
    expect(/docs\/images\/[\w.-]+/.exec(readme)?.[0]).toContain('docs/images/explorer')
  })
})
