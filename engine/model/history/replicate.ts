/**
 * One replicate: draw, calibrate, and run every scenario on the same draws. Sections 7, 12 and 14 of docs/model.md.
 */
import type { Key } from '../../math/streams.ts'
import { anchorLocations } from '../relocation/anchor.ts'
import { copyBaseRegime } from '../customs/baseRegime.ts'
import { calibrateDemand, notCalibrated } from '../market/calibrateDemand.ts'
import { scaleAssembly, scaleBaseCosts } from '../cost/cost.ts'
import { scaleLocations, indexLines } from '../cost/costIndex.ts'
import { drawReplicate } from '../draws/draws.ts'
import { prepareEntry } from '../entry/entryCosts.ts'
import { runHistory } from './history.ts'
import type { HistoryListener } from './listener.ts'
import type { Elasticities } from '../market/market.ts'
import { pricePolicy, setParameters, priceSubsidies } from './pricePolicy.ts'
import { rowCostAt } from '../cost/costAt.ts'
import { resetPlants } from '../plants/plantState.ts'
import { replicateStatus } from '../accounts/results.ts'
import { marketCount } from '../inputs/sets.ts'
import type { Workspace, ScenarioSpace } from './workspace.ts'
import { readParameters, type ReplicateParameters } from './drawnParameters.ts'

/** Runs replicate number `replicate` through every scenario of the workspace, and fills `workspace.results`. */
export function runReplicate(workspace: Workspace, root: Key, replicate: number, listeners?: HistoryListener[]): void {
  const { draws } = workspace
  drawReplicate(workspace, root, replicate, draws)
  const parameters = readParameters(draws.parameters)
  const calibrated = calibrateMarkets(workspace, parameters.elasticities) && calibrateCosts(workspace, parameters)
  workspace.spaces.forEach((space, s) => {
    const result = workspace.results[s]
    if (!calibrated) {
      result.status = replicateStatus.calibration
      return
    }
    prepareScenario(workspace, space, parameters)
    const { costs } = parameters
    runHistory({ workspace, space, costs, listener: listeners?.[s] }, result)
    if (result.status === replicateStatus.good && !allFinite(result.outcomes)) {
      result.status = replicateStatus.nonFinite
    }
  })
}

function allFinite(values: Float64Array): boolean {
  for (let n = 0; n < values.length; n++) if (!Number.isFinite(values[n])) return false
  return true
}

/** Demand in each market from base-year prices and the drawn sales; costs of products from prices less markups. */
function calibrateMarkets(workspace: Workspace, elasticities: Elasticities): boolean {
  const { industry, draws, productSales, productCost } = workspace
  const lines = industry.lines.length
  const products = industry.products.length
  workspace.baseOutput.set(industry.exports)
  let possible = true
  for (let m = 0; m < marketCount; m++) {
    for (let i = 0; i < products; i++) {
      let sold = 0
      for (let j = industry.lineOff[i]; j < industry.lineOff[i + 1]; j++) {
        sold += draws.sales[m * lines + j]
        workspace.baseOutput[j] += draws.sales[m * lines + j]
      }
      productSales[m * products + i] = sold
    }
    const offset = m * products
    const status = calibrateDemand(
      workspace.markets[m],
      elasticities,
      industry.price,
      productSales,
      productCost,
      offset,
    )
    if (status >= notCalibrated) possible = false
    keepMarkups(workspace, m)
  }
  return possible
}

/** Markups of types in the base year: price less cost of any product sold; 0 where none is, which is no warm start. */
function keepMarkups(workspace: Workspace, m: number): void {
  const { industry, structure, productSales, productCost, baseMarkup } = workspace
  const offset = m * structure.products
  for (let n = 0; n < structure.types; n++) {
    baseMarkup[m * structure.types + n] = 0
    for (let i = structure.typeOff[n]; i < structure.typeOff[n + 1]; i++) {
      if (productSales[offset + i] === 0) continue
      baseMarkup[m * structure.types + n] = industry.price[offset + i] - productCost[offset + i]
      break
    }
  }
}

/** Cost scales, base-year delivered costs and location efficiencies, all under the base policy (regime 0). */
function calibrateCosts(workspace: Workspace, parameters: ReplicateParameters): boolean {
  const { industry, geography, scales, draws, productCost } = workspace
  const [first] = workspace.spaces
  scaleAssembly(industry, geography, parameters.labourScale, scales.assembly)
  pricePolicy(workspace, first, parameters, 0, 1)
  if (!scaleBaseCosts(industry, geography, first.tables, productCost, draws.sales, scales)) return false
  scaleLocations(workspace.base, draws.sales, draws.locationGap)
  baseCosts(workspace, parameters)
  resetPlants(industry, first.plants, draws.capacity, workspace.baseOutput)
  resetSearches(workspace, first)
  return anchorLocations({ setting: workspace.base, plants: first.plants, outlook: first.outlook })
}

/** Shares of lines in their products, and delivered costs, in the base year. */
function baseCosts(workspace: Workspace, parameters: ReplicateParameters): void {
  const { industry, draws, productSales, productCost, base: setting } = workspace
  const lines = industry.lines.length
  const products = industry.products.length
  for (let cell = 0; cell < marketCount * products; cell++) {
    setting.cost0[cell] = productSales[cell] > 0 ? productCost[cell] : 0
  }
  setParameters(setting, parameters)
  for (let j = 0; j < lines; j++) {
    for (let m = 0; m < marketCount; m++) {
      const sold = productSales[m * products + industry.lineProduct[j]]
      setting.share0[m * lines + j] = sold > 0 ? draws.sales[m * lines + j] / sold : 0
    }
    setting.rowCost0[j] = rowCostAt(setting, 0, j, industry.linePlace[j])
  }
}

/** Every replicate begins from its own base year, whatever replicate came before it. */
function resetSearches(workspace: Workspace, { outlook, year }: ScenarioSpace): void {
  const { types } = workspace.structure
  for (const equilibria of [outlook.equilibria, year.equilibria]) {
    equilibria.forEach((equilibrium, n) => {
      const m = n % marketCount
      equilibrium.typeMarkup.set(workspace.baseMarkup.subarray(m * types, (m + 1) * types))
    })
  }
}

/** All regimes' costs of one scenario. */
function prepareScenario(workspace: Workspace, space: ScenarioSpace, parameters: ReplicateParameters): void {
  const { outlook } = space
  const [first] = workspace.spaces
  setParameters(space.setting, parameters)
  resetSearches(workspace, space)
  const lines = workspace.industry.lines.length
  const { outside } = space.setting.quotas ?? {}
  if (space !== first) copyBaseRegime(first, space, lines, space.sameProgramme)
  if (space !== first && outside !== undefined) copyBaseRegime(first, outside, lines, space.sameProgramme)
  pricePolicy(workspace, space, parameters, 1, outlook.regimes)
  priceSubsidies(space.setting, parameters)
  // The index is of lines as they were calibrated, before entrants change the scenario's own scales.
  const calibrated = { ...space.setting, scales: workspace.scales }
  for (let r = 0; r < outlook.regimes; r++) indexLines(calibrated, workspace.draws.sales, r, outlook.index)
  if (space.entry === undefined) return
  prepareEntry(workspace, space.setting, space.entry, outlook.regimes)
  // Once more, for now entrants have their programmes.
  priceSubsidies(space.setting, parameters)
}
