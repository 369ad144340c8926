/**
 * Plants and sunk costs of an entrant's choices: its own plant with room, one bought from another maker (idle, or for
 * sale), or a new one; and what it costs to come into a market. Section 9 of docs/model.md.
 */
import { type DecidingEconomy, type MovingCosts, type Occasion, sunkCostScale } from '../relocation/decision.ts'
import { mayBuildAt } from './entryCosts.ts'
import { entryStateCount, type EntryState, entryMarketCount, isOpenMarket } from './entryState.ts'
import { newPlantSlot } from '../plants/plantMap.ts'
import { leastRoom } from '../plants/plantMoves.ts'
import type { Industry } from '../inputs/industry.ts'
import { placeCount, overseasPlace } from '../inputs/sets.ts'

const states = entryStateCount
const noSlot = -1
/** Dealers and homologation cost at least what they cost for so many vehicles a year. A judgement. */
const leastEntryVolume = 20_000

/**
 * Fills the plants, lags, sunk costs of plants and sunk costs of every change of state in `entry.choice`. Reads the volumes
 * there, which `profitStates` has filled.
 */
export function costStates(economy: DecidingEconomy, entry: EntryState, { line, year, costs }: Occasion): void {
  const { industry } = economy.setting
  const { volume, lag, slot, plantCost, sunk } = entry.choice
  const e = entry.entrantOf[line]
  const maker = industry.productMaker[industry.lineProduct[line]]
  for (let state = 0; state < states; state++) {
    const place = state % placeCount
    plantCost[state] = Infinity
    slot[state] = noSlot
    lag[state] = costs.lagExisting
    if (!mayBuildAt(industry, entry, e, place)) continue
    const wish = { maker, place, volume: volume[state] }
    const isAbroad = place === overseasPlace
    const own = isAbroad ? noSlot : ownPlant(economy, entry, wish)
    const bought = isAbroad || own >= 0 ? noSlot : plantForSale(economy, entry, wish, year)
    const isNew = !isAbroad && own < 0 && bought < 0
    slot[state] = own >= 0 ? own : bought
    if (isNew) lag[state] = costs.lagNew
    const billion = isNew ? costs.sunkNew : bought >= 0 ? entry.parameters.idlePlantCost : costs.sunkExisting
    plantCost[state] = sunkCostScale(volume[state], costs) * billion
  }
  for (let from = 0; from < states; from++) {
    for (let to = 0; to < states; to++) sunk[from * states + to] = changeCost(industry, entry, costs, e, from, to)
  }
}

/** What an entrant looks for: a plant in a country of the region with room for its volume. */
interface PlantWish {
  readonly maker: number
  readonly place: number
  /** Vehicles a year. */
  readonly volume: number
}

/** Sunk cost of entrant e's change of state, thousand USD; Infinity where it would leave a market or enter a closed one. */
function changeCost(
  industry: Industry,
  entry: EntryState,
  costs: MovingCosts,
  e: number,
  from: number,
  to: number,
): number {
  if (from === to) return 0
  const { plantCost, volume } = entry.choice
  const before = Math.floor(from / placeCount)
  const after = Math.floor(to / placeCount)
  if ((before & ~after) !== 0) return Infinity
  const o = to % placeCount
  let total = from % placeCount === o ? 0 : plantCost[to]
  for (let m = 0; m < entryMarketCount; m++) {
    if ((after & ~before & (1 << m)) === 0) continue
    if (!isOpenMarket(industry, entry.policy, e, m)) return Infinity
    // What the market alone adds to the volume built at the destination.
    const sold = volume[(1 << m) * placeCount + o] - volume[o]
    total += entry.parameters.marketEntryCost * sunkCostScale(Math.max(sold, leastEntryVolume), costs)
  }
  return total
}

/**
 * Slot of the maker's own plant (or one it has bought) with most room, or -1 where none has enough. Plants that the data list
 * as planned do not count.
 */
function ownPlant({ setting, map, plants }: DecidingEconomy, entry: EntryState, wish: PlantWish): number {
  const { industry } = setting
  const { maker, place, volume } = wish
  let best = noSlot
  let mostRoom = leastRoom * volume
  for (let slot = 0; slot < map.slots; slot++) {
    if (map.place[slot] !== place || plants.closed[slot] === 1 || plants.capacity[slot] === 0) continue
    const isData = slot < industry.plants.length
    if (isData && industry.plants[slot].status === 'planned') continue
    const isOwn = isData ? industry.plants[slot].maker === maker : slot === newPlantSlot(industry, maker, place)
    if (!isOwn && entry.buyer[slot] !== maker) continue
    const room = plants.capacity[slot] - plants.load[slot]
    if (room < mostRoom) continue
    best = slot
    mostRoom = room
  }
  return best
}

/** Slot of another maker's plant with room that can be bought in year t, for sale or without a line; -1 for none. */
function plantForSale(
  { setting, plants }: DecidingEconomy,
  entry: EntryState,
  { maker, place, volume }: PlantWish,
  t: number,
): number {
  const { industry } = setting
  const { forSale } = entry.policy
  let best = noSlot
  let mostRoom = leastRoom * volume
  for (let slot = 0; slot < industry.plants.length; slot++) {
    const plant = industry.plants[slot]
    if (plant.place !== place || plant.maker === maker || plant.status === 'planned') continue
    if (plants.closed[slot] === 1 || entry.buyer[slot] >= 0) continue
    const isOffered = forSale[slot] > 0 && forSale[slot] <= t
    const isIdle = plants.lineCount[slot] === 0 && plants.expected[slot] === 0
    const room = plants.capacity[slot] - plants.load[slot]
    if (!(isOffered || isIdle) || room < mostRoom) continue
    best = slot
    mostRoom = room
  }
  return best
}
