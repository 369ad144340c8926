/** From what the engine computed to the report of a run or comparison, and of a sweep. */
import { rootKey } from '../../engine/math/streams.ts'
import { growingColumns } from '../../engine/run/growingColumns.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { caveatsOf } from './caveats.ts'
import { type DecisionStudy, decisionStudy } from './decisions.ts'
import { type FormRow, formRows } from './forms.ts'
import { notFiniteNotes } from './notFinite.ts'
import { type PairingRow, pairingRows } from './pairing.ts'
import { drawnGroups } from './parameterGroups.ts'
import { type PrecisionReport, precisionReport } from '../../studies/plan/precisionQuestion.ts'
import { type Report, buildReport } from './report.ts'
import { judgedOutcomes, lastYearColumns, keptPosition } from '../../studies/folder/runColumns.ts'
import { type SweepReport, sweepReport } from './sweepReport.ts'
import { reproduceLine } from '../../studies/plan/commandLine.ts'
import type { PlannedStudy } from '../../studies/plan/plans.ts'
import { questionOf } from '../../studies/plan/precisionRule.ts'
import { type TargetRow, targetRows, withoutRepeats } from './targets.ts'
import { type View, viewOutcomes } from './view.ts'
import { partDraws } from '../../studies/folder/draws.ts'

export interface StudyResults extends PlannedStudy {
  /** One for each part that was begun; the last may be unfinished. */
  readonly results: readonly MonteCarloResult[]
  /** How the program is called, for the line that gives the same numbers again. */
  readonly program: string
  /** The country from whose side the report is told; undefined where none was asked for. */
  readonly view?: View | undefined
  /** True to work out the value of information about every outcome, however long it takes. */
  readonly information: boolean
}

/** The report of a run or a comparison. */
export function studyReport(study: StudyResults): Report {
  const { inputs, results } = study
  const programmes = inputs.scenarios.map(({ name, compiled }) => ({ name, programmes: compiled.policy.programmes }))
  const decisions = partDecisions(study, 0)
  const report = buildReport(factsOf(study, 0), inputs.industry, results[0], programmes)
  return {
    ...report,
    caveats: [...notFiniteNotes(inputs.derived, report), ...report.caveats],
    ...precisionPart(study, 0),
    ...(decisions.length === 0 ? {} : { decisions }),
    ...targetsPart(study, 1),
    ...formsPart(study, 0),
    ...pairingPart(study, 0),
  }
}

/** The report of a sweep, and each of its parts as a report of its own: its baseline and its points. */
export function sweepReports(study: StudyResults): { readonly report: SweepReport; readonly parts: readonly Report[] } {
  const { inputs, plan, results, program } = study
  const parts = results
    .filter(({ replicates }) => replicates > 0)
    .map((result, part) => ({
      ...buildReport(factsOf(study, part), inputs.industry, result, []),
      ...pairingPart(study, part),
    }))
  const baseline = inputs.scenarios[plan.parts[0].baseline].name
  // Parts of a run that ends by its precision have numbers of replicates of their own, which the file's rule finds again.
  const replicates = plan.precision === undefined ? plan.replicates : undefined
  const reproduce = `${reproduceLine(program, plan, replicates)}${viewWords(study.view)}`
  const precision = parts.flatMap((_, part) => precisionPart(study, part).precision ?? [])
  const decisions = parts.map((_, part) => partDecisions(study, part))
  const whole = sweepReport(plan, plan.levers ?? [], baseline, reproduce, parts)
  const report: SweepReport = {
    ...whole,
    caveats: [...parts.flatMap((part) => notFiniteNotes(inputs.derived, part)), ...whole.caveats],
    ...(precision.length === 0 ? {} : { precision }),
    ...(decisions.every((studies) => studies.length === 0) ? {} : { decisions }),
    ...targetsPart(study, parts.length),
  }
  return { report, parts }
}

function factsOf(
  { inputs, plan, results, program, view }: StudyResults,
  part: number,
): Parameters<typeof buildReport>[0] {
  const { scenarios, baseline } = plan.parts[part]
  return {
    name: inputs.name,
    scenarios: scenarios
      .map((s) => inputs.scenarios[s])
      .map(({ name, title, question, note }) => ({ name, title, question, note })),
    baseline: scenarios.indexOf(baseline),
    seed: plan.seed,
    replicatesAsked: plan.replicates,
    reproduce: `${reproduceLine(program, plan, results[part].replicates)}${viewWords(view)}`,
    ...(view === undefined ? {} : { view }),
    caveats: caveatsOf({ inputs, plan }),
    ...(plan.notes === undefined ? {} : { notes: plan.notes }),
    shownFirst: inputs.outcomes,
    evidence: inputs.evidence,
    parameters: inputs.parameters,
  }
}

function viewWords(view: View | undefined): string {
  return view === undefined ? '' : ` --view ${view}`
}

/** What is found under each form of the model, where replicates draw several. */
function formsPart(study: StudyResults, part: number): { readonly forms?: readonly FormRow[] } {
  const rows = formRows(study, part, study.view ?? 'US')
  return rows.length === 0 ? {} : { forms: rows }
}

/** Precision of a part, where the plan asks for one. */
function precisionPart(
  { inputs, plan, results }: StudyResults,
  part: number,
): { readonly precision?: readonly PrecisionReport[] } {
  if (plan.precision === undefined) return {}
  return {
    precision: [precisionReport(questionOf(inputs, plan, plan.precision, part), growingColumns(), results[part])],
  }
}

/** Chances of missing what was asked for, of the first `count` parts. */
function targetsPart({ plan, results }: StudyResults, count: number): { readonly targets?: readonly TargetRow[] } {
  if (plan.targets === undefined) return {}
  return { targets: withoutRepeats(results.slice(0, count).flatMap((result, part) => targetRows(plan, part, result))) }
}

/** What common draws are worth, where replicates are independent. */
function pairingPart(
  { inputs, plan, results }: StudyResults,
  part: number,
): { readonly pairing?: readonly PairingRow[] } {
  if (plan.sampling.kind !== 'monte-carlo') return {}
  const names = plan.parts[part].scenarios.map((s) => plan.scenarios[s].name)
  return { pairing: pairingRows(results[part], names, inputs.outcomes) }
}

/** One scenario alone leaves nothing to choose. */
const fewestOptions = 2
/** With fewer, what knowing a group of parameters is worth is worked out where it is asked for. */
const severalOptions = 3

/**
 * Values of information about groups of parameters are worked out for as many outcomes as this number of replicates
 * times options allows, which takes some seconds; for all where `information` is set.
 */
const affordableReplicates = 10_000

/** A study for each outcome that the options are judged by; none where there are too few options to choose from. */
function partDecisions(study: StudyResults, part: number): readonly DecisionStudy[] {
  const { inputs, plan, results } = study
  const { scenarios, baseline } = plan.parts[part]
  if (scenarios.length < fewestOptions) return []
  const result = results[part]
  const names = scenarios.map((s) => plan.scenarios[s].name)
  const outcomes = judgedOutcomes(result, study.view === undefined ? inputs.outcomes : viewOutcomes(study.view))
  const affordable = names.length < severalOptions ? 0 : affordableOutcomes(result, plan.parts.length)
  const informed = study.information ? outcomes.length : affordable
  const groups = informed > 0 ? drawnGroups(partDraws(study, part)) : undefined
  const year = inputs.industry.baseYear + (result.shape.kept.years.at(-1) ?? 0)
  return outcomes.flatMap((outcome, n) => {
    const columns = lastYearColumns(result, names, keptPosition(result, outcome))
    const wanted = n < informed ? groups : undefined
    return decisionStudy(columns, scenarios.indexOf(baseline), outcome, year, wanted, rootKey(plan.seed)) ?? []
  })
}

function affordableOutcomes({ replicates, shape }: MonteCarloResult, parts: number): number {
  return Math.floor(affordableReplicates / (replicates * shape.scenarios * parts))
}
