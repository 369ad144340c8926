/**
 * What the page, the study's worker and the hands tell each other. All are plain data, so that they can be posted.
 *
 * One worker conducts: it holds the library, compiles scenarios, hands blocks of replicates to the hands, and makes pictures of
 * what has come back. A hand is a worker that computes blocks and nothing else. They talk to the conductor by a channel of their
 * own, so that no block passes through the page.
 */
import type { GivenSettings } from '../data/pageData.ts'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import type { ParameterLaws } from '../../../engine/model/draws/parameterLaws.ts'
import type { ClosureForm, CompiledScenario, DemandKind } from '../../../engine/model/inputs/policy.ts'
import type { Sampling } from '../../../engine/math/sampling.ts'
import type { ThrownError } from '../../../engine/run/failures.ts'
import type { Block, ResultShape } from '../../../engine/run/layout.ts'
import type { LeverSettings } from '../../../scenarios/levers/lever.ts'
import type { ParameterRow } from '../../../scenarios/parameters/parameterRows.ts'
import type { Report } from '../../data/report.ts'
import type { PageScenario } from '../data/pageData.ts'

/** One end of a channel. */
export interface Port {
  /** @param handed buffers that go over to the other side without a copy */
  readonly post: (message: unknown, handed?: readonly ArrayBuffer[]) => void
  readonly listen: (hear: (message: unknown) => void) => void
}

/** Forms of the model that hold for all replicates. */
export interface HeldForms {
  readonly demand?: DemandKind
  readonly closure?: ClosureForm
}

/** What decides the numbers of a study. */
export interface StudySettings {
  /** Names of scenarios. */
  readonly baseline: string
  readonly option: string
  /** By id, those that are not where the option has them. */
  readonly levers: LeverSettings
  /** By name of a parameter, the values at which they are held. */
  readonly held: Readonly<Record<string, number>>
  /** By name of a parameter, between which values its law is cut: the least and the greatest that are drawn. */
  readonly narrowed: Readonly<Record<string, readonly [number, number]>>
  /** In place of the forms of the model that scenarios state. */
  readonly forms: HeldForms
  /** Undefined for the scenario's own. */
  readonly seed: number | undefined
  readonly replicates: number
}

/** A scenario as the page lists it. */
export interface Listed {
  readonly name: string
  readonly title: string
  readonly question: string
  /** Name of what it is compared with where nobody says otherwise. */
  readonly baseline: string
  /** Whether the page was given it, and does not have it from the library. */
  readonly isOwn: boolean
}

/** From the page to the conductor. */
export type ToConductor =
  /** @param given see `Given`; both packed */
  | { readonly kind: 'data'; readonly data: string; readonly given: string }
  /** Comes with the port of a hand: a new one, or the one that takes its place. */
  | { readonly kind: 'hand'; readonly hand: number }
  /** Scenarios that somebody gives the page, beside the library from now on. */
  | { readonly kind: 'add'; readonly scenarios: readonly PageScenario[] }
  /** Whatever is in flight for another study is dropped; one of the same settings goes on. @param families of outcomes that its pictures need */
  | {
      readonly kind: 'study'
      readonly study: number
      readonly settings: StudySettings
      readonly families: readonly string[]
    }
  /** Nobody looks at the page, or somebody does again: a study that is begun rests meanwhile. */
  | { readonly kind: 'rest'; readonly isResting: boolean }
  /** What is there of the study is shown at once with the rows of these families, and so are its next pictures. */
  | { readonly kind: 'families'; readonly study: number; readonly families: readonly string[] }
  | { readonly kind: 'question'; readonly number: number; readonly question: Question }

/** From the conductor to the page. */
export type FromConductor =
  /** It has the data, and needs no turn of the page's thread before it is ready. */
  | { readonly kind: 'awake' }
  | {
      readonly kind: 'ready'
      readonly version: string
      readonly listed: readonly Listed[]
      /** Option that the page was opened with, and what it stands at. */
      readonly opened?: string
      readonly settings?: GivenSettings
    }
  /** Comes before the first picture. */
  | { readonly kind: 'begun'; readonly study: number; readonly begun: Begun }
  /** What can be chosen, after scenarios were added. */
  | { readonly kind: 'listed'; readonly listed: readonly Listed[] }
  /** Nothing can be computed here. @param message in words for people */
  | { readonly kind: 'unable'; readonly message: string }
  | { readonly kind: 'picture'; readonly study: number; readonly picture: Picture }
  /** The study cannot be carried out as it is asked for. @param message in words for people */
  | { readonly kind: 'refused'; readonly study: number; readonly message: string }
  /** A hand that has not answered for long: it is to be ended, and another to take its place. */
  | { readonly kind: 'silent'; readonly hand: number }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'unanswered'; readonly number: number; readonly message: string }

/** What can be changed in the option of a study. */
export interface Begun {
  /** By id, what each lever stands at in the option as it is in its file; none for those that it has nothing for. */
  readonly stands: LeverSettings
  /** Uncertain parameters with the laws of the option, held ones as they are held. */
  readonly parameters: readonly ParameterRow[]
  readonly seed: number
}

/** What a study has come to so far. */
export interface Picture {
  readonly settings: StudySettings
  /** With the rows of the families that were asked for. */
  readonly report: Report
  /** True when no more replicates come. */
  readonly isWhole: boolean
}

/** What can be asked beside the study itself. A kind has its answer in `questions.ts`. */
export type Question =
  /** The report of the study that runs, as far as it is, with all outcomes. */
  | { readonly kind: 'report' }
  /** What is chosen as files of scenarios. */
  | { readonly kind: 'scenario files'; readonly settings: StudySettings }

/** What a hand is told of a study. */
export interface HandPart {
  readonly part: number
  readonly laws: ParameterLaws
  readonly scenarios: readonly CompiledScenario[]
  readonly seed: number
  readonly sampling: Sampling
  readonly shape: ResultShape
}

/** From the conductor to a hand. */
export type ToHand =
  | { readonly kind: 'industry'; readonly industry: Industry }
  | { readonly kind: 'part'; readonly setup: HandPart }
  | { readonly kind: 'block'; readonly part: number; readonly block: Block }

/** From a hand to the conductor. */
export type FromHand =
  | {
      readonly kind: 'block'
      readonly part: number
      readonly block: Block
      readonly values: Float64Array<ArrayBuffer>
      readonly thrown: readonly ThrownError[]
    }
  /** It could not be computed: no memory, or a fault of the program. */
  | { readonly kind: 'broken'; readonly part: number; readonly block: Block; readonly message: string }
