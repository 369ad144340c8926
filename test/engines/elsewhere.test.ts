/** What `resume` says of an engine that may be at work on the same run, while it computes here what is missing. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeRound } from '../../studies/engines/rounds.ts'
import { blocksIn, freshFolder, plantshift } from '../e2e/plantshift.ts'
import { bytesOf, question, writeScenarios } from './folders.ts'

const folder = freshFolder()
afterAll(() => folder.remove())
const path = join(folder.path, 'here')

/** Goes on without the last block. @returns what is said */
async function goOnWithoutLast(): Promise<string> {
  rmSync(join(path, blocksIn(path).at(-1)!))
  const { code, stderr } = await plantshift(folder.path, 'resume', 'here')
  expect(code, stderr).toBe(0)
  return stderr
}

test('a run that is with an engine is computed here all the same, with a word about it', async () => {
  writeScenarios(folder.path)
  expect((await plantshift(folder.path, 'run', ...question, '--out', 'here', '--quiet')).code).toBe(0)
  const whole = bytesOf(path)
  expect(await goOnWithoutLast()).not.toMatch(/Round/)
  const blocks = blocksIn(path).map((_, block) => block)
  writeRound(path, { number: 1, engine: 'slurm', blocks, tasks: 2, job: '17+18' })
  expect(await goOnWithoutLast()).toMatch(
    new RegExp(
      `Round 1 is with slurm as far as this folder knows: 1 of its ${blocks.length} blocks is not there \\(npx plantshift status .*here --engine slurm asks it\\)`,
    ),
  )
  expect(bytesOf(path)).toEqual(whole)
  // All of it is there, or nobody knows whether it was handed out.
  expect((await plantshift(folder.path, 'resume', 'here')).stderr).not.toMatch(/Round/)
  writeRound(path, { number: 2, engine: 'slurm', blocks, tasks: 2 })
  expect(await goOnWithoutLast()).not.toMatch(/Round/)
  // Processes of this machine are known to be gone.
  writeRound(path, { number: 3, engine: 'local', blocks, tasks: 2, job: 'none' })
  expect(await goOnWithoutLast()).not.toMatch(/Round/)
})
