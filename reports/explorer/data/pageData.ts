/**
 * What the page is given with its program: the industry and the library, as the code that reads files has loaded and checked
 * them. Made at build time by `writePageData.ts`; read in the browser.
 */
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import type { ResolvedPolicy, ResolvedScenario } from '../../../scenarios/file/resolved.ts'
import type { Regime } from '../../../scenarios/file/scenario.ts'
import type { EvidenceRow } from '../../../scenarios/industry/evidence.ts'
import type { LeverSettings } from '../../../scenarios/levers/lever.ts'
import type { FinishedStudy } from './finishedStudy.ts'

/** A resolved scenario without what all have in common, and without the files of whoever built it. */
export interface PageScenario extends Pick<
  ResolvedScenario,
  'name' | 'title' | 'question' | 'content' | 'from' | 'to'
> {
  readonly policy: ResolvedPolicy
  /** Name of what it is compared with where nobody says otherwise. */
  readonly baseline: string
  /** The same for what changes it by levers. */
  readonly baselineOfChanges: string
  /** What is unusual in it, in words. */
  readonly warnings: readonly string[]
}

export interface PageData {
  /** Of the program. */
  readonly version: string
  readonly industry: Industry
  readonly evidence: readonly EvidenceRow[]
  /** Policy of the base year. */
  readonly baseRegime: Regime
  /** In the order of their names; replications of papers are left out. */
  readonly scenarios: readonly PageScenario[]
}

/** What a page stands at when it is opened without a link: levers by their ids, parameters held by their names. */
export interface GivenSettings {
  readonly levers: LeverSettings
  readonly held: Readonly<Record<string, number>>
}

/** What a page is opened with beside the library, by whoever serves or writes it. */
export type Given =
  | { readonly kind: 'nothing'; readonly settings?: GivenSettings }
  /** The page opens with it as the option; its baseline is one of the library or comes along. */
  | {
      readonly kind: 'scenario'
      readonly scenarios: readonly PageScenario[]
      readonly option: string
      readonly settings?: GivenSettings
    }
  /** A study that has been run (`explore OUT`), shown before the explorer itself. */
  | { readonly kind: 'finished'; readonly study: FinishedStudy }

/** The scenario as `scenarios/compile` takes it. */
export function resolvedScenario(scenario: PageScenario, baseRegime: Regime): ResolvedScenario {
  const { name, title, question, content, from, to, policy } = scenario
  return {
    name,
    kind: 'scenario',
    title,
    question,
    content,
    policy,
    baseRegime,
    from,
    to,
    files: [],
    warnings: [],
  }
}

/** The same the other way. @param baselines as in `PageScenario` */
export function pageScenario(
  resolved: ResolvedScenario,
  baselines: Pick<PageScenario, 'baseline' | 'baselineOfChanges'>,
): PageScenario {
  const { name, title, question, content, from, to, policy, warnings } = resolved
  return {
    name,
    title,
    question,
    content,
    from,
    to,
    policy,
    ...baselines,
    warnings: warnings.map(({ message }) => message),
  }
}
