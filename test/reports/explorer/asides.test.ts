/** What the page asks beside its study is what the command line tells. */
import { beforeAll, describe, expect, test } from 'vitest'
import { comparePairs } from '../../../engine/analysis/paired.ts'
import { outcomeIndex } from '../../../engine/model/accounts/outcomes.ts'
import { libraryData } from '../../../reports/explorer/data/libraryData.ts'
import { pack } from '../../../reports/explorer/data/pack.ts'
import { serveAsides } from '../../../reports/explorer/engine/aside.ts'
import type {
  AsideAnswers,
  AsideKind,
  AsideQuestions,
  FromAsides,
  ToAsides,
} from '../../../reports/explorer/engine/asides.ts'
import { levelsOf } from '../../../reports/explorer/engine/curveTeller.ts'
import type { StudySettings } from '../../../reports/explorer/engine/protocol.ts'
import { leverOf, levers } from '../../../scenarios/levers/table.ts'
import { explain } from '../../../studies/explanation/explain.ts'
import { replay } from '../../../studies/explanation/replay.ts'

type Ask = <Kind extends AsideKind>(question: AsideQuestions[Kind]) => AsideAnswers[Kind]

/** The worker of the asides without a worker. */
function asides(): Ask {
  let heard: FromAsides | undefined
  let say: ((message: ToAsides) => void) | undefined
  serveAsides({
    post: (message) => {
      heard = message as FromAsides
    },
    listen: (hear) => {
      say = hear
    },
  })
  say?.({ kind: 'data', data: pack(libraryData()), given: pack({ kind: 'nothing' }) })
  return (question) => {
    say?.({ kind: 'ask', number: 1, question })
    if (heard?.kind !== 'answer') throw new Error(heard?.message)
    return heard.answer as never
  }
}

const settings: StudySettings = {
  baseline: 'base',
  option: 'path-2026',
  levers: { 'us-tariff-mexico': 0.1 },
  narrowed: {},
  held: { nestingSigma: 0.6 },
  forms: { demand: 'nestedLogit' },
  seed: 5,
  replicates: 50,
}
const asWords = { set: ['us-tariff-mexico=0.1', 'nestingSigma=0.6'], forms: ['demand=nestedLogit'], seed: 5 }

describe('asides of the explorer', () => {
  let ask: Ask
  beforeAll(() => {
    ask = asides()
  })

  test('an explanation has the figures of plantshift explain, whether it grew or not', () => {
    const word = 'GM Silao'
    for (const replicates of [2, 6]) {
      const found = ask<'explain'>({ kind: 'explain', settings, word, isBeside: false, replicates })
      const {
        subject,
        scenario,
        compared: _,
        ...told
      } = explain(word, {
        scenario: 'path-2026',
        replicates,
        ...asWords,
      })
      expect({ subject: found.subject, scenario: found.scenario }).toEqual({ subject, scenario })
      expect(found.explanation).toEqual(told)
      expect(found.reproduce).toBe(
        `npx plantshift explain 'GM Silao' --scenario path-2026 --form demand=nestedLogit --set us-tariff-mexico=0.1 --set nestingSigma=0.6 --replicates ${replicates} --seed 5`,
      )
    }
  })

  test('laid beside the baseline, the option has the figures of explain --compare, and the command says so where it can', () => {
    const plain = { ...settings, option: 'tariff-232-2025', levers: {}, held: {}, forms: {} }
    const asked = { kind: 'explain', word: 'GM Silao', isBeside: true, replicates: 4 } as const
    const { explanation, compared, reproduce } = ask<'explain'>({ ...asked, settings: plain })
    const words = { scenario: 'base', compare: 'tariff-232-2025', replicates: 4, seed: 5 }
    const { subject: _, scenario, compared: told, ...before } = explain('GM Silao', words)
    expect(compared).toEqual({ scenario, explanation: before })
    expect(explanation).toEqual(told?.explanation)
    expect(reproduce).toBe(
      "npx plantshift explain 'GM Silao' --scenario base --compare tariff-232-2025 --replicates 4 --seed 5",
    )
    const changed = ask<'explain'>({ ...asked, settings })
    expect([changed.isReproduced, changed.compared?.scenario]).toEqual([false, 'base'])
    expect(changed.reproduce).not.toContain('--compare')
  })

  test('a future is the replicate that plantshift replay tells, with what stands where', () => {
    const { future, plants, reproduce } = ask<'future'>({ kind: 'future', settings, replicate: 3 })
    const { standing, ...trace } = future
    expect(trace).toEqual(replay('path-2026', { replicate: 3, baseline: 'base', ...asWords }))
    expect(reproduce).toContain('npx plantshift replay path-2026 --baseline base --form demand=nestedLogit --set us-')
    expect(standing.map((years) => years.length)).toEqual(trace.scenarios.map(({ years }) => years.length))
    for (const year of standing.flat()) expect(year.output).toHaveLength(plants.length)
  })

  test('plants of a country build in every year what the accounts say that it builds', () => {
    const { future, plants } = ask<'future'>({ kind: 'future', settings, replicate: 1 })
    expect(future.scenarios.map(({ status }) => status)).toEqual(['good', 'good'])
    const names = ['GM Silao', 'New Tesla plant, Mexico']
    expect(plants).toEqual(expect.arrayContaining(names))
    for (const years of future.standing) {
      for (const { output, lines, closed } of years) {
        output.forEach((vehicles, slot) => {
          if (lines[slot] === 0) expect(vehicles).toBe(0)
          if (closed[slot]) expect(vehicles).toBe(0)
        })
      }
    }
  })

  test('a curve goes through what a run with the lever there gives, on the same draws', () => {
    const lever = 'us-tariff-mexico'
    const outcome = 'output.MX'
    const question = { kind: 'curve', settings, lever, outcome, year: undefined } as const
    ask<'curve'>({ ...question, replicates: 2 })
    const { asked, optimum } = ask<'curve'>({ ...question, replicates: 6 })
    expect(asked.year).toBe(2036)
    expect(optimum.optimum.n + optimum.optimum.failed).toBe(6)
    const futures = Array.from({ length: 6 }, (_, replicate) =>
      ask<'future'>({
        kind: 'future',
        settings: { ...settings, levers: { [lever]: optimum.levels[3].level } },
        replicate,
      }),
    )
    const column = (s: number): Float64Array =>
      Float64Array.from(futures, ({ future }) => {
        const { years } = future.scenarios[s]
        return years[years.length - 1].outcomes[outcomeIndex(outcome)]
      })
    const good = new Uint8Array(6)
    const scratch = new Float64Array(12)
    const paired = comparePairs(
      { values: column(0), status: good },
      { values: column(1), status: good },
      'up',
      scratch,
      undefined,
    )
    expect(optimum.levels[3].mean).toBeCloseTo(paired.difference.mean, 6)
    expect(optimum.levels[3].low).toBeCloseTo(paired.difference.low, 6)
    expect(optimum.levels[3].high).toBeCloseTo(paired.difference.high, 6)
  })

  test('what cannot be asked is answered in words', () => {
    expect(() =>
      ask<'explain'>({ kind: 'explain', settings, word: 'GM Silau', isBeside: false, replicates: 1 }),
    ).toThrow(/GM Silau.*GM Silao/)
    expect(() =>
      ask<'curve'>({
        kind: 'curve',
        settings,
        lever: 'us-tariff-counts',
        outcome: 'output.MX',
        year: 2036,
        replicates: 1,
      }),
    ).toThrow('us-tariff-counts is no lever of numbers')
  })

  test('levels go from the least to the most by whole steps', () => {
    expect(levelsOf(leverOf('us-tariff-mexico')!)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    for (const lever of levers.filter(({ values }) => values.kind === 'number')) {
      const { values } = lever
      if (values.kind !== 'number') continue
      const levels = levelsOf(lever)
      expect([levels[0], levels[levels.length - 1]], lever.id).toEqual([values.least, values.most])
      levels.forEach((level, l) => l === 0 || expect(level).toBeGreaterThan(levels[l - 1]))
    }
  })
})
