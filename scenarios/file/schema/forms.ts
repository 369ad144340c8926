/** Forms of the model: one by its name, or the chances of several. */
import { type ClosureForm, closureForms, type DemandKind, demandForms } from '../../../engine/model/inputs/policy.ts'
import type { FormChoice } from '../../parameters/forms.ts'
import { schemaOf, z } from '../fileKind.ts'
import { keyed, text } from './values.ts'

const chance = z.number().min(0).max(1).optional()

export const demand: z.ZodType<FormChoice<DemandKind>> = schemaOf<FormChoice<DemandKind>>()(
  z.union([
    z.enum(demandForms),
    z.strictObject({
      law: z.literal('choice'),
      ...keyed<DemandKind, typeof chance>(demandForms, chance),
      source: text.optional(),
    }),
  ]),
)

export const closure: z.ZodType<FormChoice<ClosureForm>> = schemaOf<FormChoice<ClosureForm>>()(
  z.union([
    z.enum(closureForms),
    z.strictObject({
      law: z.literal('choice'),
      ...keyed<ClosureForm, typeof chance>(closureForms, chance),
      source: text.optional(),
    }),
  ]),
)
