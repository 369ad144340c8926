/**
 * Adds one year up over lines: vehicles, values, duties, content, parts and profits by place, into the ledger. Section 13 of
 * docs/model.md. Sums are in vehicles and thousand USD.
 */
import type { CustomsTables } from './customs.ts'
import type { Industry } from './industry.ts'
import type { Ledger } from './ledger.ts'
import type { PlantState } from './plants.ts'
import type { CompiledPolicy } from './policy.ts'
import type { Setting } from './regimes.ts'
import { countries, marketCount, originCount, overseasPlace, placeCount } from './sets.ts'
import type { YearState } from './yearState.ts'

const chineseParts = 5
const lastRegionalOrigin = 3

/** Sales, customs values and duties, by market and place of assembly. */
export function addVehicles(
  setting: Setting,
  policy: CompiledPolicy,
  plants: PlantState,
  state: YearState,
  ledger: Ledger,
  r: number,
): void {
  const { industry, tables } = setting
  const lines = industry.lines.length
  for (const sums of [ledger.vehicles, ledger.value, ledger.duty, ledger.unclaimed, ledger.usContent]) sums.fill(0)
  ledger.chineseContent.fill(0)
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = state.equilibria[m]
    for (let j = 0; j < lines; j++) {
      const i = industry.lineProduct[j]
      const sold = state.weights[m * lines + j] * quantity[i]
      if (!(sold > 0)) continue
      const o = plants.linePlace[j]
      const cell = ((r * marketCount + m) * lines + j) * placeCount + o
      const worth = sold * unitScale(setting, state, m, j, o)
      const value = worth * tables.value[cell]
      const bin = m * placeCount + o
      ledger.vehicles[bin] += sold
      ledger.value[bin] += value
      ledger.duty[bin] += worth * tables.duty[cell]
      if (policy.programmes.preferential[tables.programme[cell]] === 0) ledger.unclaimed[bin] += value
      const assembled = tables.value[cell] - tables.parts[cell]
      const usParts = tables.parts[cell] * tables.shares[cell * originCount]
      ledger.usContent[bin] += worth * (usParts + (o === 0 ? assembled : 0))
      ledger.chineseContent[m] += worth * chineseValue(industry, tables, cell, j, o, assembled)
    }
  }
}

/** What the factors of the customs tables multiply, per vehicle of line j sold in m: thousand USD. */
function unitScale(setting: Setting, state: YearState, m: number, j: number, o: number): number {
  const { scales, industry } = setting
  const cell = m * industry.lines.length + j
  return scales.base[cell] * scales.z[j * placeCount + o] * state.pressure[j] * state.lineStrain[cell]
}

const china = countries.indexOf('CN')

function chineseValue(
  industry: Industry,
  tables: CustomsTables,
  cell: number,
  j: number,
  o: number,
  assembled: number,
): number {
  const parts = tables.parts[cell] * tables.shares[cell * originCount + chineseParts]
  return o === overseasPlace && industry.lineOverseas[j] === china ? parts + assembled : parts
}

/** Parts bought by origin, duties on them, and content of what is built, over all destinations. */
export function addOutput(
  setting: Setting,
  policy: CompiledPolicy,
  plants: PlantState,
  state: YearState,
  ledger: Ledger,
  r: number,
): void {
  const { industry, scales, tables, sourcing } = setting
  const lines = industry.lines.length
  for (const sums of [ledger.built, ledger.regional, ledger.partsBought, ledger.partsDuty]) sums.fill(0)
  for (let j = 0; j < lines; j++) {
    const o = plants.linePlace[j]
    const site = j * placeCount + o
    const i = industry.lineProduct[j]
    const scale = scales.z[site] * state.pressure[j]
    const assembled = setting.assemblyShare * scales.assembly[site]
    for (let m = 0; m < marketCount; m++) {
      const sold = state.weights[m * lines + j] * state.equilibria[m].quantity[i]
      if (!(sold > 0)) continue
      const cell = ((r * marketCount + m) * lines + j) * placeCount + o
      const worth = sold * unitScale(setting, state, m, j, o)
      addParts(policy, ledger, r, o, worth * tables.parts[cell], tables.shares, cell * originCount, worth * assembled)
    }
    const sourced = (r * lines + j) * placeCount + o
    const parts = (1 - setting.assemblyShare) * sourcing.partsCost[sourced]
    const worth = state.exports[j] * scales.baseRow[j] * scale
    if (worth > 0) {
      addParts(policy, ledger, r, o, worth * parts, sourcing.weights, sourced * originCount, worth * assembled)
    }
  }
}

/** Books parts of a given value (duty paid, thousand USD) with their shares by origin. */
function addParts(
  policy: CompiledPolicy,
  ledger: Ledger,
  r: number,
  o: number,
  parts: number,
  shares: Float64Array,
  shareOffset: number,
  assembled: number,
): void {
  ledger.built[o] += parts + assembled
  let regional = o === overseasPlace ? 0 : assembled
  for (let k = 0; k < originCount; k++) {
    const paid = parts * shares[shareOffset + k]
    const rate = policy.partsDuty[(r * placeCount + o) * originCount + k]
    const bought = paid / (1 + rate)
    ledger.partsBought[k] += bought
    ledger.partsDuty[o] += bought * rate
    if (k <= lastRegionalOrigin) regional += paid
  }
  ledger.regional[o] += regional
}

/** Makers' profits from sales in the markets and outside them, less the sunk costs of moves ordered this year. */
export function addProfits(setting: Setting, state: YearState, ledger: Ledger): void {
  const { industry } = setting
  const products = industry.products.length
  ledger.profit.fill(0)
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = state.equilibria[m]
    for (let i = 0; i < products; i++) {
      if (!(quantity[i] > 0)) continue
      const margin = state.price[m][i] - state.productCost[m * products + i]
      ledger.profit[ledger.group[industry.productMaker[i]]] += margin * quantity[i]
    }
  }
  for (let j = 0; j < industry.lines.length; j++) {
    if (state.exports[j] === 0) continue
    const margin = state.rowCost[j] / (setting.rowElasticity - 1)
    ledger.profit[ledger.group[industry.productMaker[industry.lineProduct[j]]]] += margin * state.exports[j]
  }
  for (let group = 0; group < 3; group++) ledger.profit[group] -= ledger.investmentBy[group]
}
