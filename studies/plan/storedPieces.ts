/** Schemas of pieces of a stored plan that other files hold too. */
import type { DerivedText } from '../../scenarios/file/derived.ts'
import { schemaOf, z } from '../../scenarios/file/fileKind.ts'
import type { OwnData } from '../../scenarios/industry/loadIndustry.ts'
import { factorKinds } from '../../scenarios/parameters/sensitivityFactors.ts'
import { type SensitivityDesign, sensitivityMethods } from './sensitivityMethods.ts'

const text = z.string()

/** What is stored of a data folder in place of the shipped one. */
export const ownDataSchema: z.ZodType<OwnData> = schemaOf<OwnData>()(z.object({ folder: text, sha256: text }))

/** A derived outcome, with its formula. */
export const derivedTextSchema: z.ZodType<DerivedText> = schemaOf<DerivedText>()(
  z.object({ id: text, title: text, unit: text, good: z.enum(['up', 'down', 'neither']), formula: text }),
)

/** The design of a sensitivity analysis. */
export const sensitivityDesign: z.ZodType<SensitivityDesign> = schemaOf<SensitivityDesign>()(
  z.object({
    method: z.enum(sensitivityMethods),
    factors: z.enum(factorKinds),
    pairs: z.boolean(),
    lookedAt: z.array(z.object({ outcome: text, year: z.int() })),
  }),
)
