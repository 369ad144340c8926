/** Why entrants come or stay out: their decisions laid open. */
import { expect, describe, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { type Explanation, explain } from '../../../engine/model/explain/explain.ts'
import type { EntrantExplanation } from '../../../engine/model/explain/explainEntrants.ts'
import { type EntryView, viewEntry } from '../../../engine/model/explain/explainEntry.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { explanationText } from '../../../reports/text/explainText.ts'
import {
  type Permission,
  bannedRegime,
  entryScenario,
  entrantYears,
  longhe,
  wallRegime,
} from '../../reference/smallEntrants.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { uniformLaws } from '../../reference/smallLaws.ts'
import { chain } from '../../reference/smallPolicy.ts'

const root = rootKey(3)
const industry = smallIndustry()
const everywhere: Permission = { mayEnter: ['US', 'CA'], mayBuild: ['US', 'CA', 'MX'] }
const laws = uniformLaws({
  chineseCostAdvantage: [0.1, 0.35],
  brandGapUS: [0.1, 0.35],
  sunkCostNewPlant: [0.1, 0.4],
  marketEntryCost: [0, 1],
  entrantLocalSourcing: [0.5, 0.9],
  costShockDeviation: [0, 0.02],
})

/** A regime, a ban of sale if not said otherwise, that may come and go. */
function feared(permission: Permission, regime = bannedRegime): CompiledScenario {
  const scenario = entryScenario(industry, permission, regime)
  const truth = chain(2, entrantYears, [0.8, 0.2, 0.3, 0.7])
  return { ...scenario, policy: { ...scenario.policy, truth, belief: truth } }
}

function workspaceOf(scenario: CompiledScenario): Workspace {
  return createWorkspace(industry, laws, [scenario])
}

/** All decisions of some replicates. */
function viewsOf(workspace: Workspace, replicates: number): readonly EntryView[] {
  const [economy] = workspace.economies
  const views: EntryView[] = []
  for (let replicate = 0; replicate < replicates; replicate++) {
    runReplicate(workspace, root, replicate, [
      {
        onRegime: () => undefined,
        onMove: ({ gain, to, line }) => {
          const view = views.at(-1)
          if (line !== longhe.line || view === undefined) return
          expect(view.to % 4).toBe(to)
          expect(view.options[view.to].gain).toBe(gain / 1000)
        },
        onEntry: (taken) => {
          if (economy.entry !== undefined) views.push(viewEntry(economy, economy.entry, taken))
        },
      },
    ])
  }
  return views
}

function explained(
  scenario: CompiledScenario,
  replicates = 25,
): { entrant: EntrantExplanation; explanation: Explanation } {
  const explanation = explain(workspaceOf(scenario), root, replicates, [longhe.line], -1)
  expect(explanation.lines).toEqual([])
  return { entrant: explanation.entrants[0], explanation }
}

describe("an entrant's decision laid open", () => {
  it('is worth to the bit what the maker took it for, and disturbs nothing', () => {
    // 100% on what is not of the agreement makes it build in the region.
    const [heard, alone] = [0, 1].map(() => workspaceOf(feared(everywhere, wallRegime(true))))
    const views = viewsOf(heard, 20)
    for (let replicate = 0; replicate < 20; replicate++) runReplicate(alone, root, replicate)
    expect(heard.results[0].outcomes).toEqual(alone.results[0].outcomes)
    expect(views.some(({ from, to }) => from % 4 !== to % 4)).toBe(true)
  })

  it('shows that no open choice is worth more than the one that is taken, and that later choice is worth something', () => {
    for (const { from, to, options, waiting } of viewsOf(workspaceOf(feared(everywhere)), 20)) {
      for (const { open, gain } of options) if (open) expect(gain).toBeLessThanOrEqual(options[to].gain)
      expect(options[from]).toMatchObject({ open: true, sunk: 0, gain: 0, netPresentValue: 0 })
      expect(waiting).toBeGreaterThanOrEqual(-1e-6)
    }
  })

  it('never leaves a market that it has come into', () => {
    for (const { from, options } of viewsOf(workspaceOf(feared(everywhere)), 20)) {
      options.forEach(({ open }, state) => {
        if ((Math.floor(from / 4) & ~Math.floor(state / 4)) !== 0) expect(open).toBe(false)
      })
    }
  })
})

describe('an explanation of an entrant', () => {
  it('says what each set of markets and place is worth, and how often it is chosen', () => {
    const { entrant } = explained(feared(everywhere))
    expect(entrant.decided).toBe(25)
    expect(entrant.options).toHaveLength(16)
    for (const share of ['chosen', 'lastYear'] as const) {
      expect(entrant.options.reduce((sum, option) => sum + option[share], 0)).toBeCloseTo(1, 12)
    }
    expect(entrant.gaps[0]).toBeGreaterThan(0.1)
    expect(entrant.gaps[0]).toBeLessThan(0.35)
  })

  it('names the borders that a ban shuts, and finds US sales worth nothing under it', () => {
    const { entrant, explanation } = explained(feared(everywhere))
    const ban = entrant.regimes.find(({ regime }) => regime === 'ban')
    for (const { market, barred } of ban?.sales ?? []) expect(barred).toBe(market === 'US' ? 1 : 0)
    const profit = (markets: readonly string[]): number | undefined =>
      ban?.profit[
        entrant.options.findIndex((option) => option.place === 'MX' && option.markets.join() === markets.join())
      ]
    expect(profit(['US'])).toBe(profit([]))
    expect(profit(['US', 'CA'])).toBe(profit(['CA']))
    expect(explanationText('Longhe', 'ban', explanation)).toContain('ban bars it from sale: US from US, US from CA')
  })

  it('says what the scenario keeps closed, in lines that fit on a screen', () => {
    const { entrant, explanation } = explained(feared({ mayEnter: ['CA'], mayBuild: ['MX'] }))
    expect(entrant).toMatchObject({ closedMarkets: ['US'], closedPlaces: ['US', 'CA'] })
    const text = explanationText('Longhe', 'feared', explanation)
    expect(text.replaceAll('\n', ' ')).toContain('does not let it sell in the US nor build in the US or Canada')
    expect(text).toMatch(/plant in MX, to CA +\d+%/)
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it('has nothing to tell of one that may decide only after the last year', () => {
    const { entrant, explanation } = explained(entryScenario(industry, { ...everywhere, from: 99 }), 3)
    expect(entrant).toMatchObject({ decided: 0, regimes: [] })
    expect(explanationText('Longhe', 'late', explanation)).toMatch(/has no chance\s+to decide by/)
  })
})
