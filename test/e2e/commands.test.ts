import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freshFolder, plantshift, type Ended } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

function call(line: string): Ended {
  return plantshift(folder.path, ...line.split(' '))
}

describe('help', () => {
  test('lists the commands and the exit codes', () => {
    const { code, stdout } = call('--help')
    expect(code).toBe(0)
    const names = [
      'run',
      'compare',
      'report',
      'sensitivity',
      'explain',
      'replay',
      'scenarios',
      'validate',
      'schema',
      'doctor',
    ]
    for (const name of names) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    }
    expect(stdout).toContain('130 interrupted')
  })

  const withExample = ['run', 'compare', 'report', 'sensitivity', 'explain', 'replay', 'validate', 'doctor']
  test.each(withExample)('of %s has an example', (name) => {
    const { code, stdout } = call(`${name} --help`)
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`Example:\\n  plantshift ${name}`))
  })
})

describe('a mistake on the command line', () => {
  test.each([
    ['run base --replicates 0', /--replicates: "0" is not allowed; give a whole number, from 1/],
    ['run base --replicates -3', /--replicates/],
    ['run base --replicates 2.5', /--replicates: "2.5"/],
    ['run base --seed x', /--seed: "x"/],
    ['run base --no-such-flag', /unknown option/],
    ['run', /missing required argument/],
    ['rum base', /unknown command.*\n?.*run/],
    ['run usmca-2025-tarifs', /usmca-2025-tariffs/],
    ['compare base bases', /base/],
    ['replay base', /--replicate/],
    ['explain oshawa', /--scenario/],
    ['explain toyota-camri --scenario base', /did you mean "toyota-camry"/],
  ])('%s: exit code 2 and a message that helps', (line, message) => {
    const { code, stdout, stderr } = call(line)
    expect(code, stderr).toBe(2)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/ at .*\.js:\d+/)
    expect(stdout).toBe('')
    expect(readdirSync(folder.path)).toEqual([])
  })
})

test('a folder that is no result: exit code 74, and what is missing', () => {
  const { code, stderr, stdout } = call('report nowhere')
  expect([code, stdout]).toEqual([74, ''])
  expect(stderr).toMatch(/nowhere: there is no such folder/)
})

describe('a bad scenario file', () => {
  test('lists every problem with its place, exit code 65, and writes nothing', () => {
    const path = join(folder.path, 'bad.yaml')
    writeFileSync(path, 'extends: base\ntitel: Wrong key\nyears: many\n')
    for (const command of ['validate bad.yaml', 'run bad.yaml --replicates 2']) {
      const { code, stdout, stderr } = call(command)
      expect(code).toBe(65)
      expect(stdout + stderr).toMatch(/bad\.yaml:2:1: .*title/)
      expect(stdout + stderr).toMatch(/bad\.yaml:3:\d+: /)
    }
    expect(readdirSync(folder.path)).toEqual(['bad.yaml'])
  })

  test('passes when it is right', () => {
    writeFileSync(join(folder.path, 'good.yaml'), 'extends: base\ntitle: The base under another name\n')
    const { code, stderr } = call('validate good.yaml base')
    expect(code, stderr).toBe(0)
  })
})

describe('what is there', () => {
  test('scenarios lists the library', () => {
    const { code, stdout } = call('scenarios')
    expect(code).toBe(0)
    for (const name of ['base', 'usmca-2025-tariffs', 'content-85', 'threat-only', 'nafta-62.5']) {
      expect(stdout).toContain(name)
    }
  })

  test('schema is JSON Schema', () => {
    const schema = JSON.parse(call('schema').stdout)
    expect(schema.$schema).toContain('json-schema.org')
    expect(Object.keys(schema.properties)).toContain('title')
  })

  test('doctor shows totals, references and how they are known', () => {
    const { code, stdout } = call('doctor')
    expect(code).toBe(0)
    expect(stdout).toMatch(/ratio/)
    expect(stdout).toMatch(/approximate/)
  })

  test('replay traces a replicate year by year', () => {
    const { code, stdout, stderr } = call('replay usmca-2025-tariffs --replicate 3')
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/^replicate 3/)
    expect(stdout).toMatch(/partsTheta/)
    expect(stdout).toMatch(/^2025 /m)
  })

  test("a published paper's numbers stand beside ours", () => {
    const { code, stdout, stderr } = call('run replication/head-mayer-melitz')
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/published/)
    expect(stdout).toMatch(/67\.92/)
  })
})
