/** The shape of a `design`: how many replicates, how they are drawn, and when they are enough. */
import { mostGroups } from '../../../engine/math/sampling.ts'
import { z, schemaOf } from '../fileKind.ts'
import {
  type PrecisionTarget,
  precisionDefaults,
  type DesignBlock,
  samplers,
  samplingDefaults,
} from '../../parameters/sampling.ts'

export const targetSchema: z.ZodType<PrecisionTarget> = schemaOf<PrecisionTarget>()(
  z.strictObject({
    outcome: z.string().min(1).meta({ description: 'Id, as in output.US' }),
    year: z.int().optional().meta({ description: 'Calendar year; the last if left out' }),
    statistic: z.enum(['mean', 'median', 'low', 'high', 'difference', 'probabilityBetter']).optional().meta({
      description: 'low and high: 5% and 95% quantiles; difference and probabilityBetter: against the baseline',
    }),
    halfWidth: z.number().positive().meta({ description: "Half of the Monte Carlo interval, in the outcome's unit" }),
    confidence: z
      .number()
      .min(0.5)
      .max(0.999)
      .optional()
      .meta({ description: `Of the interval; ${precisionDefaults.confidence} if left out` }),
  }),
)
const count = z.int().min(1).max(1e9)

export const designSchema: z.ZodType<DesignBlock> = schemaOf<DesignBlock>()(
  z.strictObject({
    replicates: count.nullish(),
    seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullish(),
    sampler: z.enum(samplers).nullish().meta({ description: 'How parameters are drawn; by themselves monte-carlo' }),
    strata: z
      .int()
      .min(1)
      .max(mostGroups)
      .nullish()
      .meta({ description: `Replicates of one Latin hypercube; ${samplingDefaults.strata} if left out` }),
    scramblings: z
      .int()
      .min(1)
      .max(mostGroups)
      .nullish()
      .meta({ description: `Independent scramblings of Sobol' points; ${samplingDefaults.scramblings} if left out` }),
    until: z
      .array(targetSchema)
      .min(1)
      .nullish()
      .meta({ description: 'Go on until all of these are known to within halfWidth' }),
    min: count.nullish().meta({ description: `Fewest replicates, with until; ${precisionDefaults.min} if left out` }),
    max: count.nullish().meta({ description: `Most replicates, with until; ${precisionDefaults.max} if left out` }),
    batch: count
      .nullish()
      .meta({ description: `Replicates between two looks at the precision; ${precisionDefaults.batch} if left out` }),
  }),
)
