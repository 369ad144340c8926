/** A tariff on vehicles from Mexico and Canada that is threatened: its rate, what it spares, its chances, and how belief in it fades. */
import type { Regime, ScenarioFile } from '../file/scenario.ts'
import { foreseen, withPossible, type Foreseen } from './chances.ts'
import type { Access } from './lever.ts'
import { madeRegimes } from './made.ts'
import { neighbourTariff, withNeighbourTariff } from './neighbourTariffs.ts'
import { regimeNameOn, regimeOn } from './regimes.ts'

/** What a threatened tariff leaves alone. */
export type Spared = 'nothing' | 'us-content' | 'agreement'

interface Threat extends Foreseen {
  readonly rate: number
  readonly spares: Spared
  /** Quiet years that the first belief is worth; 0 where it does not fade. */
  readonly fades: number
}

const usualThreat: Threat = {
  rate: 0.25,
  spares: 'nothing',
  chance: 0,
  back: 0.15,
  lag: 0,
  isReal: false,
  fades: 0,
}

function threatIn(content: ScenarioFile, day: string): Threat {
  const rules = content.policy?.regimes?.[madeRegimes.threatened] ?? undefined
  const chances = foreseen(content, madeRegimes.threatened, day)
  if (rules === undefined || chances === undefined) return usualThreat
  const learning = content.policy?.beliefs?.learning
  const isLearnt = learning?.threats?.[regimeNameOn(content.policy ?? {}, day)]?.includes(madeRegimes.threatened)
  return { ...chances, ...tariffIn(rules, day), fades: isLearnt === true ? (learning?.weight ?? 0) : 0 }
}

function tariffIn(rules: Regime, day: string): Pick<Threat, 'rate' | 'spares'> {
  const { claimed, chargedOn, unclaimed } = neighbourTariff(rules, 'MX', day)
  const spares = chargedOn === 'nonUsContent' ? 'us-content' : claimed < unclaimed ? 'agreement' : 'nothing'
  return { rate: unclaimed, spares }
}

function withThreat(content: ScenarioFile, threat: Threat, day: string): ScenarioFile {
  const { rate, spares, fades } = threat
  const claimed = spares === 'agreement' ? 0 : rate
  const chargedOn = spares === 'us-content' ? 'nonUsContent' : 'value'
  const rules = (['MX', 'CA'] as const).reduce(
    (changed, origin) => withNeighbourTariff(changed, origin, { claimed, chargedOn, unclaimed: rate }, day),
    regimeOn(content, day),
  )
  const description = 'As in force, with the threatened tariff on vehicles from Mexico and Canada'
  const possible = { ...threat, name: madeRegimes.threatened, rules: { ...rules, description } }
  return withFading(withPossible(content, possible, day), threat.chance > 0 ? fades : 0, day)
}

function withFading(content: ScenarioFile, weight: number, day: string): ScenarioFile {
  const { policy = {} } = content
  const { learning, ...beliefs } = policy.beliefs ?? {}
  const { [regimeNameOn(policy, day)]: own, ...others } = learning?.threats ?? {}
  const rest = (own ?? []).filter((name) => name !== madeRegimes.threatened)
  const named = weight > 0 ? [...rest, madeRegimes.threatened] : rest
  const threats = { ...others, ...(named.length > 0 ? { [regimeNameOn(policy, day)]: named } : {}) }
  const kept =
    Object.keys(threats).length === 0 ? {} : { learning: { threats, weight: weight > 0 ? weight : learning?.weight } }
  return { ...content, policy: { ...policy, beliefs: { ...beliefs, ...kept } } }
}

/** One part of the threat; the others stay as they are. */
export function ofThreat<Key extends keyof Threat>(key: Key): Access<ScenarioFile, Threat[Key]> {
  return {
    read: (content, day) => threatIn(content, day)[key],
    write: (content, value, day) => withThreat(content, { ...threatIn(content, day), [key]: value }, day),
  }
}
