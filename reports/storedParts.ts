/** The optional parts of a stored report, read back field by field. */
import type {
  DecisionPart,
  FactorRow,
  FailureBox,
  Interval,
  ReportParts,
  SensitivityPart,
  SweepCurve,
  SweepPoint,
} from './parts.ts'
import { listOf, number, objectOf, optional, text, type Reader } from './shape.ts'

const interval = objectOf<Interval>({ low: number, high: number })
const factor = objectOf<FactorRow>({ factor: text, title: text, index: number, interval, words: text })
const sensitivity = objectOf<SensitivityPart>({
  method: text,
  scenario: text,
  outcome: text,
  year: number,
  factors: listOf(factor),
})
const limit = objectOf<FailureBox['limits'][number]>({
  factor: text,
  title: text,
  unit: text,
  low: number,
  high: number,
})
const box = objectOf<FailureBox>({
  scenario: text,
  sentence: text,
  failing: text,
  density: number,
  coverage: number,
  limits: listOf(limit),
})
const point = objectOf<SweepPoint>({ level: number, mean: number, error: interval, spread: interval })
const curve = objectOf<SweepCurve>({
  lever: text,
  leverUnit: text,
  outcome: text,
  unit: text,
  points: listOf(point),
  peak: optional(objectOf<NonNullable<SweepCurve['peak']>>({ level: number, interval })),
})
const decisions = objectOf<DecisionPart>({
  year: number,
  rows: listOf(
    objectOf<DecisionPart['rows'][number]>({
      scenario: text,
      outcome: text,
      best: number,
      regret: number,
      regretStandardError: number,
    }),
  ),
})

export const parts: Reader<ReportParts> = objectOf<ReportParts>({
  sensitivity: optional(listOf(sensitivity)),
  discovery: optional(listOf(box)),
  sweep: optional(listOf(curve)),
  decisions: optional(decisions),
})
