/** Announced changes of plants, as a scenario file states them. Section 10 of docs/model.md. */
import type { Market } from '../../engine/model/inputs/sets.ts'

/** A plant that is not in the data: all new plants of a maker in a country are one. */
export interface NewPlant {
  readonly maker: string
  readonly country: Market
}

/** One announcement: exactly one of `move`, `capacity`, `close` and `open`. */
export interface PlantEvent {
  readonly date: string
  /** A line, by its id as in `toyota-tacoma@MX-TOY-BAJ`, goes to a plant of its maker or to a new one. */
  readonly move?: { readonly line: string; readonly to: string | NewPlant } | undefined
  /** Vehicles a year by which a plant's capacity changes. */
  readonly capacity?: { readonly plant: string; readonly change: number } | undefined
  /** A plant, by id, closes for good. */
  readonly close?: string | undefined
  /** A new plant opens with this many vehicles a year. */
  readonly open?: (NewPlant & { readonly capacity: number }) | undefined
  readonly source?: string | undefined
}

/** The kinds of announcements, in the order in which they are read aloud. */
export const plantEventKinds = ['move', 'capacity', 'close', 'open'] as const
