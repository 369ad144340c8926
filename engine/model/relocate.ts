/**
 * Where a maker builds a line from its next redesign on. Section 8 of docs/model.md.
 *
 * `placeProfit` says what each place earns a year under each regime; `redesign` turns profits, beliefs, lags and sunk costs
 * into values.
 */
import { pow } from '../math/elementary.ts'
import { continuationWeights, discountedYears, shortestCycle, type Beliefs } from './beliefs.ts'
import type { DecisionSpace, MovingCosts } from './decision.ts'
import { orderMove, plantWithRoom, type PlantMap, type PlantState } from './plants.ts'
import { bestPlace, carryForward, settleRedesignValues, stepRedesignValues } from './redesign.ts'
import { placeProfit } from './placeProfit.ts'
import type { RegimeOutlook, Setting } from './regimes.ts'
import { overseasPlace, placeCount } from './sets.ts'

/** Volume for which sunk costs are stated. */
export const referenceVolume = 200_000
export const thousandsInBillion = 1e6

/**
 * Decides where line j, now at its place, is built from the coming cycle on.
 *
 * @param r regime in force
 * @param t year of the decision
 * @param premium factor on the sunk cost of moving now (1 at a redesign)
 * @returns the place; `space.gain[0]` is what going there is worth over staying, thousand USD
 */
export function decidePlace(
  setting: Setting,
  map: PlantMap,
  plants: PlantState,
  outlook: RegimeOutlook,
  beliefs: Beliefs,
  costs: MovingCosts,
  space: DecisionSpace,
  j: number,
  volume: number,
  r: number,
  t: number,
  cycle: number,
  premium: number,
): number {
  const origin = plants.linePlace[j]
  space.gain[0] = 0
  if (!cheaperElsewhere(outlook, space, setting.industry.lines.length, j, origin)) return origin
  if (!profitsElsewhere(setting, plants, outlook, space, j, origin)) return origin
  findDestinations(setting, map, plants, costs, space, j, volume, origin)
  valueRedesign(beliefs, costs, space, t, cycle)
  const { flow, sunk, carried, gain } = space
  return bestPlace(placeCount, space.inPlayCount, flow, sunk, carried, origin, space.position[r], premium, gain)
}

/**
 * Whether some place open to the line has a lower mean cost than where it is, under any regime in play. Where none has, its
 * maker does not study a move.
 */
function cheaperElsewhere(
  outlook: RegimeOutlook,
  space: DecisionSpace,
  lines: number,
  j: number,
  origin: number,
): boolean {
  for (let q = 0; q < space.inPlayCount; q++) {
    const start = (space.inPlay[q] * lines + j) * placeCount
    for (let o = 0; o < placeCount; o++) if (outlook.index[start + o] < outlook.index[start + origin]) return true
  }
  return false
}

/** Fills profits; false when staying earns at least as much everywhere, so that no value needs to be computed. */
export function profitsElsewhere(
  setting: Setting,
  plants: PlantState,
  outlook: RegimeOutlook,
  space: DecisionSpace,
  j: number,
  origin: number,
): boolean {
  const { profit, inPlay, inPlayCount } = space
  let better = false
  for (let q = 0; q < inPlayCount; q++) {
    const stay = placeProfit(setting, plants, outlook, inPlay[q], j, origin)
    profit[origin * inPlayCount + q] = stay
    for (let o = 0; o < placeCount; o++) {
      if (o === origin) continue
      const open = setting.scales.z[j * placeCount + o] < Infinity
      const there = open ? placeProfit(setting, plants, outlook, inPlay[q], j, o) : 0
      profit[o * inPlayCount + q] = there
      if (open && there > stay) better = true
    }
  }
  return better
}

/** Sunk cost, lag and plant for a move to each place. */
export function findDestinations(
  setting: Setting,
  map: PlantMap,
  plants: PlantState,
  costs: MovingCosts,
  space: DecisionSpace,
  j: number,
  volume: number,
  origin: number,
): void {
  const { industry } = setting
  const maker = industry.productMaker[industry.lineProduct[j]]
  const size = pow(Math.max(volume, 1) / referenceVolume, costs.volumePower) * thousandsInBillion
  for (let to = 0; to < placeCount; to++) {
    const open = setting.scales.z[j * placeCount + to] < Infinity
    const slot = open && to !== overseasPlace ? plantWithRoom(map, plants, maker, to, volume) : -1
    const existing = slot >= 0 || to === overseasPlace || to === origin
    space.slot[to] = slot
    space.lag[to] = existing ? costs.lagExisting : costs.lagNew
    const sunk = open ? size * (existing ? costs.sunkExisting : costs.sunkNew) : Infinity
    for (let from = 0; from < placeCount; from++) space.sunk[from * placeCount + to] = from === to ? 0 : sunk
  }
}

/** Values of being at each place at a redesign, and the flows of the coming cycle, as seen from year t. */
export function valueRedesign(
  beliefs: Beliefs,
  costs: MovingCosts,
  space: DecisionSpace,
  t: number,
  cycle: number,
): void {
  const { inPlayCount: regimes, flow, sunk, continuation, values, carried } = space
  const offset = (cycle - shortestCycle) * regimes * regimes
  values.fill(0)
  let redesigns = 0
  while (t + redesigns * cycle < beliefs.settledFrom) redesigns++
  weighYears(beliefs, costs, space, t + redesigns * cycle, cycle)
  settleRedesignValues(placeCount, regimes, flow, sunk, continuation, offset, values, carried)
  // Before the chain settles each redesign has its own probabilities: step back from one to the one before.
  for (let n = redesigns - 1; n >= 0; n--) {
    weighYears(beliefs, costs, space, t + n * cycle, cycle)
    if (n === 0) carryForward(placeCount, regimes, continuation, offset, values, carried)
    else stepRedesignValues(placeCount, regimes, flow, sunk, continuation, offset, values, carried, values)
  }
}

/** Discounted expected profit of a cycle that starts in year t, for every move: at the old place until the lag is over. */
function weighYears(
  beliefs: Beliefs,
  costs: MovingCosts,
  space: DecisionSpace,
  t: number,
  cycle: number,
): void {
  const regimes = space.inPlayCount
  const square = regimes * regimes
  const { profit, flow, early, late } = space
  const set = yearWeights(beliefs, costs, space, t, cycle)
  for (let from = 0; from < placeCount; from++) {
    for (let to = 0; to < placeCount; to++) {
      const matrix = (set * 2 + (space.lag[to] === costs.lagExisting ? 0 : 1)) * square
      for (let r = 0; r < regimes; r++) {
        let sum = 0
        for (let next = 0; next < regimes; next++) {
          const cell = matrix + r * regimes + next
          sum += early[cell] * profit[from * regimes + next] + late[cell] * profit[to * regimes + next]
        }
        flow[(from * placeCount + to) * regimes + r] = sum
      }
    }
  }
}

/** Works out the weights of a cycle from year t unless they are there; returns their position, one for each cycle. */
export function yearWeights(beliefs: Beliefs, costs: MovingCosts, space: DecisionSpace, t: number, cycle: number): number {
  const set = cycle - shortestCycle
  if (space.weighedYear[set] === t) return set
  const square = space.inPlayCount * space.inPlayCount
  continuationWeights(beliefs, t, cycle, costs.discount, space.whole, 0)
  keepInPlay(beliefs.regimes, space, space.continuation, set * square)
  for (let kind = 0; kind < 2; kind++) {
    const lag = Math.min(kind === 0 ? costs.lagExisting : costs.lagNew, cycle)
    const matrix = (set * 2 + kind) * square
    discountedYears(beliefs, t, 0, lag, costs.discount, space.whole, 0)
    keepInPlay(beliefs.regimes, space, space.early, matrix)
    discountedYears(beliefs, t, lag, cycle, costs.discount, space.whole, 0)
    keepInPlay(beliefs.regimes, space, space.late, matrix)
  }
  space.weighedYear[set] = t
  return set
}

/** Rows and columns of the regimes in play. */
function keepInPlay(regimes: number, space: DecisionSpace, target: Float64Array, offset: number): void {
  const { inPlay, inPlayCount, whole } = space
  for (let q = 0; q < inPlayCount; q++) {
    for (let next = 0; next < inPlayCount; next++) {
      target[offset + q * inPlayCount + next] = whole[inPlay[q] * regimes + inPlay[next]]
    }
  }
}

/** Carries a decision out. Returns the slot of the destination (-1 overseas) and books nothing else. */
export function carryOutMove(
  setting: Setting,
  plants: PlantState,
  space: DecisionSpace,
  j: number,
  place: number,
  t: number,
  volume: number,
): number {
  return orderMove(setting.industry, plants, j, place, space.slot[place], t + Math.max(1, space.lag[place]), volume)
}

