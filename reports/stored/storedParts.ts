/** Schemas of the optional parts of a stored report, which are also those of the files of findings. */
import type { Interval } from '../../engine/math/samplingError.ts'
import { schemaOf, z } from '../../scenarios/file/fileKind.ts'
import { storedNumber as number } from '../../scenarios/file/storedJson.ts'
import type { DiscoveryPart, FrontPart, ReportParts, SensitivityPart, SweepCurve, SweepSurface } from '../data/parts.ts'

const text = z.string()
const interval = schemaOf<Interval>()(z.object({ low: number, high: number }))

const factor = z.object({ factor: text, title: text, index: number, interval, isSeen: z.boolean(), words: text })

export const sensitivitySchema: z.ZodType<SensitivityPart> = schemaOf<SensitivityPart>()(
  z.object({
    method: text,
    unit: text,
    meaning: text,
    scenario: text,
    against: text.exactOptional(),
    outcome: text,
    year: number,
    factors: z.array(factor),
    pairs: z.array(factor).exactOptional(),
    runs: number,
    reproduce: text,
  }),
)

const limit = z.object({ factor: text, title: text, unit: text, low: number, high: number })

export const discoverySchema: z.ZodType<DiscoveryPart> = schemaOf<DiscoveryPart>()(
  z.object({
    option: text,
    event: text,
    cases: number,
    ofInterest: number,
    leftOut: number,
    replicates: number.exactOptional(),
    boxes: z.array(
      z.object({
        sentence: text,
        density: number,
        coverage: number,
        curve: z
          .array(z.object({ step: number, density: number, interval, coverage: number, restricted: number }))
          .exactOptional(),
        limits: z.array(limit),
      }),
    ),
    reproduce: text,
  }),
)

export const curveSchema: z.ZodType<SweepCurve> = schemaOf<SweepCurve>()(
  z.object({
    lever: text,
    leverUnit: text,
    others: text,
    outcome: text,
    unit: text,
    outcomeId: text.exactOptional(),
    points: z.array(z.object({ level: number, mean: number, error: interval, spread: interval })),
    words: z.array(text),
    replicates: number.exactOptional(),
    reproduce: text.exactOptional(),
    peak: z.object({ kind: z.enum(['peak', 'trough']), level: number, interval }).exactOptional(),
  }),
)

const surfaceSchema: z.ZodType<SweepSurface> = schemaOf<SweepSurface>()(
  z.object({
    levers: z.array(z.object({ title: text, unit: text, levels: z.array(text) })),
    outcome: text,
    outcomeId: text,
    unit: text,
    cells: z.array(z.object({ at: z.array(number), mean: number, error: interval, spread: interval })),
  }),
)

export const frontSchema: z.ZodType<FrontPart> = schemaOf<FrontPart>()(
  z.object({
    laws: text,
    goals: z.array(z.object({ outcome: text, unit: text, sought: z.enum(['most', 'least']) })),
    words: z.array(text),
    points: z.array(
      z.object({
        number,
        title: text,
        figures: z.array(z.object({ mean: number, error: interval, spread: interval })),
        standing: z.enum(['on the front', 'not settled', 'dominated']),
        chance: number,
        isOnFront: z.boolean(),
        inReplicates: number,
        worstRegret: number,
        keepsAll: z.object({ value: number, low: number, high: number }).exactOptional(),
      }),
    ),
    replicates: number,
    reproduce: text,
  }),
)

export const partsSchema: z.ZodType<ReportParts> = schemaOf<ReportParts>()(
  z.object({
    sensitivity: sensitivitySchema.exactOptional(),
    moreSensitivity: z.array(sensitivitySchema).exactOptional(),
    discovery: discoverySchema.exactOptional(),
    sweep: z.array(curveSchema).exactOptional(),
    surfaces: z.array(surfaceSchema).exactOptional(),
    fronts: z.array(frontSchema).exactOptional(),
  }),
)
