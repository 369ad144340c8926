/** Data of one's own in every command and in the library: used, told, and missed when they are gone. */
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as Library from '../../reports/index.ts'
import { dataSteps, takeStep } from '../scenarios/industry/ownDataSteps.ts'
import { blocksIn, freshFolder, plantshift, writeTwoYears } from './plantshift.ts'

const { run, validate } = (await import(new URL('../../dist/reports/index.js', import.meta.url).href)) as typeof Library

const folder = freshFolder()
const at = (...names: string[]): string => join(folder.path, ...names)
const json = (...names: string[]): Record<string, unknown> => JSON.parse(readFileSync(at(...names), 'utf8'))
const ask = (...words: string[]): ReturnType<typeof plantshift> => plantshift(folder.path, ...words)
const small = ['--replicates', '4', '--seed', '3']

/** What must work, with what it says when it does not. */
async function done(...words: string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const { code, stdout, stderr } = await ask(...words)
  expect(code, stderr).toBe(0)
  return { stdout, stderr }
}

beforeAll(async () => {
  writeTwoYears(folder.path, { base: 'base', short: 'usmca-2025-tariffs' })
  await done('data', 'copy', 'same')
  await done('data', 'copy', 'mine')
  for (const step of dataSteps()) takeStep(at('mine'), step)
  await done('run', 'short.yaml', ...small, '--out', 'shipped')
  await done('run', 'short.yaml', ...small, '--out', 'of-same', '--data', 'same')
  await done('run', 'short.yaml', ...small, '--out', 'of-mine', '--data', 'mine')
})
afterAll(folder.remove)

const shards = (name: string): readonly Buffer[] => blocksIn(at(name)).map((shard) => readFileSync(at(name, shard)))

describe('a run with data of its own', () => {
  test('has the numbers of the shipped data where they are the same, and others where they are not', () => {
    expect(readFileSync(at('of-same', 'summary.csv'))).toEqual(readFileSync(at('shipped', 'summary.csv')))
    expect(readFileSync(at('of-mine', 'summary.csv'))).not.toEqual(readFileSync(at('shipped', 'summary.csv')))
    expect(readFileSync(at('of-mine', 'plants.csv'), 'utf8')).toContain('Example Motors One')
  })

  test('gives every thread the same industry', async () => {
    await done('run', 'short.yaml', ...small, '--out', 'threads', '--data', 'mine', '--workers', '2')
    expect(shards('threads')).toEqual(shards('of-mine'))
  })

  test('says where its data are, and their hash: in plan, manifest, report and REPRODUCE', async () => {
    const own = { folder: 'mine', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }
    expect(json('of-mine', 'plan.json')['ownData']).toEqual(own)
    expect(json('of-mine', 'manifest.json')['ownData']).toEqual(own)
    expect(json('shipped', 'plan.json')).not.toHaveProperty('ownData')
    const said =
      /Made from data of its own, the folder mine \(sha256 [0-9a-f]{12}\), in which plants\.csv, models\.csv, /
    for (const file of ['report.json', 'report.html', 'brief.md']) {
      expect(readFileSync(at('of-mine', file), 'utf8'), file).toMatch(said)
    }
    const reproduce = readFileSync(at('of-mine', 'REPRODUCE.md'), 'utf8')
    expect(reproduce).toMatch(/run short\.yaml --data mine --replicates 4 --seed 3/)
    expect(reproduce).toMatch(/Data of its own, from `mine`, in place of the shipped ones/)
  })

  test('is the same from the library', async () => {
    const study = await run(at('short.yaml'), { replicates: 4, seed: 3, data: at('mine') })
    const rows = json('of-mine', 'report.json')['summaries']
    expect(JSON.parse(JSON.stringify(study.report.summaries))).toHaveLength((rows as unknown[]).length)
    expect(study.plan.ownData?.folder).toBe(at('mine'))
    expect(study.plan.data).toEqual(json('of-mine', 'plan.json')['data'])
  })
})

describe('every command that reads the industry takes --data:', () => {
  test('doctor', async () => {
    expect((await done('doctor', '--data', 'mine')).stdout).toMatch(/^29 makers, 84 plants/)
    expect((await done('doctor', '--data', 'mine')).stdout).toMatch(/Data of your own: mine \(sha256/)
  })

  test('explain finds the new plant', async () => {
    const words = ['explain', 'Example Motors One', '--scenario', 'short.yaml', '--replicates', '2']
    expect((await done(...words, '--data', 'mine')).stdout).toContain('example-hauler@US-EXM-ONE')
    expect((await ask(...words)).code).toBe(2)
  })

  test('replay of a scenario, and of a result', async () => {
    const fresh = await done('replay', 'short.yaml', '--replicate', '2', '--seed', '3', '--data', 'mine', '--json')
    const stored = await done('replay', 'of-mine', '--replicate', '2', '--json')
    expect(stored.stdout).toBe(fresh.stdout)
  })

  test('compare, sweep and sensitivity', async () => {
    await done('compare', 'base.yaml', 'short.yaml', ...small, '--out', 'compared', '--data', 'mine')
    expect(json('compared', 'plan.json')['ownData']).toMatchObject({ folder: 'mine' })
    writeFileSync(at('grid.yaml'), sweepFile)
    await done('sweep', 'grid.yaml', ...small, '--out', 'swept', '--data', 'mine')
    expect(json('swept', 'manifest.json')['ownData']).toMatchObject({ folder: 'mine' })
    const words = ['sensitivity', 'short.yaml', '--outcome', 'output.US', '--method', 'pawn', '--replicates', '64']
    const { stdout } = await done(...words, '--data', 'mine', '--json')
    expect(JSON.parse(stdout)['reproduce']).toMatch(/--data mine$/)
  })

  test('validate knows plants that only the folder has', async () => {
    writeFileSync(at('event.yaml'), plantEventFile)
    expect((await done('validate', 'event.yaml', '--data', 'mine')).stdout).toContain('event.yaml: right')
    expect((await ask('validate', 'event.yaml')).code).toBe(65)
    expect(validate([at('event.yaml')], { data: at('mine') })[0].ok).toBe(true)
  })
})

const sweepFile = `
title: Two levels
question: What does the level do?
baseline: base.yaml
scenario: short.yaml
levers:
  pass: { parameter: metalsPassThrough, values: [0.7, 0.9] }
`

const plantEventFile = `
title: Another line
question: What does a plant of one's own do?
extends: short.yaml
plants:
  events:
    - { date: 2026-02-02, capacity: { plant: US-EXM-ONE, change: 30000 } }
`

describe('when the folder', () => {
  const copy = (name: string): void => cpSync(at('of-mine'), at(name), { recursive: true })

  test('has not changed, a result is verified, made longer and exported, from anywhere', async () => {
    copy('longer')
    expect((await done('verify', 'longer')).stdout).toMatch(/all the same to the bit/)
    await done('resume', 'longer', '--replicates', '6')
    mkdirSync(at('elsewhere'))
    const { code, stderr } = await plantshift(at('elsewhere'), 'verify', at('longer'))
    expect(code, stderr).toBe(0)
    await done('export', 'longer', '--to', 'longer.csv')
  })

  test('has changed, everything that computes refuses, and the report says so', async () => {
    copy('changed')
    cpSync(at('mine'), at('kept'), { recursive: true })
    takeBackOneRow(at('mine', 'metals.csv'))
    try {
      for (const words of [['resume'], ['verify'], ['replay', '--replicate', '1'], ['export', '--to', 'no.csv']]) {
        const { code, stderr } = await ask(words[0], 'changed', ...words.slice(1))
        expect(code, words[0]).toBe(74)
        expect(stderr, words[0]).toMatch(
          /mine: metals\.csv is not as when \S*changed was begun; its blocks would not fit/,
        )
      }
      const { stderr } = await done('report', 'changed')
      expect(stderr).toMatch(/The data folder mine has changed since this result was made \(metals\.csv\)/)
      expect((await done('verify', 'changed', '--data', 'kept')).stdout).toMatch(/all the same to the bit/)
      expect((await done('report', 'changed', '--data', 'kept')).stderr).not.toMatch(/data folder/)
    } finally {
      cpSync(at('kept', 'metals.csv'), at('mine', 'metals.csv'))
    }
  })

  test('is gone, they say so, and find it where --data says', async () => {
    copy('gone')
    renameSync(at('mine'), at('moved'))
    try {
      const { code, stderr } = await ask('verify', 'gone')
      expect(code).toBe(74)
      expect(stderr).toMatch(
        /was made with data of its own from mine, which is gone\. Put the folder back, or say where/,
      )
      expect((await done('report', 'gone')).stderr).toMatch(/The data folder mine of this result is gone/)
      await done('resume', 'gone', '--replicates', '5', '--data', 'moved')
      expect((await ask('verify', 'gone', '--data', 'nowhere')).stderr).toMatch(/there is no folder nowhere/)
    } finally {
      renameSync(at('moved'), at('mine'))
    }
  })

  test('is given for a result of the shipped data, that is a mistake', async () => {
    const { code, stderr } = await ask('verify', 'shipped', '--data', 'mine')
    expect(code).toBe(2)
    expect(stderr).toMatch(/--data: \S*shipped was made with the data of the program; leave it out/)
  })
})

function takeBackOneRow(path: string): void {
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n`)
}

describe('what is wrong with a folder is said', () => {
  test('by data check and by a run, in the same words', async () => {
    await done('data', 'copy', 'broken')
    renameSync(at('broken', 'models.csv'), at('broken', 'model.csv'))
    for (const words of [
      ['data', 'check', 'broken'],
      ['run', 'short.yaml', '--data', 'broken', '--out', 'no'],
    ]) {
      const { code, stderr } = await ask(...words)
      expect(code).toBe(65)
      expect(stderr).toMatch(/models\.csv: is missing from the data folder; is it the one called 'model\.csv'\?/)
    }
  })

  test('where it is not there, and where the action is none', async () => {
    expect((await ask('run', 'short.yaml', '--data', 'nowhere')).stderr).toMatch(
      /nowhere: there is no such data folder/,
    )
    const { code, stderr } = await ask('data', 'chek', 'mine')
    expect(code).toBe(2)
    expect(stderr).toMatch(/did you mean check\?/)
  })
})
