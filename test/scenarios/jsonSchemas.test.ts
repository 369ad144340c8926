/** The schemas that editors are given, read by another program's rules: they take what loads, and offer names that there are. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseYaml } from '../../scenarios/file/yaml.ts'
import { scenarioJsonSchema, sweepJsonSchema } from '../../scenarios/jsonSchemas.ts'
import { libraryNames, libraryPath } from '../../scenarios/join/library.ts'
import { levers } from '../../scenarios/levers/table.ts'
import { isSweepLike } from '../../scenarios/sweep/sweepFile.ts'

function contentOf(path: string): unknown {
  return parseYaml(readFileSync(path, 'utf8'), path).value
}

function yaml(text: string): unknown {
  return parseYaml(text, 'given').value
}

const sweep = z.fromJSONSchema(sweepJsonSchema())

describe('the schema of sweep files', () => {
  const folder = new URL('../../examples/', import.meta.url)
  const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const sweeps = examples.filter((name) => isSweepLike(contentOf(new URL(name, folder).pathname)))

  test.each(sweeps)('takes the example %s', (name) => {
    expect(sweep.safeParse(contentOf(new URL(name, folder).pathname)).error?.issues).toBeUndefined()
  })

  test('takes the sweeps of its page, with levers of the table by their ids', () => {
    const page = readFileSync(new URL('../../docs/sweeps.md', import.meta.url), 'utf8')
    const stated = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, text]) => yaml(text))
    expect(stated.length).toBeGreaterThan(1)
    for (const one of stated) expect(sweep.safeParse(one).error?.issues).toBeUndefined()
  })

  test.each([
    ['a key that sweeps do not have', 'scenario: base\nlevres: {}\n'],
    ['a value that the lever does not allow', 'levers: { us-tariff-mexico: [25] }\n'],
    ['a lever of two words', 'levers: { duty: { set: a.b, vaules: [1] } }\n'],
    ['a parameter that is not there', 'levers: { e: { parameter: ownElastcity, values: [1] } }\n'],
  ])('marks %s', (_, text) => {
    expect(sweep.safeParse(yaml(text)).success).toBe(false)
  })

  test('offers every lever with its title, in both kinds of file', () => {
    for (const schema of [JSON.stringify(sweepJsonSchema()), JSON.stringify(scenarioJsonSchema())]) {
      for (const { id, title } of levers) expect(schema).toContain(`"${id}":{"title":${JSON.stringify(title)}`)
      expect(schema).toContain('"output.MX"')
      expect(schema).toContain('"usmca-2025-tariffs"')
    }
  })
})

test('the schema of scenario files takes every scenario of the library', () => {
  const schema = z.fromJSONSchema(scenarioJsonSchema())
  for (const name of libraryNames()) {
    expect(schema.safeParse(contentOf(libraryPath(name))).error?.issues, name).toBeUndefined()
  }
})
