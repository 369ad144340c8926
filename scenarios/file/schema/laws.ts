/** Laws of uncertain parameters and their correlations, from the table of parameters. */
import {
  type Correlation,
  lawNumbers,
  type StatedLaw,
  type StatedName,
  type Uncertainties,
} from '../../parameters/laws.ts'
import { statedTable } from '../../parameters/parameters.ts'
import { z, schemaOf } from '../fileKind.ts'
import { keyed, text } from './values.ts'

function lawOfKind<Kind extends StatedLaw['law']>(kind: Kind) {
  const numbers = keyed<(typeof lawNumbers)[Kind][number], z.ZodNumber>(lawNumbers[kind], z.number())
  return z.strictObject({ law: z.literal(kind), ...numbers, source: text.optional() })
}

const law = schemaOf<StatedLaw>()(
  z.discriminatedUnion('law', [
    lawOfKind('constant'),
    lawOfKind('uniform'),
    lawOfKind('triangular'),
    lawOfKind('normal'),
    lawOfKind('truncatedNormal'),
    lawOfKind('lognormal'),
  ]),
)
const uncertainty = z.union([z.number(), law]).nullish()

export const uncertainties: z.ZodType<Uncertainties> = schemaOf<Uncertainties>()(
  z.strictObject(
    Object.fromEntries(
      statedTable.map(({ name, title, unit, range, source }) => [
        name,
        uncertainty.meta({ title, description: `${title}; ${unit}, ${range[0]} to ${range[1]}. ${source}` }),
      ]),
    ) as Record<StatedName, typeof uncertainty>,
  ),
)

const parameterName = z.enum(statedTable.map(({ name }) => name))

export const correlation: z.ZodType<Correlation> = schemaOf<Correlation>()(
  z.strictObject({
    between: z.array(parameterName).length(2).meta({ description: 'Two uncertain parameters' }),
    value: z.number().min(-0.999).max(0.999),
    source: text.optional(),
  }),
)
