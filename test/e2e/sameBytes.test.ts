/** The main job gives the same bytes on every machine, and after every change that is not one of the model. */
import { createHash } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

// A change of it goes into CHANGELOG.md, with the reason and who is affected.
const stored = 'e9c49d449df8c51326aea9da37f1b0e915b4665dabf51a88ce9996b556519875'

test('all figures of the main job are those that were stored, to the last digit', async () => {
  const words = 'run usmca-2025-tariffs --replicates 40 --seed 3 --workers 1 --json --quiet'
  const { code, stdout, stderr } = await plantshift(folder.path, ...words.split(' '))
  expect(code, stderr).toBe(0)
  // The time it took is the machine's, and how the program is called is no figure.
  const { seconds, reproduce, ...figures } = JSON.parse(stdout)
  expect(seconds).toBeGreaterThan(0)
  expect(reproduce).toBe('npx plantshift run usmca-2025-tariffs --replicates 40 --seed 3')
  expect(createHash('sha256').update(JSON.stringify(figures)).digest('hex')).toBe(stored)
})
