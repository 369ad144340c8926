/** What is written into a result folder can be read back, whatever the texts and names that it holds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { PlannedStudy } from '../../../studies/plan/plans.ts'
import { compiledLibrary, compiledPlan } from '../../reference/compiled.ts'
import { oddText } from '../../torture/oddTexts.ts'

const { planStudy, planSweep, readRunPlan, resolvedFile, resolvedTexts, runPlanJson, storedInputs } =
  await compiledPlan()
const { exportReplicates, resume, run, status, sweep, verify } = await compiledLibrary()
const home = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(home, { recursive: true }))

const texts = fc.record({ title: oddText, question: oddText, note: oddText, source: oddText, unit: oddText })
const names = fc.uniqueArray(oddText, { minLength: 3, maxLength: 3 })

type Texts = typeof texts extends fc.Arbitrary<infer Value> ? Value : never

/** A scenario with a text in every place where one can stand, written as JSON, which is YAML. */
function scenarioFile(name: string, said: Texts, [regime, programme, duty]: readonly string[]): string {
  const { title, question, note, source } = said
  const path = join(home, `${name}.yaml`)
  const rule = { origins: 'any', duty: 0.01, source }
  const extra = { market: 'US', origins: ['MX'], rate: 0.25, source: title }
  const own = {
    extends: 'usmca',
    description: note,
    source,
    programmes: { US: { [programme]: rule } },
    additionalDuties: { [duty]: extra },
  }
  const content = {
    extends: 'base',
    horizon: { from: 2025, to: 2026 },
    title,
    question,
    note,
    report: question,
    sources: [source, note],
    policy: { regimes: { [regime]: own }, events: [{ date: '2026-01-01', to: regime, note }] },
    uncertainties: { ownElasticity: { law: 'uniform', low: 4.5, high: 6, source } },
  }
  writeFileSync(path, JSON.stringify(content))
  return path
}

/** Two years are enough for texts. */
const twoYears = { extends: 'usmca-2025-tariffs', title: 'Two years', horizon: { from: 2025, to: 2026 } }
writeFileSync(join(home, 'two-years.yaml'), JSON.stringify(twoYears))

/** A sweep with levers of odd names, one of them over odd texts. */
function sweepFile(name: string, said: Texts, [words, rate, value]: readonly string[]): string {
  const { title, question, note, source, unit } = said
  const path = join(home, `${name}.yaml`)
  const levers = {
    [words]: { title, unit, source, set: 'note', values: [value, `${value} again`] },
    [rate]: { set: 'policy.regimes.tariff-25.additionalDuties.tariff-25.rate', values: [0.1, 0.2] },
  }
  const outcomes = ['output.US', 'output.MX']
  writeFileSync(
    path,
    JSON.stringify({ title, question, note, scenario: 'two-years.yaml', levers, cross: 'zip', outcomes }),
  )
  return path
}

function expectReadable({ plan, inputs }: PlannedStudy): void {
  writeFileSync(join(home, 'plan.json'), runPlanJson(plan))
  writeFileSync(join(home, resolvedFile), [...resolvedTexts(inputs)].join(''))
  expect(readRunPlan(home)).toEqual(plan)
  expect(storedInputs(home, plan).scenarios.map(({ hash }) => hash)).toEqual(plan.scenarios.map(({ sha256 }) => sha256))
}

describe('a plan and its scenarios are read back as they were written', () => {
  test('with odd texts, regimes, programmes and duties', () => {
    fc.assert(
      fc.property(texts, names, (said, odd) => {
        expectReadable(planStudy('run', [scenarioFile('odd', said, odd)], undefined, { replicates: 2 }))
      }),
      { numRuns: 12 },
    )
  })

  test('with odd levers and values', () => {
    fc.assert(
      fc.property(texts, names, (said, odd) => {
        expectReadable(planSweep(sweepFile('odd-sweep', said, odd), { replicates: 2 }))
      }),
      { numRuns: 12 },
    )
  })

  test.each([
    ['sweep-lever-with-line-break', 'a\nb: c'],
    ['sweep-lever-with-dashes', 'x\n---\ny'],
    ['sweep lever with a sign that ends lines elsewhere', 'x\u2028---\ny'],
  ])('%s', (_, name) => {
    const said = { title: 't', question: 't', note: 't', source: 't', unit: 't' }
    expectReadable(planSweep(sweepFile('named', said, [name, 'rate', `${name}\n---\n`]), { replicates: 2 }))
  })

  test('and a text that no file can hold is refused with its place', () => {
    const path = join(home, 'half.yaml')
    writeFileSync(path, 'extends: base\ntitle: "smile \\ud83d"\n')
    expect(() => planStudy('run', [path], undefined, { replicates: 2 })).toThrow(
      /half\.yaml:2:8: "smile \\ud83d" holds half of a character/,
    )
  })
})

describe('a result with odd names in every place', () => {
  const asked = { replicates: 2, seed: 3, workers: 1 }

  test.each([1, 2])('is resumed, verified and exported: %i', async (seed) => {
    const [[said, odd]] = fc.sample(fc.tuple(texts, names), { numRuns: 1, seed })
    const folder = join(home, `run-${seed}`)
    const first = await run(scenarioFile(`run-${seed}-odd`, said, odd), { ...asked, folder })
    const again = await resume(folder, { workers: 1 })
    expect(again.kind === 'study' && again.report.question).toBe(first.report.question)
    expect(verify(folder).problems).toEqual([])
    expect(status(folder).state).toBe('finished')

    const swept = join(home, `sweep-${seed}`)
    const { plan } = await sweep(sweepFile(`sweep-${seed}-odd`, said, odd), { ...asked, folder: swept })
    expect(plan.levers?.map(({ name }) => name)).toEqual([odd[0], odd[1]])
    await resume(swept, { workers: 1, replicates: 3 })
    expect(verify(swept).problems).toEqual([])
    for (const format of ['csv', 'json', 'parquet', 'arrow']) {
      const rows = await exportReplicates(swept, { to: join(home, `sweep-${seed}.${format}`), format })
      expect(rows).toBe(3 * 3)
    }
  })
})
