/**
 * The last year's plants and lines in whole numbers, whose sums over replicates are exact in any order: see `results`.
 */
import { placeCount } from '../inputs/sets.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { AccountedEconomy } from './accountedEconomy.ts'
import { type ReplicateResult, plantTally, plantTallyCount } from './results.ts'

type TalliedEconomy = Pick<AccountedEconomy, 'setting' | 'plants' | 'year'>

/**
 * Fills `result.plants` and `result.lines`.
 *
 * @param baseOutput [line] output of the base year, vehicles
 */
export function tallyPlants(economy: TalliedEconomy, baseOutput: Float64Array, result: ReplicateResult): void {
  const { setting, plants, year } = economy
  const { industry } = setting
  result.plants.fill(0)
  result.lines.fill(0)
  for (let slot = 0; slot < plants.capacity.length; slot++) {
    const row = slot * plantTallyCount
    result.plants[row + plantTally.active] = plants.lineCount[slot] > 0 ? 1 : 0
    result.plants[row + plantTally.closed] = plants.closed[slot]
    result.plants[row + plantTally.opened] = plants.opened[slot] > 0 ? 1 : 0
    result.plants[row + plantTally.gained] = plants.gained[slot] > 0 ? 1 : 0
    result.plants[row + plantTally.lost] = plants.lost[slot] > 0 ? 1 : 0
    result.plants[row + plantTally.idled] = isIdled(plants, slot) ? 1 : 0
  }
  for (let j = 0; j < industry.lines.length; j++) {
    addWhole(result.plants, plants.lineSlot[j] * plantTallyCount + plantTally.output, year.output[j])
    addWhole(result.plants, industry.linePlant[j] * plantTallyCount + plantTally.baseOutput, baseOutput[j])
    result.lines[j * placeCount + plants.linePlace[j]] = 1
  }
}

/** A plant that has had a line, has none in the last year, and is not closed for good. */
function isIdled(plants: PlantState, slot: number): boolean {
  return plants.lineCount[slot] === 0 && plants.closed[slot] === 0 && plants.lost[slot] > 0
}

/** Adds a line's volume in whole vehicles. Plants overseas are not tallied: their position is negative. */
function addWhole(target: Float64Array, position: number, volume: number): void {
  if (position >= 0) target[position] += Math.round(volume)
}
