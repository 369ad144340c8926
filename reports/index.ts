/**
 * Plantshift from TypeScript: `import { run, compare, sweep } from 'plantshift'`. See docs/library.md.
 *
 * Studies as the commands make them come first; what they are made of follows. The pure engine alone, which also runs in a
 * browser, is `plantshift/engine`.
 */

// Studies: scenarios by name or path, replicates on threads, a report as plain data
export {
  compare,
  run,
  sweep,
  type ColumnRequest,
  type ComparisonOptions,
  type ScenarioStudy,
  type StudyOptions,
  type SweepStudy,
} from './library.ts'
export type { ComparisonRow, Report, SummaryRow } from './data/report.ts'
export type { SweepLever } from '../studies/plan/runPlan.ts'
export type { SweepPoint, SweepReport } from './data/sweepReport.ts'
export type { RunPlanFile } from '../studies/plan/runPlan.ts'

// A report in the forms that the commands write
export { reportJson } from './tables/json.ts'
export { compareCsv, summaryCsv } from './tables/csv.ts'
export { terminalText } from './text/terminal.ts'
export { designCsv, sweepCsv } from './tables/sweepCsv.ts'

// Scenarios, the industry, the laws of parameters
export * from '../scenarios/index.ts'

// The engine, its statistics, sensitivity, discovery and decisions
export * from '../engine/index.ts'
