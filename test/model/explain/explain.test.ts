/** Why lines move: costs by cause, and decisions laid open. */
import { describe, it, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { explain, explainScenarios } from '../../../engine/model/explain/explain.ts'
import { costPartCount, splitCost } from '../../../engine/model/explain/explainCosts.ts'
import { viewDecision } from '../../../engine/model/explain/explainDecision.ts'
import type { HistoryListener, OrderedMove } from '../../../engine/model/history/listener.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { placeCount, places } from '../../../engine/model/inputs/sets.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { explanationText } from '../../../reports/text/explainText.ts'
import { atPlace, underRegime } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws, uniformLaws } from '../../reference/smallLaws.ts'
import {
  agreement,
  chain,
  baseRegime,
  tariffRegime,
  smallScenario,
  fromFirstYear,
} from '../../reference/smallPolicy.ts'

const years = 12
const root = rootKey(5)
const industry = smallIndustry()
const cheap = constantLaws({ sunkCostExistingPlant: 0.2, sunkCostNewPlant: 0.8 })
const contentDuty = {
  name: 'content duty',
  programmes: agreement(0, 0.275).map((programme) =>
    programme.name === 'agreement' ? { ...programme, dutyOnNonUsContent: 0.25 } : programme,
  ),
  partsDuty: (place: number, origin: number): number => (place === 0 && origin > 3 ? 0.12 : 0),
}

/** The duty is feared, comes and goes. */
function threatened(): Workspace {
  const matrices = chain(3, years, [0.5, 0.3, 0.2, 0.2, 0.8, 0, 0.3, 0, 0.7])
  const options = { truth: matrices, years }
  const regimes = [baseRegime, tariffRegime(0.25), contentDuty]
  return createWorkspace(industry, cheap, [smallScenario('threat', industry, regimes, options)])
}

const deaf: HistoryListener = { onRegime: () => undefined, onMove: () => undefined }

describe('costs by cause', () => {
  it('sum to the index that makers compare places by, for every line, place and regime', () => {
    const workspace = threatened()
    const { setting, outlook } = workspace.economies[0]
    const parts = new Float64Array(costPartCount)
    for (let replicate = 0; replicate < 3; replicate++) {
      runReplicate(workspace, root, replicate)
      for (let r = 0; r < outlook.regimes; r++) {
        for (let j = 0; j < industry.lines.length; j++) {
          for (let o = 0; o < placeCount; o++) {
            if (industry.placePrior[atPlace(j, o)] === 0) continue
            splitCost(setting, workspace.draws.sales, { r, j, o }, parts)
            const sum = parts.reduce((total, part) => total + part, 0)
            expect(sum).toBeCloseTo(outlook.index[underRegime(industry.lines.length, r, j, o)], 9)
          }
        }
      }
    }
  })

  it('say that a 25% duty on value is the whole difference between two regimes at one place, when nothing else changes', () => {
    const workspace = threatened()
    const { setting } = workspace.economies[0]
    runReplicate(workspace, root, 1)
    const free = new Float64Array(costPartCount)
    const hit = new Float64Array(costPartCount)
    // Line 6 is a pickup built in Mexico.
    splitCost(setting, workspace.draws.sales, { r: 0, j: 6, o: 2 }, free)
    splitCost(setting, workspace.draws.sales, { r: 1, j: 6, o: 2 }, hit)
    expect(hit[0]).toBe(free[0])
    expect(hit[2]).toBe(free[2])
    expect(hit[4] - free[4]).toBeGreaterThan(3)
    expect(free[6]).toBe(0)
  })
})

describe('a decision laid open', () => {
  it('is worth to the bit what the maker took it for, and disturbs nothing', () => {
    const heard = threatened()
    const alone = threatened()
    let moves = 0
    for (let replicate = 0; replicate < 20; replicate++) {
      const gains = new Map<number, number>()
      const check = (move: OrderedMove): void => {
        moves += 1
        expect(gains.get(move.line)).toBe(move.gain / 1000)
      }
      const listener: HistoryListener = {
        ...deaf,
        onMove: check,
        onDecision: (taken) => {
          const view = viewDecision(heard, heard.economies[0], taken)
          expect(view.waiting).toBeGreaterThanOrEqual(-1e-6)
          for (const { open, netPresentValue, again, gain } of view.moves) {
            if (open) expect(gain).toBeCloseTo(netPresentValue + again - view.waiting, 6)
          }
          gains.set(taken.line, view.moves[taken.to].gain)
        },
      }
      runReplicate(heard, root, replicate, [listener])
      runReplicate(alone, root, replicate)
      expect(heard.results[0].outcomes).toEqual(alone.results[0].outcomes)
    }
    expect(moves).toBeGreaterThan(0)
  })

  it('has no value of waiting beyond a delay where the future is certain and moving pays at once', () => {
    const options = { truth: fromFirstYear(2, years, 1), years }
    const scenario = smallScenario('tariff', industry, [baseRegime, tariffRegime(0.25)], options)
    const workspace = createWorkspace(industry, cheap, [scenario])
    const { lines } = explain(workspace, root, 30, [6], -1)
    for (const { chosen, whenChosen } of lines[0].moves) {
      if (chosen === 0) continue
      expect(whenChosen.netPresentValue).toBeGreaterThan(whenChosen.waiting)
      expect(whenChosen.gain).toBeCloseTo(whenChosen.netPresentValue - whenChosen.waiting, 3)
    }
  })
})

describe('costs of every place under every regime', () => {
  it('are means of the index that makers compare places by, in each scenario of a workspace', () => {
    const matrices = chain(3, years, [0.5, 0.3, 0.2, 0.2, 0.8, 0, 0.3, 0, 0.7])
    const regimes = [baseRegime, tariffRegime(0.25), contentDuty]
    const threat = smallScenario('threat', industry, regimes, { truth: matrices, years })
    const other = { truth: fromFirstYear(2, years, 1), years }
    const tariff = smallScenario('tariff', industry, [baseRegime, tariffRegime(0.1)], other)
    const workspace = createWorkspace(industry, cheap, [threat, tariff])
    const explained = explainScenarios(workspace, root, 1, { lines: [2, 6], plant: -1 })
    explained.forEach(({ lines }, s) => {
      const { outlook, scenario } = workspace.economies[s]
      lines.forEach(({ rules }, n) => {
        expect(rules[0].lastYear).toBe(1)
        for (const { regime, places: there } of rules) {
          const r = scenario.policy.regimes.indexOf(regime)
          for (const { place, costs } of there) {
            const cell = underRegime(industry.lines.length, r, [2, 6][n], places.indexOf(place))
            expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(outlook.index[cell], 9)
          }
        }
      })
    })
  })
})

describe('an explanation', () => {
  it('counts where lines end up, and tells it in words', () => {
    const workspace = threatened()
    const explanation = explain(workspace, root, 25, [2, 6], 3)
    for (const { lastYear, moves, n } of explanation.lines) {
      expect(n).toBe(25)
      expect(lastYear.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      expect(moves.reduce((sum, { chosen }) => sum + chosen, 0)).toBeLessThanOrEqual(1 + 1e-12)
    }
    const text = explanationText('Atlas Saltillo', 'threat', explanation)
    expect(text).toContain('Atlas Saltillo under threat, 25 replicates')
    expect(text).toMatch(/^To the US at once, million USD/m)
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it('says that there was nothing to decide where policy never changes', () => {
    const scenario = smallScenario('base', industry, [baseRegime], { truth: fromFirstYear(1, years, 0), years })
    const workspace = createWorkspace(industry, uniformLaws({ locationTheta: [4, 9] }), [scenario])
    const explanation = explain(workspace, root, 4, [6], -1)
    expect(explanation.lines[0]).toMatchObject({ decided: 0, regimes: [], lastYear: [0, 0, 1, 0] })
    expect(explanationText('x', 'base', explanation)).toContain('never compares places')
  })
})

describe('a line that is announced to move', () => {
  const slot = industry.plants.findIndex(({ id }) => id === 'atlas-marion')
  const matrices = chain(3, years, [0.5, 0.3, 0.2, 0.2, 0.8, 0, 0.3, 0, 0.7])
  const plain = smallScenario('threat', industry, [baseRegime, tariffRegime(0.25), contentDuty], {
    truth: matrices,
    years,
  })
  const plantEvents = { moves: [{ line: 6, slot, year: 3 }], capacity: [], closures: [] }
  const workspace = createWorkspace(industry, cheap, [{ ...plain, plantEvents }])
  const explanation = explain(workspace, root, 20, [6], -1)

  it('is told as announced, and its decisions as those taken where it then is', () => {
    const [line] = explanation.lines
    expect(line).toMatchObject({ from: 'MX', announced: { place: 'US', plant: 'Atlas Marion', year: 2027 } })
    expect(line.moves.map(({ place }) => place)).not.toContain('US')
    expect(line.moves.map(({ place }) => place)).toContain('MX')
    expect(line.year).toBeGreaterThanOrEqual(2027)
    expect(explanationText('Atlas', 'threat', explanation).replaceAll(/\s+/g, ' ')).toContain(
      'It is announced to run at Atlas Marion in the US from 2027',
    )
  })
})
