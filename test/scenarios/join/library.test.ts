/** The scenarios that come with the program, and the schema that describes all of them. */
import { readFileSync } from 'node:fs'
import { describe, it, expect } from 'vitest'
import { statedTable } from '../../../scenarios/parameters/parameters.ts'
import { listLibrary } from '../../../scenarios/join/listing.ts'
import { loadScenario } from '../../../scenarios/load.ts'
import { scenarioJsonSchema } from '../../../scenarios/jsonSchemas.ts'
import { loadFiles } from '../scenarioFiles.ts'

const entries = listLibrary()

describe('the library', () => {
  it('answers the first questions', () => {
    expect(entries.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'base',
        'content-85',
        'nafta-62.5',
        'replication/head-mayer-melitz',
        'tariff-232-2025',
        'threat-only',
        'usmca-2025-tariffs',
      ]),
    )
  })

  it.each(entries)('$name loads, asks one question, says its sources and fits on a page', (entry) => {
    const { name, path, title, question } = entry
    const text = readFileSync(path, 'utf8')
    const resolved = loadScenario(name)
    expect(resolved).toMatchObject({ name, title, question, warnings: [] })
    expect(question.match(/\?/g)).toHaveLength(1)
    expect(resolved.content.sources?.length).toBeGreaterThan(0)
    // The path of 2025 and 2026 holds every rule of two years.
    expect(text.split('\n').length).toBeLessThan(name === 'path-2026' ? 120 : 80)
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([])
  })

  it('is found by path as well as by name', () => {
    const { path } = entries.find(({ name }) => name === 'threat-only') ?? { path: '' }
    expect(loadScenario(path).content).toEqual(loadScenario('threat-only').content)
  })
})

describe('the page on scenario files', () => {
  it('has an example that loads', () => {
    const page = readFileSync(new URL('../../../docs/scenarios.md', import.meta.url), 'utf8')
    const [, example] = /```yaml\n([^]*?)```/.exec(page) ?? []
    expect(Object.keys(loadFiles({ 'example.yaml': example }).policy.regimes)).toEqual(['usmca', 'us-floor'])
  })
})

interface SchemaPart {
  readonly [key: string]: SchemaPart
}

describe('the schema for editors', () => {
  const root = scenarioJsonSchema() as unknown as SchemaPart

  it('knows every parameter with its title', () => {
    const text = JSON.stringify(root)
    for (const { name } of statedTable) expect(text).toContain(`"${name}":{"title":`)
  })

  it('allows no keys but its own, at any depth', () => {
    const open: string[] = []
    const walk = (part: unknown, path: string): void => {
      if (typeof part !== 'object' || part === null) return
      const isMap = 'properties' in part
      if (isMap && Reflect.get(part, 'additionalProperties') !== false) open.push(path)
      for (const [key, inner] of Object.entries(part)) walk(inner, `${path}/${key}`)
    }
    walk(root, '')
    expect(open).toEqual([])
    expect(Object.keys(root['properties'])).toContain('policy')
  })
})
