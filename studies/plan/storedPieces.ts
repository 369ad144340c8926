/** Schemas of pieces of a stored plan that other files hold too. */
import type { DerivedText } from '../../scenarios/file/derived.ts'
import { schemaOf, z } from '../../scenarios/file/fileKind.ts'
import type { OwnData } from '../../scenarios/industry/loadIndustry.ts'

const text = z.string()

/** What is stored of a data folder in place of the shipped one. */
export const ownDataSchema: z.ZodType<OwnData> = schemaOf<OwnData>()(z.object({ folder: text, sha256: text }))

/** A derived outcome, with its formula. */
export const derivedTextSchema: z.ZodType<DerivedText> = schemaOf<DerivedText>()(
  z.object({ id: text, title: text, unit: text, good: z.enum(['up', 'down', 'neither']), formula: text }),
)
