/** Books are closed for what is asked of a run, and what is asked does not change what is answered. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { type Asked, closing, planBooks } from '../../../engine/model/accounts/closing.ts'
import { outcomeCount, outcomeIndex } from '../../../engine/model/accounts/outcomes.ts'
import { replicateStatus } from '../../../engine/model/accounts/results.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { destination } from '../../../engine/model/inputs/sets.ts'
import { entrantYears, entryScenario } from '../../reference/smallEntrants.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { uniformLaws } from '../../reference/smallLaws.ts'
import {
  type SmallRegime,
  agreement,
  baseRegime,
  chain,
  fromFirstYear,
  smallScenario,
  tariffRegime,
} from '../../reference/smallPolicy.ts'

const years = entrantYears
const industry = smallIndustry()
const laws = uniformLaws({ rvcSlack: [0, 0.28], sourcingAdjustment: [0.1, 0.4], ownElasticity: [3, 8] })

const provoked = { market: 2, probability: 0.5, lag: 1, rate: 0.2, share: 0.6, provoked: Uint8Array.of(0, 1) }
const tariff: CompiledScenario = {
  ...smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], { truth: fromFirstYear(2, years, 1), years }),
  retaliation: [provoked],
}
const comesAndGoes = smallScenario('comes and goes', industry, [baseRegime, tariffRegime(0.1)], {
  truth: chain(2, years, [0.5, 0.5, 0.4, 0.6]),
  years,
})
const entry = entryScenario(industry, { mayEnter: ['US', 'CA'], mayBuild: ['MX'] }, tariffRegime(0.25))

/** Nothing may be sold in Mexico, not even what is built there: no price and no share is a number. */
const closedMexico: SmallRegime = {
  name: 'closed',
  programmes: agreement().map((programme) => ({
    ...programme,
    admits: (market: number, line: number, place: number): boolean =>
      market !== destination.MX && programme.admits(market, line, place),
  })),
}
const closed = smallScenario('closed', industry, [baseRegime, closedMexico], {
  truth: chain(2, years, [0.9, 0.1, 1, 0]),
  years,
})

/** Results of one scenario asked in full, and the same as asked. */
function bothRuns(scenario: CompiledScenario, asked: Asked, replicate: number) {
  return [undefined, asked].map((what) => {
    const workspace = createWorkspace(industry, laws, [scenario], undefined, what)
    runReplicate(workspace, rootKey(5), replicate)
    return workspace.results[0]
  })
}

const questions = fc.record({
  years: fc.uniqueArray(fc.integer({ min: 0, max: years }), { minLength: 1, maxLength: 3 }),
  outcomes: fc.uniqueArray(fc.integer({ min: 0, max: outcomeCount - 1 }), { minLength: 1, maxLength: 5 }),
  tallies: fc.boolean(),
})

/** One outcome of year 2. */
function ask(id: string): Asked {
  return { years: [2], outcomes: [outcomeIndex(id)], tallies: false }
}

describe('what is asked of a replicate', () => {
  it.each([tariff, comesAndGoes, entry])('gets the answer it gets among everything: $name', (scenario) => {
    fc.assert(
      fc.property(questions, fc.nat({ max: 50 }), (asked, replicate) => {
        const [full, few] = bothRuns(scenario, asked, replicate)
        expect(few.status).toBe(full.status)
        for (const t of asked.years) {
          for (const c of asked.outcomes) {
            expect(few.outcomes[t * outcomeCount + c]).toBe(full.outcomes[t * outcomeCount + c])
          }
        }
        if (asked.tallies)
          expect([few.plants, few.lines, few.programmes]).toEqual([full.plants, full.lines, full.programmes])
      }),
      { numRuns: 12 },
    )
  })

  it('fails in the replicates in which an outcome that is not asked for is no number', () => {
    const asked = { years: [years], outcomes: [outcomeIndex('output.US')], tallies: false }
    const statuses = Array.from({ length: 12 }, (_, replicate) =>
      bothRuns(closed, asked, replicate).map(({ status }) => status),
    )
    for (const [full, few] of statuses) expect(few).toBe(full)
    expect(new Set(statuses.flat())).toEqual(new Set([replicateStatus.good, replicateStatus.nonFinite]))
  })

  it('closes no books of other years, and counts jobs in them for what displaced workers lose', () => {
    const { nothing, jobs, all } = closing
    expect([...planBooks(4, ask('output.US')).years]).toEqual([all, nothing, all, nothing, nothing])
    expect([...planBooks(4, ask('welfare.US')).years]).toEqual([all, jobs, all, jobs, jobs])
    expect([...planBooks(4, undefined).years]).toEqual([all, all, all, all, all])
  })
})
