/** The values that stand in many places of a scenario file: dates, rates and shares, lists of countries, names. */
import { bodies, countries, type Body, type Country } from '../../../engine/model/inputs/sets.ts'
import { z, schemaOf } from '../fileKind.ts'
import type { Dated, Powertrain } from '../values.ts'

const greatestRate = 2

export const date: z.ZodType<string> = z.string().meta({ description: 'A day, as in 2026-07-01', format: 'date' })
export const text: z.ZodType<string> = z.string().min(1)
export const names: z.ZodType<string[]> = z.array(text).min(1)
export const rate: z.ZodType<number> = z
  .number()
  .min(0)
  .max(greatestRate)
  .meta({ description: 'A fraction: 0.25 is 25%' })
export const share: z.ZodType<number> = z
  .number()
  .min(0)
  .max(1)
  .meta({ description: 'A fraction of the whole: 0.75 is 75%' })

/** A value that may change from a date on. */
export function dated(value: z.ZodType<number>): z.ZodType<Dated> {
  const entry = z.strictObject({ from: date.optional(), value })
  return schemaOf<Dated>()(
    z.union([value, z.array(entry).min(1)]).meta({
      description: 'A number, or a list of {from: date, value: number}; before the first date it is 0',
    }),
  )
}

export const countryList: z.ZodType<Country[]> = z.array(z.enum(countries)).min(1)
export const bodyList: z.ZodOptional<z.ZodType<Body[] | null>> = z.array(z.enum(bodies)).min(1).nullish()
export const originsOfVehicles: z.ZodType<'any' | Country[]> = z
  .union([z.literal('any'), countryList])
  .meta({ description: 'Countries of assembly, or any' })
export const powertrain: z.ZodOptional<z.ZodType<Powertrain | null>> = z.enum(['electric', 'combustion']).nullish()

/** When a rule holds, and where it is written. */
export const validity: Readonly<Record<'from' | 'to' | 'source', z.ZodOptional<z.ZodType<string | null>>>> = {
  from: date.nullish(),
  to: date.nullish(),
  source: text.nullish(),
}

/** The same schema under each name. */
export function keyed<const Name extends string, Schema extends z.ZodType>(
  keys: readonly Name[],
  schema: Schema,
): { readonly [name in Name]: Schema } {
  return Object.fromEntries(keys.map((key) => [key, schema])) as { readonly [name in Name]: Schema }
}
