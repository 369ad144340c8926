/**
 * Subsidies to buyers in a year's markets and books. Sections 4 and 6 of docs/model.md; see `subsidies` for what they do.
 *
 * Prices are sticky for makers, not for the state: a new subsidy lowers what buyers pay by all of itself at once, and makers
 * then move their prices towards the new target as they do after any change of cost.
 */
import type { Ledger } from './ledger.ts'
import type { PlantState } from './plants.ts'
import type { Setting } from './regimes.ts'
import { marketCount, placeCount } from './sets.ts'
import type { SubsidySpace } from './subsidies.ts'
import type { YearState } from './yearState.ts'

/** Starts a history: nothing is paid beyond the base year. */
export function forgetSubsidies(subsidies: SubsidySpace): void {
  subsidies.line.fill(0)
  subsidies.product.fill(0)
  subsidies.before.fill(0)
}

/** Sums of lines where they are this year under regime r, and what products got last year. */
export function openSubsidies(setting: Setting, subsidies: SubsidySpace, plants: PlantState, r: number): void {
  const lines = setting.industry.lines.length
  subsidies.before.set(subsidies.product)
  for (let cell = 0; cell < marketCount * lines; cell++) {
    const site = cell * placeCount + plants.linePlace[cell % lines]
    subsidies.line[cell] = subsidies.added[r * marketCount * lines * placeCount + site]
  }
}

/** Takes each product's mean subsidy at its present split off its unit cost. */
export function subsidiseProducts(setting: Setting, subsidies: SubsidySpace, state: YearState): void {
  const { industry } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  for (let m = 0; m < marketCount; m++) {
    for (let i = 0; i < products; i++) {
      let mean = 0
      for (let j = industry.lineOff[i]; j < industry.lineOff[i + 1]; j++) {
        mean += state.weights[m * lines + j] * subsidies.line[m * lines + j]
      }
      subsidies.product[m * products + i] = mean
      state.productCost[m * products + i] -= mean
    }
  }
}

/** Buyers' prices of one market at unchanged prices of makers. */
export function passSubsidies({ product, before }: SubsidySpace, start: number, price: Float64Array): void {
  for (let i = 0; i < price.length; i++) price[i] -= product[start + i] - before[start + i]
}

/** Adds up what buyers were paid in each market under regime r, thousand USD. */
export function addSubsidies(setting: Setting, plants: PlantState, state: YearState, ledger: Ledger, r: number): void {
  const { industry, subsidies } = setting
  ledger.subsidies.fill(0)
  if (subsidies === undefined) return
  const lines = industry.lines.length
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = state.equilibria[m]
    for (let j = 0; j < lines; j++) {
      const cell = m * lines + j
      const each = subsidies.paid[(r * marketCount * lines + cell) * placeCount + plants.linePlace[j]]
      const sold = state.weights[cell] * quantity[industry.lineProduct[j]]
      if (each > 0 && sold > 0) ledger.subsidies[m] += sold * each
    }
  }
}
