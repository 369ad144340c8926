/** Outcomes that a file makes by formulas: in scenarios and in sweeps. */
import type { DerivedBlock, StatedDerived } from '../derived.ts'
import { schemaOf, z } from '../fileKind.ts'
import { text } from './values.ts'

const stated = schemaOf<StatedDerived>()(
  z.union([
    text.meta({ description: 'A formula of outcomes, as in assemblyJobs.US / vehicleDuties.US' }),
    z.strictObject({
      formula: text,
      unit: text.optional(),
      good: z.enum(['up', 'down', 'neither']).optional().meta({ description: 'Which change is an improvement' }),
      title: text.optional(),
    }),
  ]),
)

export const derived: z.ZodType<DerivedBlock> = schemaOf<DerivedBlock>()(z.record(text, stated.nullable())).meta({
  description: 'Outcomes of your own, by name: a formula, or { formula, unit, good, title }',
})
