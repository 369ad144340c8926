import type { View } from './view.ts'
import type { EvidenceRow } from '../../scenarios/industry/evidence.ts'
import type { ParameterRow } from '../../scenarios/parameters/parameterRows.ts'

export interface ReportScenario {
  readonly name: string
  readonly title: string
  readonly question: string
  /** What the scenario's author adds in words. */
  readonly note: string
}

/** What was asked, before anything ran. */
export interface RunFacts {
  readonly name: string
  readonly scenarios: readonly ReportScenario[]
  readonly baseline: number
  readonly seed: number
  readonly replicatesAsked: number
  /** Command that gives the same numbers again. */
  readonly reproduce: string
  readonly caveats: readonly string[]
  /** Of these, what is to be known of the choice of the baseline; older results do not tell it apart. */
  readonly notes?: readonly string[]
  /** The country from whose side the report is told, where one was asked for; else it is told for the United States. */
  readonly view?: View
  /** Ids of outcomes that the scenario wants to see first. */
  readonly shownFirst: readonly string[]
  /** What the data rest on, and the uncertain parameters with their laws. */
  readonly evidence: readonly EvidenceRow[]
  readonly parameters: readonly ParameterRow[]
}
