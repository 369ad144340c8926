/**
 * Plantshift from TypeScript: `import { run, compare, sweep } from 'plantshift'`. See docs/library.md.
 *
 * Studies as the commands make them come first; what they are made of follows. The pure engine alone, which also runs in a
 * browser, is `plantshift/engine`; its `discover` and `explain`, which take arrays and a workspace, are there, and here under
 * names of their own.
 */

// Studies: scenarios by name or path, replicates on threads, a report as plain data
export {
  compare,
  resume,
  run,
  sweep,
  type CarryingOptions,
  type ColumnRequest,
  type ComparisonOptions,
  type ResumedStudy,
  type ResumeOptions,
  type ScenarioStudy,
  type StudyOptions,
  type SweepStudy,
} from './library.ts'
export type { ComparisonRow, Report, SummaryRow } from './data/report.ts'
export type { SweepPoint, SweepReport } from './data/sweepReport.ts'
export type { RunPlanFile, SweepLever } from '../studies/plan/runPlan.ts'

// What is asked of a scenario, or of the folder of a result
export {
  sensitivities,
  sensitivity,
  type OutcomeOfYear,
  type SensitivitiesOptions,
  type SensitivityOptions,
  type SensitivityResult,
} from '../studies/sensitivity/sensitivity.ts'
export type { SensitivityStudy } from '../studies/sensitivity/study.ts'
export { explain, type ExplainOptions, type ExplanationStudy } from '../studies/explanation/explain.ts'
export { replay, type ReplayOptions } from '../studies/explanation/replay.ts'
export { replayStored, type StoredReplayOptions } from '../studies/explanation/replayStored.ts'
export { validate, type ValidateOptions, type Verdict } from '../studies/plan/validate.ts'
export { copyData } from '../studies/ownData/copy.ts'
export { checkData, type DataCheck } from '../studies/ownData/check.ts'
export { discover, type DiscoverOptions } from '../studies/discovery/discover.ts'
export type { DiscoveryStudy } from '../studies/discovery/study.ts'
export { optimise, type OptimiseOptions } from '../studies/optimum/optimise.ts'
export type { OptimumStudy } from '../studies/optimum/study.ts'
export { paretoFront, type AskedGoal, type FrontOptions } from '../studies/optimum/front.ts'
export type { FrontStudy } from '../studies/optimum/frontStudy.ts'
export { status, type RunStatus } from '../studies/folder/status.ts'
export { verify, type Verification, type VerifyOptions } from '../studies/folder/verify.ts'
export { exportReplicates, type ExportOptions } from './write/export.ts'
export { table, type TableOptions } from './frames/table.ts'
export type { TableKind } from './frames/columns.ts'
export type { TabledStudy } from './frames/readable.ts'
export type { ReplicateBlock, ReplicateSource } from './frames/source.ts'

// A report in the forms that the commands write
export { reportJson } from './tables/json.ts'
export { compareCsv, summaryCsv } from './tables/csv.ts'
export { terminalText } from './text/terminal.ts'
export { designCsv, sweepCsv } from './tables/sweepCsv.ts'

// Scenarios, the industry, the laws of parameters
export * from '../scenarios/index.ts'

// The engine, its statistics, sensitivity, discovery and decisions
export { discover as discoverBoxes, explain as explainReplicates } from '../engine/index.ts'
export * from '../engine/index.ts'
