/** `list`: what may be named in commands and files. */
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { levers } from '../../scenarios/levers/table.ts'
import { plantshift } from './plantshift.ts'

async function list(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await plantshift(tmpdir(), 'list', ...words)
  expect(code, stderr).toBe(0)
  return stdout
}

test('levers with what each stands at today, all of them or those that hold a word', async () => {
  const rows = JSON.parse(await list('levers', '--json')) as readonly Record<string, unknown>[]
  expect(rows.map(({ id }) => id)).toEqual(levers.map(({ id }) => id))
  expect(rows.find(({ id }) => id === 'us-tariff-mexico')).toMatchObject({ today: 0.25, unit: 'fraction of value' })
  const found = await list('levers', 'Peso')
  expect(found).toContain('Value of the peso against 2024')
  expect(found).not.toContain('us-tariff-mexico')
})

test.each([
  ['parameters', 'nestingSigma'],
  ['outcomes', 'output.MX'],
  ['makers', 'general-motors'],
  ['plants', 'MX-GM-SIL'],
  ['nameplates', 'silverado'],
])('%s are listed, %s among them', async (what, name) => expect(await list(what, name)).toContain(name))

test('what cannot be listed, or is nowhere, is refused in words', async () => {
  const unknown = await plantshift(tmpdir(), 'list', 'lever')
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('did you mean levers?')])
  const nowhere = await plantshift(tmpdir(), 'list', 'levers', 'bananas')
  expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('holds "bananas"')])
})
