/** Every command: its help, what it says of a mistake, and what those print that run no study. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commands } from '../../cli/program.ts'
import { freshFolder, plantshift, startedPlantshift, type Ended } from './plantshift.ts'

const folder = freshFolder()
/** Nothing is ever written here. */
const empty = freshFolder()
afterAll(() => [folder, empty].forEach(({ remove }) => remove()))

async function call(line: string, where: string = folder.path): Promise<Ended> {
  return plantshift(where, ...line.split(' '))
}

const names = commands.map(({ usage }) => usage.split(' ')[0])

describe('help', () => {
  test('lists the commands and the exit codes', async () => {
    const { code, stdout } = await call('--help')
    expect(code).toBe(0)
    expect(names).toHaveLength(26)
    for (const name of names) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    }
    expect(stdout).toContain('130 interrupted')
  })

  test.each(names)('of %s has an example', async (name) => {
    const { code, stdout } = await call(`${name} --help`)
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`Example:\\n  plantshift ${name}`))
  })

  test.each(names)('of %s is what the program prints when it is started', async (name) => {
    expect(startedPlantshift(folder.path, name, '--help')).toEqual(await call(`${name} --help`))
  })
})

describe('a mistake on the command line', () => {
  const mistakes: readonly (readonly [string, RegExp])[] = [
    ['run base --replicates 0', /--replicates: "0" is not allowed; give a whole number, from 1/],
    ['run base --replicates -3', /--replicates/],
    ['run base --replicates 2.5', /--replicates: "2.5"/],
    ['run base --seed x', /--seed: "x"/],
    ['run base --view FR', /--view: "FR" is not allowed; give one of US, CA, MX/],
    ['run base --no-such-flag', /unknown option/],
    ['run', /missing required argument/],
    ['rum base', /unknown command.*\n?.*run/],
    ['run usmca-2025-tarifs', /usmca-2025-tariffs/],
    ['compare base bases', /base/],
    ['replay base', /--replicate/],
    ['explain oshawa', /--scenario/],
    ['explain toyota-camri --scenario base', /; did you mean toyota-camry\?$/m],
  ]
  test.each(mistakes)('%s: exit code 2 and a message that helps', async (line, message) => {
    const { code, stdout, stderr } = await call(line, empty.path)
    expect(code, stderr).toBe(2)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/ at .*\.js:\d+/)
    expect(stdout).toBe('')
    expect(readdirSync(empty.path)).toEqual([])
  })

  test('is told in the same way by the program when it is started', async () => {
    const line = 'compare base bases'
    expect(startedPlantshift(empty.path, ...line.split(' '))).toEqual(await call(line, empty.path))
  })
})

test('a folder that is no result: exit code 74, and what is missing', async () => {
  const { code, stderr, stdout } = await call('report nowhere')
  expect([code, stdout]).toEqual([74, ''])
  expect(stderr).toMatch(/nowhere: there is no such folder/)
})

describe('a scenario file', () => {
  test('that is bad: every problem with its place, exit code 65, and nothing is written', async () => {
    const bad = freshFolder()
    writeFileSync(join(bad.path, 'bad.yaml'), 'extends: base\ntitel: Wrong key\nyears: many\n')
    for (const command of ['validate bad.yaml', 'run bad.yaml --replicates 2']) {
      const { code, stdout, stderr } = await call(command, bad.path)
      expect(code).toBe(65)
      expect(stdout + stderr).toMatch(/bad\.yaml:2:1: .*title/)
      expect(stdout + stderr).toMatch(/bad\.yaml:3:\d+: /)
    }
    expect(readdirSync(bad.path)).toEqual(['bad.yaml'])
    bad.remove()
  })

  test('passes when it is right', async () => {
    writeFileSync(join(folder.path, 'good.yaml'), 'extends: base\ntitle: The base under another name\n')
    const { code, stderr } = await call('validate good.yaml base')
    expect(code, stderr).toBe(0)
  })
})

describe('what is there', () => {
  test('scenarios lists the library', async () => {
    const { code, stdout } = await call('scenarios')
    expect(code).toBe(0)
    for (const name of ['base', 'usmca-2025-tariffs', 'content-85', 'threat-only', 'nafta-62.5']) {
      expect(stdout).toContain(name)
    }
  })

  test('schema is JSON Schema', async () => {
    const schema = JSON.parse((await call('schema')).stdout)
    expect(schema.$schema).toContain('json-schema.org')
    expect(Object.keys(schema.properties)).toContain('title')
  })

  test('doctor shows totals, references and how they are known', async () => {
    const { code, stdout } = await call('doctor')
    expect(code).toBe(0)
    expect(stdout).toMatch(/ratio/)
    expect(stdout).toMatch(/approximate/)
  })

  test('replay traces a replicate year by year', async () => {
    const { code, stdout, stderr } = await call('replay usmca-2025-tariffs --replicate 3')
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/^replicate 3/)
    expect(stdout).toMatch(/partsTheta/)
    expect(stdout).toMatch(/^2025 /m)
  })

  test("a published paper's numbers stand beside ours", async () => {
    const { code, stdout, stderr } = await call('run replication/head-mayer-melitz')
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/published/)
    expect(stdout).toMatch(/67\.92/)
  })
})
