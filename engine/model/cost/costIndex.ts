/**
 * The cost index of a line at a place: its delivered cost, a mean over the line's base-year destinations. It tells how far a
 * line has fallen behind its best place, and scales location efficiencies. Sections 5 and 7 of docs/model.md.
 */
import { exp } from '../../math/elementary.ts'
import { rowFactor } from './cost.ts'
import { placeCount, destinationCount, marketCount, rowDestination } from '../inputs/sets.ts'
import type { Setting } from './setting.ts'
import { addedAt } from '../customs/subsidies.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const markets = marketCount
const destinations = destinationCount

/** Parts of a line's cost index, thousand USD per vehicle. */
interface IndexParts {
  /** What the location factor multiplies: the mean cost before freight. */
  scaled: number
  /** Freight less subsidies to buyers. */
  freight: number
}

/**
 * Fills `parts` with the parts of a line's cost index at a place in regime r, means over its base-year destinations. A
 * destination where sale is barred is left out.
 *
 * @param sales [market x line] base-year sales of the replicate
 */
function indexParts(setting: Setting, sales: Float64Array, r: number, j: number, o: number, parts: IndexParts): void {
  const { industry, customs, geography, scales, costFactor, subsidies } = setting
  const lines = industry.lines.length
  const exported = industry.exports[j]
  let volume = exported
  let scaled = exported * scales.baseRow[j] * rowFactor(customs, r, j, o)
  let freight = exported === 0 ? 0 : exported * geography.freight[(j * places + o) * destinations + rowDestination]
  for (let m = 0; m < markets; m++) {
    const sold = sales[m * lines + j]
    const factor = costFactor[((r * markets + m) * lines + j) * places + o]
    if (sold === 0 || factor === Infinity) continue
    volume += sold
    scaled += sold * scales.base[m * lines + j] * factor
    freight += sold * geography.freight[(j * places + o) * destinations + m]
    if (subsidies !== undefined) freight -= sold * addedAt(subsidies, lines, r, m, j, o)
  }
  parts.scaled = volume > 0 ? scaled / volume : 1
  parts.freight = volume > 0 ? freight / volume : 0
}

/**
 * Cost index of every line at every place in one regime, which tells how far a line has fallen behind its best place.
 *
 * @param sales [market x line] base-year sales of the replicate
 * @param target `index` [regime x line x place] receives thousand USD per vehicle, Infinity where the line may not go;
 *   `leastIndex` [regime x line] that of the best place
 */
export function indexLines(
  setting: Setting,
  sales: Float64Array,
  r: number,
  { index, leastIndex }: { readonly index: Float64Array; readonly leastIndex: Float64Array },
): void {
  const { locationFactor } = setting.scales
  const lines = setting.industry.lines.length
  const parts: IndexParts = { scaled: 0, freight: 0 }
  for (let j = 0; j < lines; j++) {
    let least = Infinity
    for (let o = 0; o < places; o++) {
      const location = locationFactor[j * places + o]
      let cost = Infinity
      if (location < Infinity) {
        indexParts(setting, sales, r, j, o, parts)
        cost = location * parts.scaled + parts.freight
      }
      index[(r * lines + j) * places + o] = cost
      least = Math.min(least, cost)
    }
    leastIndex[r * lines + j] = least
  }
}

/** Least location factor: a place abroad cannot be drawn as costing nothing before freight. */
const leastEfficiency = 0.05

/**
 * Location efficiencies from the drawn cost gaps, so that the observed place is the cheapest under the base policy.
 *
 * @param sales [market x line] base-year sales of the replicate
 * @param locationGap [line x place] log cost gap to the observed place, see `location`
 */
export function scaleLocations(setting: Setting, sales: Float64Array, locationGap: Float64Array): void {
  const { industry, scales } = setting
  const parts: IndexParts = { scaled: 0, freight: 0 }
  for (let j = 0; j < industry.lines.length; j++) {
    const home = industry.linePlace[j]
    indexParts(setting, sales, 0, j, home, parts)
    const index = parts.scaled + parts.freight
    for (let o = 0; o < places; o++) {
      const gap = locationGap[j * places + o]
      if (o === home) scales.locationFactor[j * places + o] = 1
      else if (gap === Infinity) scales.locationFactor[j * places + o] = Infinity
      else {
        indexParts(setting, sales, 0, j, o, parts)
        scales.locationFactor[j * places + o] = Math.max(
          leastEfficiency,
          (index * exp(gap) - parts.freight) / parts.scaled,
        )
      }
    }
  }
}
