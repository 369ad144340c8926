/** Laws of uncertain parameters and their correlations, from the table of parameters. */
import {
  type BetaLaw,
  type Correlation,
  type DiscreteLaw,
  type EmpiricalLaw,
  lawNumbers,
  type NumberLaw,
  type StatedLaw,
  type StatedName,
  type TruncatedLaw,
  type Uncertainties,
} from '../../parameters/laws.ts'
import { statedTable } from '../../parameters/parameters.ts'
import { z, schemaOf } from '../fileKind.ts'
import { keyed, text } from './values.ts'

function lawOfKind<Kind extends NumberLaw['law']>(kind: Kind) {
  const numbers = keyed<(typeof lawNumbers)[Kind][number], z.ZodNumber>(lawNumbers[kind], z.number())
  return z.strictObject({ law: z.literal(kind), ...numbers, source: text.optional() })
}

const uniform = lawOfKind('uniform')
const triangular = lawOfKind('triangular')
const normal = lawOfKind('normal')
const lognormal = lawOfKind('lognormal')
const logUniform = lawOfKind('logUniform').meta({ description: 'Uniform in logarithms: every doubling is as likely' })

const beta = z
  .strictObject({
    law: z.literal('beta'),
    alpha: z.number(),
    beta: z.number(),
    low: z.number().optional().meta({ description: 'Least value; 0 unless given' }),
    high: z.number().optional().meta({ description: 'Greatest value; 1 unless given' }),
    source: text.optional(),
  })
  .meta({ description: 'Beta: between low and high with shapes alpha and beta' })
schemaOf<BetaLaw>()(beta)

const discrete = z
  .strictObject({
    law: z.literal('discrete'),
    values: z.array(z.number()).min(1),
    chances: z.array(z.number()).optional().meta({ description: 'Of each value, adding up to 1; equal unless given' }),
    source: text.optional(),
  })
  .meta({ description: 'One of some values' })
schemaOf<DiscreteLaw>()(discrete)

const empirical = z
  .strictObject({
    law: z.literal('empirical'),
    csv: text.meta({ description: 'CSV file, from the folder of this file' }),
    column: text.optional().meta({ description: 'Column of the values; may be left out where there is one' }),
    weights: text.optional().meta({ description: 'Column of weights; all values count alike without it' }),
    source: text.optional(),
  })
  .meta({ description: 'The values of a column of a CSV file' })
schemaOf<EmpiricalLaw>()(empirical)

const truncated = z
  .strictObject({
    law: z.literal('truncated'),
    of: z.discriminatedUnion('law', [uniform, triangular, normal, lognormal, logUniform, beta]),
    low: z.number().optional(),
    high: z.number().optional(),
    source: text.optional(),
  })
  .meta({ description: 'Another law, of which only what lies between low and high is drawn' })
schemaOf<TruncatedLaw>()(truncated)

const law = schemaOf<StatedLaw>()(
  z.discriminatedUnion('law', [
    lawOfKind('constant'),
    uniform,
    triangular,
    normal,
    lawOfKind('truncatedNormal'),
    lognormal,
    logUniform,
    beta,
    discrete,
    empirical,
    truncated,
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
