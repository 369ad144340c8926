/** What `discover` found in a result folder, with what was asked: plain data that text, JSON and CSV are made from. */
import type { Failing } from '../../engine/analysis/discovery/cases.ts'
import type { Discovery } from '../../engine/analysis/discovery/discover.ts'
import type { Tree } from '../../engine/analysis/discovery/tree.ts'
import type { OutcomeDefinition } from '../../engine/model/outcomes.ts'
import { signedText } from '../numbers.ts'
import type { DiscoverySubject } from '../discoveryText.ts'
import { insideSentence } from '../words.ts'

/** A lever or a parameter by which cases differ. */
export interface DiscoveryFactor {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly kind: 'lever' | 'parameter'
}

export interface DiscoveryStudy {
  /** Scenario, or the sweep all of whose points are cases. */
  readonly option: string
  /** Points whose replicates are cases; 1 for a single scenario. */
  readonly points: number
  readonly replicates: number
  /** Scenario whose outcome is taken off in the same replicate, or undefined where the level is looked at. */
  readonly against: string | undefined
  readonly outcome: OutcomeDefinition
  readonly year: number
  readonly failing: Failing
  readonly factors: readonly DiscoveryFactor[]
  /** Levers that cannot be limits of a box, since their values are words. */
  readonly leversLeftOut: readonly string[]
  readonly discovery: Discovery
  /** Grown by the half that searches, pruned by the other. */
  readonly tree: Tree
  /** [factor] its part in what the tree tells apart. */
  readonly scores: readonly number[]
  readonly seed: number
  /** The command that finds the same again. */
  readonly reproduce: string
}

/** The study as the sentences of a box take it. */
export function discoverySubject(study: DiscoveryStudy): DiscoverySubject {
  return {
    option: study.option,
    event: eventText(study),
    labels: Object.fromEntries(study.factors.map((factor) => [factor.name, factorLabel(factor)])),
  }
}

/** A lever by the name that its author gave it, a parameter by its title, as words inside a sentence. */
function factorLabel({ name, title, kind }: DiscoveryFactor): string {
  return kind === 'lever' ? name : insideSentence(title)
}

/** As in `Vehicles built, MX (vehicles), 2036, less base, is below -1,000,000`. */
export function eventText({ outcome, year, against, failing }: DiscoveryStudy): string {
  const place = outcome.place === '' ? '' : `, ${outcome.place}`
  const less = against === undefined ? '' : `, less ${against},`
  const [side, limit] = 'below' in failing ? ['below', failing.below] : ['above', failing.above]
  const figure = limitText(limit, against !== undefined)
  return `${outcome.label}${place} (${outcome.unit}), ${year}${less} is ${side} ${figure}`
}

function limitText(limit: number, isDifference: boolean): string {
  const digits = String(Math.abs(limit)).split('.')[1]?.length ?? 0
  const text = signedText(limit, -digits)
  return isDifference ? text : text.replace('+', '')
}
