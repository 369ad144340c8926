/** What is refused before anything walks it, and what cannot be a key. */
import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../../scenarios/file/yaml.ts'
import { linesOf } from '../scenarioFiles.ts'

function saidOf(text: string): readonly string[] {
  return linesOf(parseYaml(text, 'a.yaml').problems)
}

describe('a text', () => {
  test('that is too long is not read', () => {
    expect(saidOf(`title: ${'x'.repeat(2_000_000)}`).join()).toMatch(/has 2000007 characters; the most/)
  })

  test.each([
    ['lists', `a: ${'['.repeat(200)}${']'.repeat(200)}`],
    ['lists without end', '['.repeat(100_000)],
    ['maps', Array.from({ length: 150 }, (_, n) => `${' '.repeat(n)}k:\n`).join('')],
  ])('of %s in each other is refused', (_, text) => {
    expect(saidOf(text).join()).toMatch(/not valid YAML/)
  })

  test('with aliases that would fill the memory is refused at the first of them', () => {
    const levels = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]\n`)
    expect(saidOf(`a0: &a0 [x]\n${levels.join('')}`)).toEqual([
      expect.stringMatching(/^a\.yaml:2:10: not valid YAML: Excessive alias count/),
    ])
  })

  test('with aliases says of each that stands for nothing where it is', () => {
    expect(saidOf('a: *one\nb: &two 1\nc: *two\nd: [*three]\n')).toEqual([
      'a.yaml:1:4: not valid YAML: *one stands for nothing: no &one comes before it',
      'a.yaml:4:5: not valid YAML: *three stands for nothing: no &three comes before it',
    ])
  })

  test('takes an alias for the last thing before it that has its anchor', () => {
    expect(parseYaml('a: &x 1\nb: *x\nc: &x 2\nd: *x\n', 'a.yaml')).toMatchObject({
      value: { a: 1, b: 1, c: 2, d: 2 },
      problems: [],
    })
  })
})

describe('a key', () => {
  test.each([
    ['that is written twice, with quotes and without', 'a: { 2026: 1, "2026": 2 }', /:1:15: .*2026 stands here twice/],
    ['of a merge', 'a: &a { b: 1 }\nc: { <<: *a }', /:2:6: .*<< is no key/],
    ['that programs would lose', 'a: { __proto__: { b: 1 } }', /:1:6: .*__proto__ cannot be a name/],
    ['that is a list', '? [a, b]\n: 1', /:1:3: .*a key must be a name or a number/],
  ])('%s is refused', (_, text, message) => {
    expect(saidOf(text).join('\n')).toMatch(message)
  })

  test('may be the name of something that every object has', () => {
    const { value, problems } = parseYaml('constructor: 1\ntoString: 2\n', 'a.yaml')
    expect(problems).toEqual([])
    expect(Object.entries(value as object)).toEqual([
      ['constructor', 1],
      ['toString', 2],
    ])
  })

  test('of a large map is looked at once', () => {
    const text = Array.from({ length: 20_000 }, (_, n) => `k${n}: ${n}\n`).join('')
    expect(Object.keys(parseYaml(text, 'a.yaml').value as object)).toHaveLength(20_000)
  })
})
