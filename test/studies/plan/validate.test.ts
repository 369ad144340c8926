/** Files of scenarios and of sweeps are judged alike. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { validate } from '../../../studies/plan/validate.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a sweep is right where all its points are, and its problems stand where they are written', () => {
  const [good, bad] = ['good.yaml', 'bad.yaml'].map((name) => join(folder, name))
  const sweep = 'title: x\nscenario: base\nlevers:\n  e: { parameter: ownElasticity, values: [5, 14] }\n'
  writeFileSync(good, sweep)
  writeFileSync(bad, sweep.replace('14', '55'))
  const [right, wrong] = validate([good, bad])
  expect(right).toMatchObject({ ok: true, problems: [], warnings: [{ line: 4, given: '14' }] })
  expect(wrong).toMatchObject({ ok: false, problems: [{ line: 4, column: 46, given: '55' }] })
})

test('what is missing has a place, in an empty file too', () => {
  const texts = ['', '# nothing yet\n', 'title: x\nlevers:\n  e: { parameter: ownElasticity, values: [5, 6] }\n']
  const files = texts.map((text, n) => {
    const file = join(folder, `missing-${n}.yaml`)
    writeFileSync(file, text)
    return file
  })
  for (const { ok, problems } of validate(files)) {
    expect(ok).toBe(false)
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) expect(problem).toMatchObject({ line: 1, column: 1 })
  }
})

test('a sweep is known by what it says: with levers misspelt, or as JSON', () => {
  const levers = { e: { parameter: 'ownElasticity', values: [5, 55] } }
  const texts = [
    'scenario: base\nlevrs:\n  e: { parameter: ownElasticity, values: [5] }\n',
    JSON.stringify({ scenario: 'base', levers }, null, 2),
  ]
  const files = texts.map((text, n) => {
    const file = join(folder, `known-${n}.json`)
    writeFileSync(file, text)
    return file
  })
  const [misspelt, json] = validate(files)
  expect(misspelt.problems).toMatchObject([{ line: 2, column: 1, given: 'levrs', nearest: 'levers' }])
  expect(json.problems).toMatchObject([{ line: 8, column: 9, given: '55' }])
})
