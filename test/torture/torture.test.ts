/** The tortures of `npm run torture` see what is wrong, and try the same cases again. */
import { describe, expect, test } from 'vitest'
import { callsOf } from './calls.ts'
import { chanceOf, copyOf } from './chance.ts'
import { wrongAnswer } from './damaged.ts'
import { mutantOf, shippedFiles } from './mutants.ts'
import { otherFiles } from './study.ts'
import { wrongVerdict } from './validating.ts'

const place = { file: 'a.yaml', line: 2, column: 1, path: 'title' }
const right = { code: 0, stdout: 'as before\n', stderr: '' }

describe('a case', () => {
  test('is the same for the same seed and number, and another for others', () => {
    const files = shippedFiles()
    const texts = [1, 1, 2].map((seed) => mutantOf(files, chanceOf(seed, 'mutant', 4)))
    expect(texts[1]).toEqual(texts[0])
    expect(texts[2]).not.toEqual(texts[0])
    expect(mutantOf(files, chanceOf(1, 'mutant', 5))).not.toEqual(texts[0])
  })

  test('goes on in the same way from the same place', () => {
    const chance = chanceOf(1, 'damage', 1)
    chance.share()
    const again = copyOf(chance)
    expect([again().share(), again().share()]).toEqual([chance.share(), again().share()])
  })

  test('changes most files', () => {
    const files = shippedFiles()
    const texts = new Map(files.map(({ name, text }) => [name, text]))
    const mutants = Array.from({ length: 100 }, (_, n) => mutantOf(files, chanceOf(1, 'mutant', n)))
    expect(mutants.filter(({ name, text }) => texts.get(name) !== text).length).toBeGreaterThan(90)
  })
})

describe('is wrong:', () => {
  test.each([
    [
      'a problem without a place',
      { ok: false, problems: [{ file: 'a.yaml', path: '', message: 'bad' }] },
      /no place: bad/,
    ],
    ['a refusal without words', { ok: false, problems: [] }, /without a word/],
    [
      'what the program does not know',
      { ok: false, problems: [{ ...place, message: "Cannot read properties of undefined (reading 'x')" }] },
      /words of a fault/,
    ],
    ['a problem of what is right', { ok: true, problems: [{ ...place, message: 'bad' }] }, /right, and has problems/],
  ])('%s', (_, verdict, message) => {
    expect(wrongVerdict({ file: 'a.yaml', warnings: [], ...verdict })[0]).toMatch(message)
  })

  test.each([
    ['a fault', { code: 78, stdout: '', stderr: 'a fault of the program, not of what it was given: x' }, /a fault/],
    ['another exit code', { code: 1, stdout: '', stderr: 'resume it' }, /exit code 1/],
    ['a refusal that leaves one alone', { code: 74, stdout: '', stderr: 'plan.json: is damaged' }, /without a remedy/],
    [
      'other figures',
      { code: 0, stdout: 'otherwise\n', stderr: '' },
      /something else:\notherwise\ninstead of as before/,
    ],
  ])('%s', (_, answer, message) => {
    expect(wrongAnswer('report', answer, right)[0]).toMatch(message)
  })

  test('a file that is gone, or has other bytes', () => {
    const files = new Map([['a', 'b', 'c'].map((name) => [name, Buffer.from(name)] as const)].flat())
    expect(
      otherFiles(
        files,
        new Map([
          ['a', Buffer.from('a')],
          ['b', Buffer.from('x')],
        ]),
      ),
    ).toEqual(['b', 'c'])
  })
})

test('is right: a problem with its place, the same words, a refusal with a remedy', () => {
  expect(wrongVerdict({ file: 'a.yaml', ok: false, problems: [{ ...place, message: 'bad' }], warnings: [] })).toEqual(
    [],
  )
  expect(wrongAnswer('report', right, right)).toEqual([])
  expect(wrongAnswer('export', { ...right, code: 74, stderr: 'resume computes it again' }, right)).toEqual([])
})

const twice = (x: number): number => x + x

test('work is counted in calls: twice as much has twice as many', async () => {
  const calls = async (times: number): Promise<number> =>
    await callsOf(() => {
      for (let n = 0; n < times; n++) twice(n)
    })
  await calls(1)
  const [few, many] = [await calls(1000), await calls(2000)]
  expect(many - few).toBeGreaterThan(900)
  expect(many - few).toBeLessThan(1100)
})
