/** `plantshift init` writes a file that is right as it stands, and whose examples are right too. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8')

test.each([
  ['my-rule', [], 'base'],
  ['on', [], 'base'],
  ['her-rule.yaml', ['--from', 'usmca-2025-tariffs'], 'usmca-2025-tariffs'],
  ['his-rule', ['--from', 'my-rule.yaml'], 'my-rule.yaml'],
  ['sub/their-rule', ['--from', 'my-rule.yaml'], '../my-rule.yaml'],
])('%s %j validates, and with its examples too', async (name, words, parent) => {
  mkdirSync(join(folder.path, 'sub'), { recursive: true })
  const path = name.endsWith('.yaml') ? name : `${name}.yaml`
  const { code, stderr } = await plantshift(folder.path, 'init', name, ...words)
  expect(code, stderr).toBe(0)
  expect(stderr).toContain(`${path} written`)
  expect(read(path)).toContain(`extends: ${parent}\n`)
  const before = await plantshift(folder.path, 'validate', path)
  expect(before).toMatchObject({ code: 0, stdout: `${path}: right\n` })
  const used = read(path).replaceAll(/^#(?=[a-z]| {2}[a-z])/gm, '')
  expect(used).toMatch(/^set:\n {2}us-tariff-mexico: 0\.1\n/m)
  writeFileSync(join(folder.path, 'used.yaml'), used.replace('../my-rule.yaml', 'my-rule.yaml'))
  const after = await plantshift(folder.path, 'validate', 'used.yaml')
  expect(after.code, after.stdout).toBe(0)
})

test('nothing is overwritten unless that is asked, and what is extended must be there', async () => {
  writeFileSync(join(folder.path, 'mine.yaml'), 'mine')
  const refused = await plantshift(folder.path, 'init', 'mine')
  expect(refused.code).toBe(2)
  expect(refused.stderr).toMatch(/mine\.yaml is there already; add --force/)
  expect(read('mine.yaml')).toBe('mine')
  const missing = await plantshift(folder.path, 'init', 'mine', '--from', 'usmca-2025-tarifs', '--force')
  expect(missing.code).toBe(65)
  expect(missing.stderr).toMatch(/usmca-2025-tariffs/)
  expect(read('mine.yaml')).toBe('mine')
  expect((await plantshift(folder.path, 'init', 'mine', '--force')).code).toBe(0)
})
