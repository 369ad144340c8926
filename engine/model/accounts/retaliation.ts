/**
 * Duties on US farm products by which Canada and Mexico retaliate against a regime: a reduced form. Section 13 of
 * docs/model.md.
 *
 *   exports lost = exports * share hit * (1 - (1 + rate)^-elasticity),   income lost = share * exports lost
 *
 * USDA's account of 2018-19 (Morgan and others 2022, Economic Research Report 304) is where its sizes come from: 13.2 billion
 * USD a year lost on 30.4 billion of exports that met retaliation. Retaliation on vehicles is written in the regime
 * itself, as an additional duty, and works through the model.
 */
import { pow } from '../../math/elementary.ts'
import { marketCount } from '../inputs/sets.ts'
import type { RetaliationRule } from '../inputs/policy.ts'

/** How long each country has been provoked, and what its retaliation costs this year. */
export interface RetaliationState {
  /** [market] years in a row in which a provoking regime has been in force. */
  readonly years: Int32Array
  /** [market] US farm exports lost this year, thousand USD. */
  readonly lost: Float64Array
}

/** No country provoked, no exports lost. */
export function createRetaliation(): RetaliationState {
  return { years: new Int32Array(marketCount), lost: new Float64Array(marketCount) }
}

/** Starts a history: no country has been provoked, and no exports are lost. */
export function resetRetaliation(state: RetaliationState): void {
  state.years.fill(0)
  state.lost.fill(0)
}

/**
 * Counts a year under regime r, and sets `state.lost` to the farm exports lost in it.
 *
 * @param rules one for each country that may retaliate
 * @param uniform [market] uniform number, drawn once a replicate: a provoked country retaliates in all its years, or in none
 * @param exports [market] US farm exports of the base year, thousand USD
 * @param elasticity of farm exports with respect to the price that buyers pay, a positive number
 */
export function retaliate(
  rules: readonly RetaliationRule[],
  r: number,
  uniform: Float64Array,
  exports: Float64Array,
  elasticity: number,
  state: RetaliationState,
): void {
  for (let n = 0; n < rules.length; n++) {
    const { market, probability, lag, rate, share, provoked } = rules[n]
    state.years[market] = provoked[r] === 1 ? state.years[market] + 1 : 0
    const answers = state.years[market] > lag && uniform[market] < probability
    state.lost[market] = answers ? exports[market] * share * (1 - pow(1 + rate, -elasticity)) : 0
  }
}
