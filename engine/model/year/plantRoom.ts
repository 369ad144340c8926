/** Plants against their ceilings: what `ceilings` works on, and keeps from year to year. Section 10 of docs/model.md. */
import { createSlackSearch, type SlackSearch } from '../../math/slackSearch.ts'
import { marketCount } from '../inputs/sets.ts'

/** Plants against their ceilings, and the shadow prices that keep them there. */
export interface PlantRoom {
  /** [slot] thousand USD per vehicle; 0 where a plant has room. */
  readonly shadow: Float64Array
  /** [slot] vehicles a year: the ceiling, and what is built. */
  readonly limit: Float64Array
  readonly volume: Float64Array
  /** [slot] shadow price that takes about all of a plant's output away, in the first place: what the search counts in. */
  readonly unit: Float64Array
  /** [slot] what is too much at no shadow price, as a logarithm; and the level that it last came to, a multiple. */
  readonly over: Float64Array
  readonly gain: Float64Array
  /** [market x product] what buyers pay over what makers ask, thousand USD. */
  readonly premium: Float64Array
  /** [market x product] what makers ask this year; [market x line] shares of lines as makers would have them. */
  readonly asked: Float64Array
  readonly aimed: Float64Array
  readonly search: SlackSearch
  /** 1 where some shadow price is above 0. */
  scarce: number
  /** 1 where the search of the year has moved products between plants. */
  moved: number
}

/** Room for so many plant slots. */
export function createPlantRoom(slots: number, products: number, lines: number): PlantRoom {
  const perSlot = (): Float64Array => new Float64Array(slots)
  return {
    shadow: perSlot(),
    limit: perSlot(),
    volume: perSlot(),
    unit: perSlot(),
    over: perSlot(),
    gain: perSlot(),
    premium: new Float64Array(marketCount * products),
    asked: new Float64Array(marketCount * products),
    aimed: new Float64Array(marketCount * lines),
    search: createSlackSearch(slots),
    scarce: 0,
    moved: 0,
  }
}

/** Nothing is scarce. */
export function relaxPlants(room: PlantRoom): void {
  room.shadow.fill(0)
  room.premium.fill(0)
  room.scarce = 0
}

/** Starts a history: nothing is scarce, and nothing is known of scarcity. */
export function resetPlantRoom(room: PlantRoom): void {
  relaxPlants(room)
  room.gain.fill(1)
}
