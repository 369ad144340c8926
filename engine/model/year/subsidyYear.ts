/**
 * Subsidies to buyers in a year's markets and books. Sections 4 and 6 of docs/model.md; see `subsidies` for what they do.
 *
 * Prices are sticky for makers, not for the state: a new subsidy lowers what buyers pay by all of itself at once, and makers
 * then move their prices towards the new target as they do after any change of cost.
 */
import type { PlantState } from '../plants/plantState.ts'
import type { Setting } from '../cost/setting.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'
import type { SubsidySpace } from '../customs/subsidies.ts'
import type { YearState } from './yearState.ts'

/** Starts a history: nothing is paid beyond the base year. */
export function resetSubsidies(subsidies: SubsidySpace): void {
  subsidies.line.fill(0)
  subsidies.product.fill(0)
  subsidies.before.fill(0)
}

/** Begins a year under regime r: subsidies of lines where they are now, and what products got last year. */
export function beginSubsidies(setting: Setting, subsidies: SubsidySpace, plants: PlantState, r: number): void {
  const lines = setting.industry.lines.length
  subsidies.before.set(subsidies.product)
  for (let cell = 0; cell < marketCount * lines; cell++) {
    const site = cell * placeCount + plants.linePlace[cell % lines]
    subsidies.line[cell] = subsidies.added[r * marketCount * lines * placeCount + site]
  }
}

/** Takes each product's mean subsidy, over its lines as they are split now, off its unit cost. */
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
