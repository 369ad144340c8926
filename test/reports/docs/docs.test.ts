/** Pages that are made from the sources say what the sources say. */
import { readFileSync } from 'node:fs'
import { describe, it, expect } from 'vitest'
import { madePages, betweenMarks } from '../../../reports/docs/pages.ts'
import { publishedChecks } from '../../../studies/modelChecks/definitions.ts'
import { listLibrary } from '../../../scenarios/join/library.ts'

const page = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')

describe('docs', () => {
  it.each(Object.entries(madePages))('/%s is what npm run docs makes', (name, make) => {
    const current = page(name)
    expect(current === make(current), `docs/${name} has drifted: npm run docs`).toBe(true)
  })

  it('/scenarios.md lists every scenario of the library', () => {
    for (const { name } of listLibrary()) expect(page('scenarios.md')).toContain(`| \`${name}\` |`)
  })

  it('/checks.md has every check as it is defined', () => {
    const text = page('checks.md')
    for (const { what, published, note } of publishedChecks) {
      expect(text, 'docs/checks.md has drifted: plantshift doctor --model --write').toContain(
        `| ${what} | ${published} |`,
      )
      expect(text).toContain(note)
    }
  })

  it('keeps what a writer wrote around the marks', () => {
    const begin = '<!-- made by npm run docs: begin -->'
    const end = '<!-- made by npm run docs: end -->'
    expect(betweenMarks(`before\n${begin}\nold\n${end}\nafter`, 'new')).toBe(`before\n${begin}\n\nnew\n\n${end}\nafter`)
    expect(() => betweenMarks('no marks', 'new')).toThrow(/the page must have/)
  })
})
