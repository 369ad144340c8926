/** The optional parts of a stored report, and of the files of findings, read back field by field. */
import type {
  Interval,
  SensitivityPart,
  FactorRow,
  FailureBox,
  DiscoveryPart,
  SweepCurve,
  SweepPoint,
  ReportParts,
} from '../data/parts.ts'
import { objectOf, number, type Reader, text, optional, listOf, truth } from './shape.ts'

const interval = objectOf<Interval>({ low: number, high: number })

export const sensitivityReader: Reader<SensitivityPart> = objectOf<SensitivityPart>({
  method: text,
  unit: text,
  meaning: text,
  scenario: text,
  against: optional(text),
  outcome: text,
  year: number,
  factors: listOf(
    objectOf<FactorRow>({ factor: text, title: text, index: number, interval, isSeen: truth, words: text }),
  ),
  runs: number,
  reproduce: text,
})

const limit = objectOf<FailureBox['limits'][number]>({
  factor: text,
  title: text,
  unit: text,
  low: number,
  high: number,
})

export const discoveryReader: Reader<DiscoveryPart> = objectOf<DiscoveryPart>({
  option: text,
  event: text,
  cases: number,
  ofInterest: number,
  leftOut: number,
  boxes: listOf(objectOf<FailureBox>({ sentence: text, density: number, coverage: number, limits: listOf(limit) })),
  reproduce: text,
})

export const curveReader: Reader<SweepCurve> = objectOf<SweepCurve>({
  lever: text,
  leverUnit: text,
  others: text,
  outcome: text,
  unit: text,
  points: listOf(objectOf<SweepPoint>({ level: number, mean: number, error: interval, spread: interval })),
  words: listOf(text),
  reproduce: optional(text),
  peak: optional(
    objectOf<NonNullable<SweepCurve['peak']>>({
      kind: (value, path) => text(value, path) as NonNullable<SweepCurve['peak']>['kind'],
      level: number,
      interval,
    }),
  ),
})

export const parts: Reader<ReportParts> = objectOf<ReportParts>({
  sensitivity: optional(sensitivityReader),
  discovery: optional(discoveryReader),
  sweep: optional(listOf(curveReader)),
})
