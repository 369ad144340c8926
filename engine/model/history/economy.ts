/**
 * The simulated industry of one scenario: what it shares with the other scenarios of a run, and what it has of its own.
 */
import type { AccountedEconomy } from '../accounts/accountedEconomy.ts'
import { matchBaseRegime } from '../customs/baseRegime.ts'
import { type Beliefs, prepareBeliefs } from '../relocation/beliefs.ts'
import type { CustomsInputs } from '../customs/customs.ts'
import type { CustomsTables } from '../customs/customsTables.ts'
import { type EntryState, createEntryState, ownSetting } from '../entry/entryState.ts'
import { createPartsLadder } from '../content/partsLadder.ts'
import { type Learning, createLearning } from '../relocation/learning.ts'
import { createLedger } from '../accounts/ledger.ts'
import { createLocalCosts } from '../customs/localCosts.ts'
import { createPartsCharges } from '../customs/partsClaims.ts'
import { createMetals } from '../customs/metals.ts'
import { createClosure } from '../cost/closure.ts'
import { createPartsFloors } from '../content/partsFloors.ts'
import { createPlantState } from '../plants/plantState.ts'
import { type CompiledScenario, ruleSetCount, setsInOrder } from '../inputs/policy.ts'
import { hasQuota, createQuotaSpace } from '../cost/quotas.ts'
import type { MarketMemory } from '../year/quotaYear.ts'
import type { MarketPace, Setting } from '../cost/setting.ts'
import { createDecisionWork, type DecidingEconomy } from '../relocation/decision.ts'
import { createWelfareState } from '../accounts/welfareState.ts'
import type { Sourcing } from '../content/sourcing.ts'
import { createSubsidySpace, type SubsidySpace } from '../customs/subsidies.ts'
import type { SharedIndustry } from './sharedIndustry.ts'
import { createRoom, type Room, type Rooms, roomInTurns } from './rooms.ts'

/** The simulated industry of one scenario: its policy, its state from year to year, and the arrays that it is worked on in. */
export interface Economy extends AccountedEconomy, DecidingEconomy {
  /** What makers expect now; the same in every year unless they learn. */
  beliefs: Beliefs
  /** What has been learnt from threats that did not land; undefined where makers do not learn. */
  readonly learning: Learning | undefined
  /** The arrays that it is worked on in: `sourcing`, `tables`, `outlook`, `year` and `memory` are its. */
  readonly room: Room
  readonly sourcing: Sourcing
  readonly tables: CustomsTables
  /** Markets of last year, kept while the year's marginal costs under quotas are searched for. */
  readonly memory: MarketMemory
  /** [programme of the first scenario] the same programme in this one, by which regime 0 is copied. */
  readonly sameProgramme: Int16Array
  /** [line] year of the next redesign; and the line's cost over that of its best place when its maker last looked. */
  readonly nextRedesign: Int32Array
  readonly relativeCost: Float64Array
  /** [line] 1 where a plant that closes this year sends it elsewhere. */
  readonly sentElsewhere: Uint8Array
  /** Undefined where no maker may come in. */
  readonly entry: EntryState | undefined
}

/** What a setting holds before its first replicate is drawn. */
const noPace: MarketPace = {
  priceAdjustment: 0,
  dutySpread: 0,
  splitAdjustment: 0,
  overtimeCost: 0,
  plantCeiling: Infinity,
  sourcingAdjustment: 0,
}

/**
 * Room for the economy of one scenario.
 *
 * @param rooms those that it takes turns in with others, where it may
 * @throws Error when it has quotas in the base year, or another base policy than the first scenario
 */
export function createEconomy(scenario: CompiledScenario, shared: SharedIndustry, rooms?: Rooms): Economy {
  const { first, map } = shared
  const { industry } = shared.setting
  const { policy, years } = scenario
  const lines = industry.lines.length
  const regimes = policy.regimes.length
  const sameProgramme = matchBase(scenario, first, lines)
  const entry = createEntryState(industry, scenario, map.slots)
  const subsidies = createSubsidySpace(industry, policy.subsidies)
  const room =
    rooms === undefined ? createRoom(scenario, shared, subsidies) : roomInTurns(scenario, shared, subsidies, rooms)
  const setting = createSetting(scenario, shared, { room, subsidies }, entry)
  const beliefs = prepareBeliefs(policy.belief, regimes, years)
  return {
    scenario,
    map,
    entry,
    beliefs,
    learning: createLearning(policy, beliefs),
    room,
    sourcing: room.sourcing,
    tables: room.tables,
    setting,
    outlook: room.outlook,
    decision: createDecisionWork(regimes),
    sameProgramme,
    plants: createPlantState(industry, map),
    year: room.year,
    memory: room.memory,
    ledger: createLedger(industry),
    welfare: createWelfareState(map.slots),
    nextRedesign: new Int32Array(lines),
    relativeCost: new Float64Array(lines),
    sentElsewhere: new Uint8Array(lines),
  }
}

/** Programmes of the first scenario in this one; refuses a scenario that cannot share the calibration. */
function matchBase(scenario: CompiledScenario, first: CompiledScenario, lines: number): Int16Array {
  if (hasQuota(scenario.policy, 0)) {
    throw new Error(
      `${scenario.name} has quotas in the base year: the industry is calibrated without; begin them later`,
    )
  }
  const sameProgramme = matchBaseRegime(first.policy, scenario.policy, lines)
  if (sameProgramme !== undefined) return sameProgramme
  throw new Error(
    `${scenario.name} and ${first.name} differ in the policy of the base year: the industry is calibrated under one ` +
      'policy, so leave the base regime as it is and change policy from the first simulated year on',
  )
}

interface OwnSpace {
  readonly room: Room
  readonly subsidies: SubsidySpace | undefined
}

/** The setting of one scenario; with entrants it has copies of what they change. */
function createSetting(
  { policy }: CompiledScenario,
  shared: SharedIndustry,
  { room, subsidies }: OwnSpace,
  entry: EntryState | undefined,
): Setting {
  const { industry, scales } = shared.setting
  const lines = industry.lines.length
  const sets = ruleSetCount(policy)
  const programmes = policy.programmes.names.length
  const { sourcing, tables } = room
  const customs: CustomsInputs = {
    industry,
    policy,
    order: setsInOrder(policy),
    floors: createPartsFloors(programmes),
    sourcing,
    metals: createMetals(sets, programmes),
    assembly: scales.assembly,
    ladder: createPartsLadder(),
    assemblyShare: 0,
    theta: 0,
    papers: new Float64Array(lines),
    local: createLocalCosts(sets),
    charges: createPartsCharges(sets),
  }
  const own = entry === undefined ? {} : ownSetting(industry, entry.policy, shared.setting)
  const scalars = { assemblyShare: 0, thetaSplit: 0, rowElasticity: 0, pace: noPace }
  const closure = createClosure(policy.regimes.length)
  const inside = { ...shared.setting, ...own, sourcing, tables, customs, closure, subsidies, ...scalars }
  const quotas = createQuotaSpace(industry, policy, inside, shared.draws.sales)
  return { ...inside, costFactor: quotas?.marginal ?? tables.factor, quotas }
}
