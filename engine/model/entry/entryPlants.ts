/**
 * Plants and sunk costs of an entrant's choices: its own plant with room, one bought from another maker (idle, or for
 * sale), or a new one; and what it costs to come into a market. Section 9 of docs/model.md.
 */
import { pow } from '../../math/elementary.ts'
import { type MovingCosts, referenceVolume, thousandsInBillion } from '../relocation/decision.ts'
import { mayBuildAt } from './entryCosts.ts'
import { entryStateCount, type EntrySpace, entryMarketCount, isOpenMarket } from './entrySpace.ts'
import { type PlantMap, newPlantSlot } from '../plants/plantMap.ts'
import type { PlantState } from '../plants/plantState.ts'
import { leastRoom } from '../plants/plantMoves.ts'
import type { Setting } from '../cost/setting.ts'
import { placeCount, overseasPlace } from '../inputs/sets.ts'

const states = entryStateCount
const noSlot = -1
/** Dealers and homologation are paid for at least so many vehicles a year: no one comes with a handful. Judgement. */
const leastEntryVolume = 20_000

/** Plant, lag and sunk cost of each state's place, and of every change of state. */
export function costStates(
  setting: Setting,
  map: PlantMap,
  plants: PlantState,
  costs: MovingCosts,
  entry: EntrySpace,
  e: number,
  t: number,
): void {
  const { industry } = setting
  const { choice, parameters } = entry
  const { volume, lag, slot, plantCost, sunk } = choice
  const maker = industry.productMaker[industry.lineProduct[entry.policy.lines[e]]]
  for (let state = 0; state < states; state++) {
    const o = state % placeCount
    const size = sizeOf(volume[state], costs)
    plantCost[state] = Infinity
    slot[state] = noSlot
    lag[state] = costs.lagExisting
    if (!mayBuildAt(industry, entry, e, o)) continue
    const needed = volume[state]
    const isAbroad = o === overseasPlace
    const own = isAbroad ? noSlot : ownPlant(industry, map, plants, entry, maker, o, needed)
    const bought = isAbroad || own >= 0 ? noSlot : plantForSale(setting, plants, entry, maker, o, needed, t)
    const isNew = !isAbroad && own < 0 && bought < 0
    slot[state] = own >= 0 ? own : bought
    if (isNew) lag[state] = costs.lagNew
    plantCost[state] = size * (isNew ? costs.sunkNew : bought >= 0 ? parameters.idlePlantCost : costs.sunkExisting)
  }
  for (let from = 0; from < states; from++) {
    for (let to = 0; to < states; to++) sunk[from * states + to] = changeCost(setting, costs, entry, e, from, to)
  }
}

/** Thousand USD for each billion at the reference volume. */
function sizeOf(volume: number, costs: MovingCosts): number {
  return pow(Math.max(volume, 1) / referenceVolume, costs.volumePower) * thousandsInBillion
}

function changeCost(
  { industry }: Setting,
  costs: MovingCosts,
  entry: EntrySpace,
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
    total += entry.parameters.marketEntryCost * sizeOf(Math.max(sold, leastEntryVolume), costs)
  }
  return total
}

/** Slot of a plant of the maker's own with room, bought ones included, or -1. Plants never built do not count. */
function ownPlant(
  industry: Setting['industry'],
  map: PlantMap,
  plants: PlantState,
  entry: EntrySpace,
  maker: number,
  o: number,
  volume: number,
): number {
  let best = noSlot
  let mostRoom = leastRoom * volume
  for (let slot = 0; slot < map.slots; slot++) {
    if (map.place[slot] !== o || plants.closed[slot] === 1 || plants.capacity[slot] === 0) continue
    const isData = slot < industry.plants.length
    if (isData && industry.plants[slot].status === 'planned') continue
    const isOwn = isData ? industry.plants[slot].maker === maker : slot === newPlantSlot(industry, maker, o)
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
  { industry }: Setting,
  plants: PlantState,
  entry: EntrySpace,
  maker: number,
  o: number,
  volume: number,
  t: number,
): number {
  const { forSale } = entry.policy
  let best = noSlot
  let mostRoom = leastRoom * volume
  for (let slot = 0; slot < industry.plants.length; slot++) {
    const plant = industry.plants[slot]
    if (plant.place !== o || plant.maker === maker || plant.status === 'planned') continue
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
