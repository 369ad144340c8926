/**
 * What is the same for many scenarios of one study, as for points of a sweep, and is worked out once when they are compiled
 * one after another: the rules of regimes that say the same, and what these leave open to each kind of vehicle.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { type Calendars, createCalendars } from './calendar.ts'
import { openLists, type OpenLists } from './openLists.ts'

export interface CompileMemory {
  readonly calendars: Calendars
  readonly open: OpenLists
}

/** A memory that is empty yet. */
export function createCompileMemory(industry: Industry): CompileMemory {
  return { calendars: createCalendars(), open: openLists(industry) }
}
