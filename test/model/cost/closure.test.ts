/** Wages, prices of parts and exchange rates that answer: by hand, by their signs, and not at all where they are off. */
import { describe, expect, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { outcomeCount, outcomeIndex } from '../../../engine/model/accounts/outcomes.ts'
import { createLedger } from '../../../engine/model/accounts/ledger.ts'
import { programmeTallyCount, tallyProgrammes } from '../../../engine/model/accounts/programmeTally.ts'
import { shiftParts } from '../../../engine/model/accounts/shiftedParts.ts'
import { answeredCost } from '../../../engine/model/cost/answeredCosts.ts'
import { answerYear } from '../../../engine/model/cost/answerYear.ts'
import { cellColumns, partsColumn } from '../../../engine/model/cost/cellColumns.ts'
import type { Setting } from '../../../engine/model/cost/setting.ts'
import { rowOf, rowParts, rowShares, rowValue } from '../../../engine/model/customs/customsTables.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import type { ClosureForm } from '../../../engine/model/inputs/policy.ts'
import { origin, originCount, place, placeCount, regionPlaces } from '../../../engine/model/inputs/sets.ts'
import { scaleYear } from '../../../engine/model/year/yearScales.ts'
import { inMarket, outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import {
  type SmallRegime,
  baseRegime,
  fromFirstYear,
  smallScenario,
  tariffRegime,
} from '../../reference/smallPolicy.ts'
import { regimeWorkspace } from '../../reference/smallRun.ts'

const industry = smallIndustry()
const years = 10
type Constants = Parameters<typeof constantLaws>[0]

function workspaceOf(regime: SmallRegime, closure: ClosureForm, parameters: Constants = {}): Workspace {
  return regimeWorkspace(regime, years, { closure }, parameters)
}

function run(regime: SmallRegime, closure: ClosureForm, parameters: Constants = {}, replicate = 1): Workspace {
  const workspace = workspaceOf(regime, closure, parameters)
  runReplicate(workspace, rootKey(6), replicate)
  return workspace
}

/** Mean of an outcome of the last year over some replicates. */
function mean(id: string, regime: SmallRegime, closure: ClosureForm, parameters: Constants = {}): number {
  let sum = 0
  for (let replicate = 0; replicate < 10; replicate++) {
    sum += outcome(run(regime, closure, parameters, replicate), 0, id, years)
  }
  return sum / 10
}

const tariff = tariffRegime(0.25)
const settingOf = (workspace: Workspace): Setting => workspace.economies[0].setting

/** Price of Mexican parts at a wage: a fifth is pay, two fifths are paid in pesos beside, which are worth a twentieth less. */
function partsAt(wage: number): number {
  return 0.4 + 0.4 * 0.95 + 0.2 * wage * 0.95
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

describe('a year', () => {
  const parameters = { labourSupply: 4, partsSupply: 8, labourInParts: 0.2, localCostShare: 0.6, partsTheta: 4 }
  const workspace = run({ ...tariff, wages: [0, 0, 0.1], currencies: [0, 0, -0.05] }, 'wages', parameters)
  const setting = settingOf(workspace)
  const { closure, customs } = setting
  // A tenth of the jobs gone in Mexico and a fifth of its output of parts; a twentieth more of both in the US; Canada as it was.
  closure.jobs0.fill(100)
  closure.jobs.set([105, 100, 90])
  closure.output.set([1.05, 1, 0.8])
  answerYear(setting, 1)

  it('has the wages and prices of the equations', () => {
    const wage = Math.exp(-0.1 / 4)
    expect(closure.wage[place.MX]).toBeCloseTo(wage, 14)
    expect(closure.wage[place.US]).toBeCloseTo(Math.exp(0.05 / 4), 14)
    expect(closure.wage[place.CA]).toBe(1)
    const supply = Math.exp(-0.2 / 8)
    const k = originCount + origin.MX
    expect(customs.local.parts[k]).toBeCloseTo(partsAt(1.1), 14)
    expect(closure.parts[k]).toBeCloseTo((supply * partsAt(1.1 * wage)) / partsAt(1.1), 14)
    expect(closure.parts[originCount + origin.chineseInMexico]).toBe(closure.parts[k])
    expect(closure.parts[originCount + origin.US]).toBeCloseTo(Math.exp(0.05 / 8) * (0.8 + 0.2 * Math.exp(0.0125)), 14)
    expect([closure.parts[originCount + origin.allied], closure.parts[originCount + origin.CN]]).toEqual([1, 1])
  })

  it('has costs of assembly in proportion to labour and overhead', () => {
    const overhead = industry.assemblyOverhead * (1 - 0.6 * 0.05)
    const labour = industry.labourCost[place.MX] * 1.1 * 0.95
    const at = placeCount + place.MX
    expect(closure.assembly[at]).toBeCloseTo((overhead + labour * Math.exp(-0.025)) / (overhead + labour), 14)
    expect(closure.assembly[placeCount + place.overseas]).toBe(1)
  })

  it('prices every line at every place by the parts and assembly in it, content rules and all', () => {
    const { tables } = setting
    const lines = industry.lines.length
    let priced = 0
    for (let j = 0; j < lines; j++) {
      for (let o = 0; o < placeCount; o++) {
        const cell = inMarket(lines, { r: 1, m: 0, j, o })
        if (tables.programme[cell] < 0) continue
        const row = rowOf(customs.policy, lines, 1, cell)
        const parts = tables.rows[row + rowParts]
        const shares = [...tables.rows.subarray(row + rowShares, row + rowShares + originCount)]
        const dearer = shares.reduce((total, share, k) => total + share * closure.parts[originCount + k], 0)
        const assembly = tables.rows[row + rowValue] - parts
        const now = parts * dearer + assembly * closure.assembly[placeCount + o]
        expect(answeredCost(setting, 1, 0, j, o)).toBeCloseTo(now / (parts + assembly), 12)
        priced++
      }
    }
    expect(priced).toBeGreaterThan(2 * lines)
  })

  it('has the cost scales of lines at what they have in them, market by market', () => {
    const { year, plants } = workspace.economies[0]
    scaleYear(setting, plants, 1, year)
    const { table } = year.cells.mean
    for (let cell = 0; cell < setting.sold.length; cell++) {
      const row = cell * cellColumns
      if (setting.sold[cell] === 0 || table[row] === 0) continue
      const o = plants.linePlace[cell % industry.lines.length]
      const parts = [...table.subarray(row + partsColumn, row + partsColumn + originCount)]
      const dearer = sum(parts.map((value, k) => value * closure.parts[originCount + k]))
      const assembly = (table[row] - sum(parts)) * closure.assembly[placeCount + o]
      expect(year.base[cell] / setting.scales.base[cell]).toBeCloseTo((dearer + assembly) / table[row], 12)
    }
  })
})

describe('parts', () => {
  it('move to origins whose price has fallen as far as they are sourced anew, and sums stay', () => {
    const { closure } = settingOf(workspaceOf(tariff, 'wages'))
    const ledger = createLedger(industry)
    const bought = [50, 10, 30, 0, 8, 2]
    const price = [1.02, 1, 0.9, 0.9, 1, 1]
    const sourced = [1.01, 1, 0.95, 0.95, 1, 1]
    const flow = place.CA * cellColumns + partsColumn
    ledger.columns.set(bought, flow)
    ledger.assembledFor[place.CA] = 25
    closure.parts.set(price, originCount)
    closure.assembly[placeCount + place.CA] = 0.99
    closure.quantityPower.set(sourced.map((one) => one ** -5))
    shiftParts(closure, 1, ledger)
    const now = [...ledger.columns.subarray(flow, flow + originCount)]
    expect(sum(now) + ledger.assembledFor[place.CA]).toBeCloseTo(125, 12)
    // Parts and assembly share what is paid as their own prices say.
    const paid = sum(bought.map((value, k) => value * price[k]))
    expect(ledger.assembledFor[place.CA] / sum(now)).toBeCloseTo((25 * 0.99) / paid, 12)
    // Quantities of two origins: their prices when they were sourced, to the power of -(theta + 1).
    const quantity = (k: number): number => now[k] / price[k]
    expect(quantity(origin.MX) / quantity(origin.US)).toBeCloseTo((30 / 50) * (0.95 / 1.01) ** -5, 12)
    expect(quantity(origin.CN) / quantity(origin.CA)).toBeCloseTo(2 / 10, 12)
  })
})

function builtInMexico(workspace: Workspace, t: number): number {
  return outcome(workspace, 0, 'output.MX', t)
}

describe('exchange rates', () => {
  it('fall by a part of the duty, each good at its share in what the country sells to the US', () => {
    const duties: SmallRegime = {
      ...tariff,
      partsDuty: (o, k) => (o === place.US && k === origin.MX ? 0.1 : 0),
      otherGoods: [0, 0.02, 0.04],
    }
    const workspace = run(duties, 'exchangeRates', { exchangeRateOffset: 0.5 })
    const dutyIn = (t: number): number => outcome(workspace, 0, 'dutyRate.MX', t)
    const rate = outcome(workspace, 0, 'exchangeRate.MX', 1)
    const [vehicles, parts] = [0.16, 0.14]
    // Vehicles of the base year pay what those of the first year do, but for the mix of lines that are sold.
    const rise = vehicles * (dutyIn(1) - dutyIn(0)) + parts * 0.1 + (1 - vehicles - parts) * 0.04
    expect(Math.log(rate)).toBeCloseTo(-0.5 * rise, 3)
    expect(outcome(workspace, 0, 'exchangeRate.CA', 1)).toBeLessThan(Math.exp(-0.5 * 0.87 * 0.02))
  })

  it('are 1 under the policy of the base year, whatever duties it has, and where nothing is taken back', () => {
    const { rate } = settingOf(run(tariff, 'on')).closure
    expect([...rate.subarray(0, regionPlaces)]).toEqual([1, 1, 1])
    expect(rate[regionPlaces + place.MX]).toBeLessThan(1)
    expect([...settingOf(run(tariff, 'on', { exchangeRateOffset: 0 })).closure.rate]).toEqual([1, 1, 1, 1, 1, 1])
    expect([...settingOf(run(tariff, 'wages')).closure.rate]).toEqual([1, 1, 1, 1, 1, 1])
  })

  it('that answer do nearly what the same path of the currency does', () => {
    const answers = run(tariff, 'exchangeRates', { exchangeRateOffset: 0.6 })
    const path = [place.US, place.CA, place.MX].map((o) => settingOf(answers).closure.rate[regionPlaces + o] - 1)
    const written = run({ ...tariff, currencies: [path[0], path[1], path[2]] }, 'off')
    const still = run(tariff, 'off')
    for (const t of [1, 2]) {
      const rise = builtInMexico(written, t) - builtInMexico(still, t)
      expect(rise).toBeGreaterThan(0)
      expect(Math.abs(builtInMexico(answers, t) - builtInMexico(written, t))).toBeLessThan(0.25 * rise)
    }
  })
})

describe('a history', () => {
  it('has the same bits where nothing answers, and where supply is endless and nothing is taken back', () => {
    const off = [...run(tariff, 'off').results[0].outcomes]
    const endless = { labourSupply: Infinity, partsSupply: Infinity, exchangeRateOffset: 0 }
    expect([...run(tariff, 'on', endless).results[0].outcomes]).toEqual(off)
  })

  it('raises wages where jobs come and lowers them where they go, which takes back a part of the shift', () => {
    const of = (id: string, closure: ClosureForm, parameters = {}): number => mean(id, tariff, closure, parameters)
    expect(of('wage.US', 'wages')).toBeGreaterThan(1)
    expect(of('wage.MX', 'wages')).toBeLessThan(1)
    expect(of('partsPrice.MX', 'wages')).toBeLessThan(1)
    expect(of('output.MX', 'wages')).toBeGreaterThan(of('output.MX', 'off'))
    expect(of('output.MX', 'exchangeRates')).toBeGreaterThan(of('output.MX', 'off'))
    const loose = { labourSupply: 200, partsSupply: 200 }
    expect(of('output.MX', 'wages', loose)).toBeLessThan(of('output.MX', 'wages'))
    expect(of('wage.MX', 'wages', loose)).toBeGreaterThan(of('wage.MX', 'wages'))
  })

  it("has next year's wages follow this year's jobs", () => {
    const workspace = run(tariff, 'wages', { labourSupply: 3 })
    const jobs = (t: number): number =>
      outcome(workspace, 0, 'assemblyJobs.MX', t) + outcome(workspace, 0, 'partsJobs.MX', t)
    expect(outcome(workspace, 0, 'wage.MX', 1)).toBe(1)
    for (let t = 2; t <= years; t++) {
      expect(outcome(workspace, 0, 'wage.MX', t)).toBeCloseTo(Math.exp((jobs(t - 1) / jobs(0) - 1) / 3), 12)
    }
  })

  it('keeps lines in a country whose wages and parts give way: changes of wages move lines', () => {
    const tight = { labourSupply: 2, partsSupply: 2 }
    const leave = (closure: ClosureForm): number => {
      const workspace = workspaceOf(tariffRegime(0.3), closure, tight)
      let lines = 0
      for (let replicate = 0; replicate < 40; replicate++) {
        runReplicate(workspace, rootKey(6), replicate)
        lines += outcome(workspace, 0, 'linesOut.MX', years)
      }
      return lines
    }
    expect(leave('wages')).toBeLessThan(leave('off'))
    expect(leave('exchangeRates')).toBeLessThan(leave('off'))
  })

  it('moves no line for the level of wages, under which the map is drawn', () => {
    expect(mean('linesOut.MX', baseRegime, 'on', { labourCostScaleMX: 0.6 })).toBe(0)
    expect(mean('linesOut.MX', baseRegime, 'on', { labourCostScaleMX: 1.4 })).toBe(0)
  })

  it('hangs on no replicate before it, and on no outcome that is asked for', () => {
    const alone = [...run(tariff, 'on', {}, 4).results[0].outcomes]
    const after = workspaceOf(tariff, 'on')
    for (const replicate of [1, 2, 4]) runReplicate(after, rootKey(6), replicate)
    expect([...after.results[0].outcomes]).toEqual(alone)
    const asked = { years: [years], outcomes: [outcomeIndex('output.MX')], tallies: false }
    const options = { truth: fromFirstYear(2, years, 1), years, closure: 'on' } as const
    const few = createWorkspace(
      industry,
      constantLaws(),
      [smallScenario('closure', industry, [baseRegime, tariff], options)],
      undefined,
      asked,
    )
    runReplicate(few, rootKey(6), 4)
    for (const id of ['output.MX', 'partsJobs.US', 'wage.MX', 'priceIndex.US', 'linesOut.MX']) {
      expect(outcome(few, 0, id, years), id).toBe(alone[years * outcomeCount + outcomeIndex(id)])
    }
  })

  it('keeps its books: programmes add up to duties, and a cheaper part is no part less', () => {
    const workspace = run(tariff, 'on')
    const [economy] = workspace.economies
    const tally = new Float64Array(economy.scenario.policy.programmes.names.length * programmeTallyCount)
    tallyProgrammes(economy, 1, tally)
    const duty = tally.reduce((sum, value, n) => (n % programmeTallyCount === 3 ? sum + value : sum), 0)
    const collected = ['US', 'CA', 'MX'].reduce(
      (sum, market) => sum + outcome(workspace, 0, `vehicleDuties.${market}`, years),
      0,
    )
    expect(duty / 1000).toBeCloseTo(collected, 6)
    const { closure } = economy.setting
    expect(closure.answers).toBe(true)
    const volume = outcome(workspace, 0, 'partsJobs.MX', years) / industry.partsJobs[place.MX]
    expect(closure.output[place.MX]).toBeCloseTo(volume, 12)
  })
})
