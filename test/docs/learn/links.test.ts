/** Every link of docs/learn is one that the page's own reader takes as it stands; every lesson has what a lesson needs. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { libraryData } from '../../../reports/explorer/data/libraryData.ts'
import { libraryOf, pairOf } from '../../../reports/explorer/engine/library.ts'
import { studyOf } from '../../../reports/explorer/page/settings.ts'
import { settingsIn } from './asked.ts'
import { explorerAddress } from './words.ts'

const folder = fileURLToPath(new URL('../../../docs/learn/', import.meta.url))
const library = libraryOf(libraryData(), { kind: 'nothing' })
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(folder + name, 'utf8') }))
const links = pages.flatMap(({ name, text }) =>
  [...text.matchAll(/http:\/\/127\.0\.0\.1[^#)\s]*(#[^)\s]*)?/g)].map(([address, link]) => ({ name, address, link })),
)
const lessons = pages.filter(({ name }) => /^\d/.test(name))

test('they lead to the explorer as the first page of the lessons has it opened', () => {
  const opened = pages.find(({ name }) => name === 'README.md')?.text
  expect(opened).toContain(`npx plantshift explore --port ${new URL(explorerAddress).port}`)
  for (const { address } of links) expect(address).toMatch(new RegExp(`^${explorerAddress}(#|$)`))
})

test.each(links.filter(({ link }) => link !== undefined))('$name: $link', ({ link }) => {
  const settings = settingsIn(link, library)
  const words = [...new URLSearchParams(link.slice(1))]
  const found = { option: settings.option, baseline: settings.baseline, replicates: String(settings.replicates) }
  for (const [key, value] of words) {
    const [kind, name] = key.split('.')
    if (kind in found) expect(found[kind as keyof typeof found]).toBe(value)
    if (kind === 'lever') expect(String(settings.levers[name])).toBe(value)
    if (kind === 'hold') expect(String(settings.held[name])).toBe(value)
  }
  // Whoever opens it sees a difference: it names its baseline, and no lever stands where the option has it.
  expect(words.map(([key]) => key)).toEqual(expect.arrayContaining(['option', 'baseline']))
  const { stands } = pairOf(library, studyOf({ ...settings, levers: {} }))
  for (const [id, value] of Object.entries(settings.levers)) expect(stands[id], id).not.toBe(value)
})

describe.each(lessons)('$name', ({ name, text }) => {
  test('has a link to open, an exercise and its answer', () => {
    expect(links.some((one) => one.name === name)).toBe(true)
    expect(text).toMatch(/^## Exercise$/m)
    expect(text).toMatch(/<summary>The answer<\/summary>\n\n[^]*<!-- answer -->[^]*<!-- end of answer -->[^]*<\/details>/)
  })

  test('stands in the list of lessons', () => {
    expect(pages.find((one) => one.name === 'README.md')?.text).toContain(`(${name})`)
  })
})
