/** The shape of a `design`: how many replicates, how they are drawn, and when they are enough. */
import { z } from './fileKind.ts'
import type { DesignBlock, PrecisionTarget } from './scenario.ts'

const target: z.ZodType<PrecisionTarget> = z.strictObject({
  outcome: z.string().min(1).meta({ description: 'Id, as in output.US' }),
  year: z.int().optional(),
  statistic: z.enum(['mean', 'median', 'low', 'high', 'difference', 'probabilityBetter']).optional(),
  halfWidth: z.number().positive().meta({ description: "Half of the Monte Carlo interval, in the outcome's unit" }),
  confidence: z.number().min(0.5).max(0.999).optional(),
})
const count = z.int().min(1).max(1e9)

export const designSchema: z.ZodType<DesignBlock> = z.strictObject({
  replicates: count.nullish(),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullish(),
  sampler: z.enum(['monte-carlo']).nullish(),
  until: z.array(target).min(1).nullish().meta({ description: 'Go on until all of these are known to within halfWidth' }),
  min: count.nullish().meta({ description: 'Fewest replicates, with until' }),
  max: count.nullish().meta({ description: 'Most replicates, with until' }),
  batch: count.nullish().meta({ description: 'Replicates between two looks at the precision' }),
})
