/**
 * Calibration of one replicate: demand and costs under which the industry of the base year, with its drawn sales, is an
 * equilibrium in which no line would earn more elsewhere. Section 7 of docs/model.md.
 */
import { resetClosure } from '../cost/closure.ts'
import { rowCostAt } from '../cost/costAt.ts'
import { scaleAssembly, scaleBaseCosts } from '../cost/cost.ts'
import { scaleLocations } from '../cost/costIndex.ts'
import { marketCount } from '../inputs/sets.ts'
import { calibrateDemand } from '../market/calibrateDemand.ts'
import { chooseDemand } from '../market/demand.ts'
import { notCalibrated } from '../market/demandLimits.ts'
import type { Elasticities } from '../market/market.ts'
import { resetPlants } from '../plants/plantState.ts'
import { anchorLocations } from '../relocation/anchor.ts'
import type { ReplicateParameters } from './drawnParameters.ts'
import type { Economy } from './economy.ts'
import { pricePolicy, setParameters } from './pricePolicy.ts'
import type { Workspace } from './workspace.ts'

/**
 * Calibrates the workspace's industry to the replicate's draws.
 *
 * @returns false where the drawn parameters cannot reproduce the base year
 */
export function calibrateIndustry(workspace: Workspace, parameters: ReplicateParameters): boolean {
  const { demand } = workspace.economies[0].scenario
  for (const market of workspace.markets) chooseDemand(market, demand === 'drawn' ? parameters.forms.demand : demand)
  return calibrateMarkets(workspace, parameters.elasticities) && calibrateCosts(workspace, parameters)
}

/**
 * Demand in each market from base-year prices and the drawn sales; costs of products from prices less markups. Returns false
 * where the drawn elasticities allow no such demand.
 */
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

/**
 * Base-year markups of market m [type], thousand USD, from which searches for prices start. All products of a type have the
 * same markup, so that the first one sold gives it; 0 where none is sold, and the search starts from nothing.
 */
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

/**
 * Cost scales, base-year delivered costs and location efficiencies, all under the base policy (regime 0). Returns false where
 * the drawn parameters cannot reproduce the base year.
 */
function calibrateCosts(workspace: Workspace, parameters: ReplicateParameters): boolean {
  const { industry, geography, scales, draws, productCost } = workspace
  const [first] = workspace.economies
  // The base year is that in which nothing has answered yet.
  resetClosure(first.setting.closure)
  scaleAssembly(industry, geography, parameters.labourScale, scales.assembly)
  pricePolicy(workspace, first, parameters, 0, 1)
  if (!scaleBaseCosts(industry, geography, first.tables, productCost, draws.sales, scales)) return false
  scaleLocations(workspace.base, draws.sales, draws.locationGap)
  baseCosts(workspace, parameters)
  resetPlants(industry, first.plants, draws.capacity, workspace.baseOutput)
  resetSearches(workspace, first)
  return anchorLocations({ setting: workspace.base, plants: first.plants, outlook: first.outlook })
}

/** Shares of lines in their products, and delivered costs, in the base year, into the calibrated setting. */
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

/**
 * Starts all searches for prices from the markups of the replicate's own base year, so that its results do not depend on the
 * replicate before it.
 */
export function resetSearches(workspace: Workspace, { outlook, year }: Economy): void {
  const { types } = workspace.structure
  for (const equilibria of [outlook.equilibria, year.equilibria]) {
    equilibria.forEach((equilibrium, n) => {
      const m = n % marketCount
      equilibrium.typeMarkup.set(workspace.baseMarkup.subarray(m * types, (m + 1) * types))
      if (workspace.structure.groups > 0) startProducts(workspace, m, equilibrium.markup)
    })
  }
}

/** Base-year markups of market m, product by product, thousand USD; 0 where none is sold. */
function startProducts({ industry, productSales, productCost }: Workspace, m: number, markup: Float64Array): void {
  const offset = m * markup.length
  for (let i = 0; i < markup.length; i++) {
    markup[i] = productSales[offset + i] > 0 ? industry.price[offset + i] - productCost[offset + i] : 0
  }
}
