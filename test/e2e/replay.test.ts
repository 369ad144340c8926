/** `replay` of a result: the line that is printed where a replicate failed works as it stands, and tells the numbers of the result. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import type { ReplicateTrace } from '../../engine/model/explain/trace.ts'
import { sayWhatHappened } from '../../cli/actions/studyResults.ts'
import type { SweepReport } from '../../reports/data/sweepReport.ts'
import { readStoredResult } from '../../reports/stored/stored.ts'
import { readRunPlan } from '../../studies/plan/runPlan.ts'
import { freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

/** The words of a line as a shell takes them. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:[^\s']|'[^']*')+/g) ?? []
  return words.map((word) => word.replaceAll("'", ''))
}

/** The line that is printed for a failure, without the call of the program. */
function hintFor(path: string, written: Parameters<typeof sayWhatHappened>[2]): string[] {
  const said: string[] = []
  sayWhatHappened(readRunPlan(path), path, written, (text) => said.push(text))
  const line = said.find((text) => text.includes('See why: '))!
  return wordsOf(line.replace(/.*See why: npx plantshift /, ''))
}

/** Values of an outcome of a scenario in the last year, as they are exported. */
async function exported(result: string, scenario: string): Promise<number[]> {
  const words = ['export', result, '--to', `${result}.csv`, '--force', '--outcomes', 'output.US', '--years', '2026']
  const { code, stderr } = await plantshift(folder.path, ...words)
  expect(code, stderr).toBe(0)
  const rows = readFileSync(join(folder.path, `${result}.csv`), 'utf8').split('\n')
  const start = rows[0].startsWith('scenario') ? 0 : rows[0].split(',').indexOf('scenario')
  return rows.flatMap((row) => (row.split(',')[start] === scenario ? [Number(row.split(',').at(-1))] : []))
}

async function traced(words: readonly string[]): Promise<ReplicateTrace> {
  const { code, stdout, stderr } = await plantshift(folder.path, ...words, '--json')
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout)
}

function lastOutput(trace: ReplicateTrace, scenario: string): number {
  const { years } = trace.scenarios.find(({ name }) => name === scenario)!
  return years.at(-1)!.outcomes[outcomeIndex('output.US')]
}

const failure = { replicate: 3, status: 1, reason: 'no prices' }

beforeAll(async () => {
  const two = 'horizon: { from: 2025, to: 2026 }'
  writeFileSync(join(folder.path, 'my rule.yaml'), `title: A rule\nextends: content-85\n${two}\n`)
  writeFileSync(join(folder.path, 'tariffs.yaml'), `title: Tariffs\nextends: usmca-2025-tariffs\n${two}\n`)
  writeFileSync(join(folder.path, 'plain.yaml'), `title: Plain\nextends: base\n${two}\n`)
  const words = ['compare', 'plain.yaml', 'tariffs.yaml', 'my rule.yaml', '--replicates', '9', '--seed', '11']
  const made = await plantshift(folder.path, ...words, '--out', 'base', '--sampler', 'latin-hypercube')
  expect(made.code, made.stderr).toBe(0)
  writeFileSync(
    join(folder.path, 'grid.yaml'),
    'title: Elasticity\nscenario: tariffs.yaml\nbaseline: plain.yaml\noutcomes: [output.US]\nyears: [2026]\n' +
      'levers: { elasticity: { parameter: ownElasticity, values: [4.5, 5.5] } }\n',
  )
  const swept = await plantshift(folder.path, ...'sweep grid.yaml --replicates 8 --seed 4 --out swept'.split(' '))
  expect(swept.code, swept.stderr).toBe(0)
})

test('for the scenario of a comparison that failed, given by path, in a folder with the name of a scenario', async () => {
  const path = join(folder.path, 'base')
  const { report } = readStoredResult(path)
  const scenario = report.scenarios.findIndex(({ name }) => name === 'my rule')
  const here = process.cwd()
  process.chdir(folder.path)
  const told = { kind: 'study', report: { ...report, failures: [{ ...failure, scenario }] }, results: [] } as const
  const words = hintFor(path, told)
  process.chdir(here)
  expect(words).toEqual(['replay', './base', '--replicate', '3', '--scenario=my rule'])
  const trace = await traced(words)
  expect(trace.scenarios.map(({ name }) => name)).toEqual(['plain', 'my rule'])
  expect(lastOutput(trace, 'my rule')).toBe((await exported('base', 'my rule'))[3])
  expect(lastOutput(trace, 'plain')).toBe((await exported('base', 'plain'))[3])
})

test('for a point of a sweep, and for the baseline under the laws of that point', async () => {
  const path = join(folder.path, 'swept')
  const { points, parts, scenarios } = readRunPlan(path)
  const last = points!.at(-1)!
  const names = [scenarios[parts[last.part].baseline].name, scenarios[last.scenario].name]
  expect(names).toEqual(['plain.yaml elasticity=5.5', 'elasticity=5.5'])
  for (const scenario of names) {
    const report = { failures: [{ ...failure, scenario }] } as unknown as SweepReport
    const words = hintFor(path, { kind: 'sweep', report, results: [] })
    expect(words.at(-1)).toBe(`--scenario=${scenario}`)
    const trace = await traced(words)
    expect(lastOutput(trace, scenario)).toBe((await exported('swept', scenario))[3])
  }
})

test('refuses what the result does not have, and what its plan says already', async () => {
  const beyond = await plantshift(folder.path, ...'replay ./base --replicate 9'.split(' '))
  expect(beyond).toMatchObject({ code: 2, stderr: '--replicate: 9 is not in this result, which has 0 to 8\n' })
  const typo = await plantshift(folder.path, ...'replay swept --replicate 0 --scenario elasticty=5.5'.split(' '))
  expect(typo.stderr).toMatch(/--scenario: elasticty=5\.5 is not in this result; did you mean elasticity=5\.5/)
  const seed = await plantshift(folder.path, ...'replay swept --replicate 0 --seed 4'.split(' '))
  expect(seed.stderr).toMatch(/--seed: the plan in swept says it; leave it out/)
  const library = await plantshift(folder.path, ...'replay base --replicate 0 --scenario plain'.split(' '))
  expect(library.stderr).toMatch(/--scenario: chooses one of a result, and base is no folder of one/)
})
