/** What makers have announced of their plants, as the model reads it: see `plants/plantEvents`. Section 10 of docs/model.md. */

/** A line that goes to a slot and runs there from a year on. Years count from the base year; slots are those of `PlantMap`. */
export interface PlantMove {
  readonly line: number
  readonly slot: number
  readonly year: number
}

/** Vehicles a year that a slot gains, or loses where negative, from a year on; a plant that opens is a new one. */
export interface CapacityChange {
  readonly slot: number
  readonly year: number
  readonly change: number
  readonly opens: boolean
}

/** A plant of the data, and the first year without it. */
export interface PlantClosure {
  readonly slot: number
  readonly year: number
}

/** Announcements of a scenario. */
export interface PlantEvents {
  readonly moves: readonly PlantMove[]
  readonly capacity: readonly CapacityChange[]
  readonly closures: readonly PlantClosure[]
}
