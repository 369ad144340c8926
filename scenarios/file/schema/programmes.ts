/** Programmes and subsidies: which vehicles may use them, and what content these must have. */
import { z, schemaOf } from '../fileKind.ts'
import type { Programme } from '../scenario.ts'
import type { Quota, Subsidy } from '../tradeLevers.ts'
import type { ContentRule } from '../values.ts'
import { bodyList, countryList, dated, names, originsOfVehicles, powertrain, rate, share } from './values.ts'
import { text, validity } from './values.ts'

const users = { bodies: bodyList, powertrain, headquarters: countryList.nullish(), makers: names.nullish() }

const content = schemaOf<ContentRule>()(
  z.strictObject({
    us: dated(share).nullish().meta({ description: 'Least US content' }),
    labour: dated(share).nullish().meta({ description: 'Least labour value content (US and Canada)' }),
    labourCredits: dated(share).nullish().meta({ description: 'Points of labour value content that credits can meet' }),
    regional: dated(share).nullish().meta({ description: 'Least content of the US, Canada and Mexico' }),
    nonChinese: dated(share).nullish().meta({ description: 'Least content that is not Chinese' }),
    chineseOwnedSuppliersAreChinese: z
      .boolean()
      .nullish()
      .meta({ description: 'Whether Chinese-owned suppliers in Mexico count as Chinese, and not as Mexican' }),
    rollUp: dated(share).nullish().meta({
      description:
        'Part of the regional content beyond what is there (parameter rvcSlack) that customs counts; 1 if left out, and before the first date',
    }),
    metals: dated(share)
      .nullish()
      .meta({ description: 'Least share of steel and aluminium melted and poured in the US, Canada and Mexico' }),
    core: dated(share).nullish().meta({
      description: 'Least regional content of core parts (engine, transmission, body, battery ...), of their own value',
    }),
    labourWage: dated(z.number().min(1).max(100)).nullish().meta({
      description:
        'USD an hour of the base year that work must be paid to count as labour value content; 16 if left out',
    }),
  }),
)

const sum = z.number().min(0).max(100_000).meta({ description: 'USD of 2024 per vehicle: 7500, not 7.5' })

export const subsidy: z.ZodType<Subsidy> = schemaOf<Subsidy>()(
  z
    .strictObject({
      amount: dated(sum).optional().meta({ description: 'USD of 2024 per vehicle; before the first date it is 0' }),
      inBaseYear: sum.nullish().meta({ description: 'What was paid in the base year, USD; 0 if left out' }),
      ...users,
      assembledIn: countryList.nullish().meta({ description: 'Countries of assembly that count; else any' }),
      content: content.omit({ core: true, labourWage: true, metals: true }).nullish(),
      ...validity,
    })
    .meta({ description: 'A sum for the buyer of each vehicle that passes the test' }),
)

const quota = schemaOf<Quota>()(
  z
    .strictObject({
      volume: dated(z.number().min(0))
        .optional()
        .meta({ description: 'Vehicles a year; before the first date there are none' }),
      allocation: z
        .enum(['pro-rata'])
        .nullish()
        .meta({ description: 'Shared in proportion to what all who may use it ship' }),
      pool: text.nullish().meta({ description: 'Programmes of the same pool share one volume' }),
    })
    .meta({ description: 'Vehicles beyond it take the next-cheapest programme' }),
)

export const programme: z.ZodType<Programme> = schemaOf<Programme>()(
  z
    .strictObject({
      origins: originsOfVehicles.optional(),
      ...users,
      duty: dated(rate).optional().meta({ description: 'Duty on the full value' }),
      dutyOnNonUsContent: dated(rate).nullish().meta({ description: 'Duty on the value that is not of US content' }),
      preferential: z.boolean().nullish().meta({ description: 'Whether origin must be proved, which costs paperwork' }),
      content: content.nullish(),
      quota: quota.nullish(),
      ...validity,
    })
    .meta({ description: 'One way to bring vehicles across the border; makers take the cheapest open to them' }),
)
