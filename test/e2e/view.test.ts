/** A report told from another country's side: of a run, and of what is stored. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freshFolder, plantshift, writeTwoYears } from './plantshift.ts'

const { path, remove } = freshFolder()
afterAll(remove)

function brief(folder: string): string {
  return readFileSync(join(path, folder, 'brief.md'), 'utf8')
}

test('--view puts a country first and judges by its outcomes; report takes the view of a stored result and changes no figure', async () => {
  const options = ['--replicates', '4', '--workers', '1', '--quiet']
  writeTwoYears(path, { two: 'base', content: 'content-85', tariffs: 'usmca-2025-tariffs' })
  const asked = ['compare', 'two.yaml', 'content.yaml', 'tariffs.yaml', ...options]
  const run = await plantshift(path, ...asked, '--view', 'MX', '--out', 'mexico')
  expect(run.code, run.stderr).toBe(0)
  expect(brief('mexico')).toContain('Welfare, Mexico: ')
  expect(brief('mexico')).not.toContain('Welfare, United States: ')
  expect(brief('mexico')).toMatch(/ --view MX\n/)
  const figures = readFileSync(join(path, 'mexico', 'compare.csv'), 'utf8')

  const again = await plantshift(path, 'report', 'mexico', '--view', 'ca', '--quiet')
  expect(again.code, again.stderr).toBe(0)
  expect(brief('mexico')).toContain('Welfare, Canada: ')
  expect(readFileSync(join(path, 'mexico', 'compare.csv'), 'utf8')).toBe(figures)
})
