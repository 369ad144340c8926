/** What shadow prices of full plants do to the split of products and to what buyers pay: see `ceilings`. Section 10 of docs/model.md. */
import { pow } from '../../math/elementary.ts'
import type { Setting } from '../cost/setting.ts'
import { marketCount } from '../inputs/sets.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { YearState } from './yearState.ts'

// A constant of this file's own: that of another one is read from memory in every round of a loop.
const markets = marketCount

/** Moves products with several lines away from full plants. */
export function shiftWeights(setting: Setting, plants: PlantState, state: YearState): void {
  const { severalLines, weights, plantRoom } = state
  const { shadow, aimed } = plantRoom
  const { lineOff } = setting.industry
  const lines = plants.lineSlot.length
  for (let n = 0; n < severalLines.length; n++) {
    const first = lineOff[severalLines[n]]
    const last = lineOff[severalLines[n] + 1]
    const short = isShort(shadow, plants.lineSlot, first, last)
    if (!short && plantRoom.moved === 0) continue
    for (let offset = 0; offset < markets * lines; offset += lines) {
      for (let cell = offset + first; cell < offset + last; cell++) weights[cell] = aimed[cell]
      if (short) shiftProduct(setting, plants, state, offset, first, last)
    }
    if (short) plantRoom.moved = 1
  }
}

/** Whether a shadow price stands at a plant of these lines. */
function isShort(shadow: Float64Array, lineSlot: Int32Array, from: number, to: number): boolean {
  for (let j = from; j < to; j++) if (lineSlot[j] >= 0 && shadow[lineSlot[j]] > 0) return true
  return false
}

/** The same for lines from..to-1 of one product in the market whose cells begin at `offset`. */
function shiftProduct(
  { thetaSplit }: Setting,
  { lineSlot }: PlantState,
  { weights, lineCost, plantRoom: { shadow } }: YearState,
  offset: number,
  from: number,
  to: number,
): void {
  let total = 0
  for (let j = from; j < to; j++) {
    const cell = offset + j
    const over = lineSlot[j] >= 0 && weights[cell] > 0 ? shadow[lineSlot[j]] : 0
    if (over > 0) weights[cell] *= pow(1 + over / lineCost[cell], -thetaSplit)
    total += weights[cell]
  }
  if (total === 0) return
  for (let cell = offset + from; cell < offset + to; cell++) weights[cell] /= total
}

/** Mean shadow prices of products over their lines. */
export function spreadPremium(setting: Setting, plants: PlantState, { weights, plantRoom }: YearState): void {
  const { premium, shadow } = plantRoom
  const { lineProduct, products } = setting.industry
  const { lineSlot } = plants
  const lines = lineSlot.length
  premium.fill(0)
  for (let j = 0; j < lines; j++) {
    const slot = lineSlot[j]
    if (slot < 0 || shadow[slot] === 0) continue
    for (let m = 0; m < markets; m++)
      premium[m * products.length + lineProduct[j]] += weights[m * lines + j] * shadow[slot]
  }
}

/** Takes what buyers pay over what makers ask off the prices of one market, those charged and those that makers want. */
export function takeOffPremium(
  premium: Float64Array,
  start: number,
  charged: Float64Array,
  wanted: Float64Array,
): void {
  for (let i = 0; i < charged.length; i++) {
    const over = premium[start + i]
    if (over === 0) continue
    charged[i] -= over
    wanted[i] -= over
  }
}
