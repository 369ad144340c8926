/** Studies from TypeScript are those of the commands. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { finishFolder } from '../../studies/folder/folder.ts'
import { beginStudy } from '../../studies/run/begin.ts'
import { planSensitivityStudy } from '../../studies/sensitivity/sensitivity.ts'
import { compiledLibrary } from '../reference/compiled.ts'
import { freshFolder, plantshift } from './plantshift.ts'

const { compare, resume, run, sensitivity, summaryCsv, sweep } = await compiledLibrary()
const folder = freshFolder()
afterAll(() => folder.remove())

const asked = { replicates: 8, seed: 3, workers: 1 }

test('a run gives the tables of the command, and goes on in the folder that it keeps', async () => {
  const kept = join(folder.path, 'kept')
  const { report, column } = await run('threat-only', { ...asked, folder: kept })
  const command = await plantshift(folder.path, ...'run threat-only --replicates 8 --seed 3 --out command'.split(' '))
  expect(command.code, command.stderr).toBe(0)
  expect(summaryCsv(report)).toBe(readFileSync(join(folder.path, 'command', 'summary.csv'), 'utf8'))
  expect(report.reproduce).toBe('npx plantshift run threat-only --replicates 8 --seed 3')
  const output = column({ scenario: 'threat-only', outcome: 'output.MX', year: 2030 })
  const row = report.summaries.find(
    ({ scenario, outcome, year }) => scenario === 'threat-only' && outcome.id === 'output.MX' && year === 2030,
  )
  expect(output.reduce((sum, value) => sum + value, 0) / 8).toBeCloseTo(row?.summary.mean ?? NaN, 3)
  expect((await plantshift(folder.path, 'resume', 'kept')).stdout).toBe(command.stdout)
  await expect(run('threat-only', { ...asked, seed: 4, folder: kept })).rejects.toThrow(/already holds a result/)
})

test('a sensitivity analysis that was handed out is ended by resume, with what sensitivity finds', async () => {
  const asking = { replicates: 34, seed: 3, workers: 1 }
  const path = join(folder.path, 'handed-out')
  const planned = planSensitivityStudy('base', { outcomes: [{ outcome: 'output.MX' }] }, asking)
  finishFolder(beginStudy(planned, { path, ifThere: 'refuse', command: [] }).folder)
  const messages: string[] = []
  const resumed = await resume(path, { workers: 1, onMessage: (text) => void messages.push(text) })
  const { study } = await sensitivity('base', { ...asking, outcome: 'output.MX' })
  expect(resumed).toEqual({ kind: 'sensitivity', studies: [study] })
  expect(messages).toEqual([])
  expect(JSON.parse(readFileSync(join(path, 'sensitivity.json'), 'utf8'))).toMatchObject({
    outcome: { id: 'output.MX' },
  })
  // Once more it finds all of it there; it cannot be made longer.
  expect(await resume(path, { workers: 1 })).toEqual(resumed)
  await expect(resume(path, { replicates: 68 })).rejects.toThrow(/design of its own size/)
})

test('a signal ends a study, before the first block with an error', async () => {
  await expect(run('base', { ...asked, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
})

test('what is asked wrongly is said', async () => {
  await expect(run('tariff-232')).rejects.toThrow(/Did you mean tariff-232-2025\?/)
  await expect(compare([])).rejects.toThrow(/at least one scenario/)
  await expect(sweep('no-such-file.yaml')).rejects.toThrow(/no file is called no-such-file\.yaml/)
  const { column } = await run('base', { ...asked, replicates: 1 })
  expect(() => column({ scenario: 'base', outcome: 'outptu.US' })).toThrow(/outptu\.US of base is not kept/)
})
