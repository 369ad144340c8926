/**
 * The large arrays in which the economy of a scenario is worked on. Scenarios of a run are worked out one after another, and nothing
 * in these arrays goes from one replicate to the next, so that scenarios of the same size can take turns in the same ones: the
 * points of a sweep, of which there may be thousands. (Cells that are never written, and stay barred, are those of lines and
 * places of the industry, whatever the policy.)
 */
import { type Sourcing, createSourcing } from '../content/sourcing.ts'
import { type CustomsTables, createCustomsTables } from '../customs/customsTables.ts'
import type { SubsidySpace } from '../customs/subsidies.ts'
import { type CompiledScenario, ruleSetCount } from '../inputs/policy.ts'
import { createRegimeOutlook, type RegimeOutlook } from '../relocation/outlook.ts'
import { createMarketMemory, type MarketMemory } from '../year/quotaYear.ts'
import { createYearState, type YearState } from '../year/yearState.ts'
import type { SharedIndustry } from './sharedIndustry.ts'

export interface Room {
  readonly sourcing: Sourcing
  readonly tables: CustomsTables
  readonly outlook: RegimeOutlook
  readonly year: YearState
  readonly memory: MarketMemory
}

/** Rooms that scenarios take turns in, by what their size hangs on. */
export type Rooms = Map<string, Room>

/** A room of one scenario alone. */
export function createRoom(
  scenario: CompiledScenario,
  { setting, structure, map }: SharedIndustry,
  subsidies: SubsidySpace | undefined,
): Room {
  const { policy } = scenario
  const { industry } = setting
  const lines = industry.lines.length
  const year = createYearState(industry, structure, map.slots, subsidies)
  return {
    sourcing: createSourcing(ruleSetCount(policy), lines),
    tables: createCustomsTables(policy, lines),
    outlook: createRegimeOutlook(industry, structure, policy.regimes.length, subsidies),
    year,
    memory: createMarketMemory(year),
  }
}

/** The room that scenarios of the same size take turns in. A scenario with subsidies, quotas or entrants has one of its own. */
export function roomInTurns(
  scenario: CompiledScenario,
  shared: SharedIndustry,
  subsidies: SubsidySpace | undefined,
  rooms: Rooms,
): Room {
  const { policy, entrants } = scenario
  if (subsidies !== undefined || policy.quotas.length > 0 || entrants !== undefined) {
    return createRoom(scenario, shared, subsidies)
  }
  const key = [policy.regimes.length, ruleSetCount(policy), policy.spells?.sets.length ?? 0].join(' ')
  const room = rooms.get(key) ?? createRoom(scenario, shared, undefined)
  rooms.set(key, room)
  return room
}
