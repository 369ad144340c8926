/** What a regime charges, gives or bars beside its programmes: additional duties, bans, parts, metals, credits. */
import { markets, origins } from '../../../engine/model/inputs/sets.ts'
import { z, schemaOf } from '../fileKind.ts'
import type { AdditionalDuty, Ban, Regime } from '../scenario.ts'
import { type AssemblyCredit, type EconomyRule, type MetalsRule, claimingOrigins } from '../tradeLevers.ts'
import { bodyList, countryList, dated, keyed, originsOfVehicles, powertrain, rate, share } from './values.ts'
import { text, validity } from './values.ts'

export const additionalDuty: z.ZodType<AdditionalDuty> = schemaOf<AdditionalDuty>()(
  z
    .strictObject({
      market: z.enum(markets).optional(),
      origins: originsOfVehicles.optional(),
      bodies: bodyList,
      powertrain,
      rate: dated(rate).optional(),
      chargedOn: z
        .union([z.enum(['value', 'nonUsContent']), z.strictObject({ contentNotFrom: z.array(z.enum(origins)).min(1) })])
        .nullish()
        .meta({ description: 'What the duty is charged on; by itself the full value' }),
      notWith: z.array(text).nullish().meta({ description: 'Additional duties beside which it is not charged' }),
      exempt: z.array(text).nullish().meta({ description: 'Programmes that do not pay it' }),
      ...validity,
    })
    .meta({ description: 'A duty on top of every programme that it meets, except those exempt' }),
)

export const ban: z.ZodType<Ban> = schemaOf<Ban>()(
  z
    .strictObject({
      headquarters: countryList,
      bodies: bodyList,
      powertrain,
      exempt: z.array(text).nullish().meta({ description: 'Makers that may sell all the same, by id' }),
      ...validity,
    })
    .meta({ description: 'Bars makers with these headquarters from sale, wherever they build' }),
)

const partsDutiesAt = z.strictObject(keyed(origins, dated(rate).nullish())).nullish()

export const partsDuties: z.ZodOptional<z.ZodType<Exclude<Regime['partsDuties'], undefined>>> = z
  .strictObject(keyed(markets, partsDutiesAt))
  .nullish()
  .meta({ description: 'By importer and origin; none where nothing is written' })

/** Importers and origins for which customs publishes claims, so that the margin has data. */
export const unclaimedPartsDuties: z.ZodOptional<z.ZodType<Exclude<Regime['unclaimedPartsDuties'], undefined>>> = z
  .strictObject({ US: z.strictObject(keyed(claimingOrigins, dated(rate).nullish())).nullish() })
  .nullish()
  .meta({
    description:
      "Duty on parts that do not claim the agreement's preference, beside partsDuties; how many claim depends on it",
  })

export const metals: z.ZodType<MetalsRule> = schemaOf<MetalsRule>()(
  z.strictObject({
    duties: z
      .strictObject(keyed(markets, partsDutiesAt))
      .nullish()
      .meta({ description: 'Duties on steel and aluminium above those of the base year, by importer and origin' }),
    exportLimits: z
      .strictObject(keyed(markets, z.strictObject(keyed(origins, dated(share).nullish())).nullish()))
      .nullish()
      .meta({ description: "Part of the base year's shipments that is withheld, by user and origin" }),
  }),
)

/** Less than a tenth of what it was, or more than four times as much, is no change that this model can say anything about. */
const change = z.number().min(-0.9).max(3).meta({ description: 'A change: 0.2 is a fifth more, -0.1 a tenth less' })

export const economy: z.ZodType<EconomyRule> = schemaOf<EconomyRule>()(
  z
    .strictObject({
      wages: z.strictObject(keyed(markets, dated(change).nullish())).nullish(),
      exchangeRates: z
        .strictObject(keyed(['CA', 'MX'], dated(change).nullish()))
        .nullish()
        .meta({ description: 'Value of the currency in USD' }),
      otherGoodsDuty: z
        .strictObject(keyed(['CA', 'MX'], dated(rate).nullish()))
        .nullish()
        .meta({
          description: 'Average US duty on goods of the country that are not vehicles or parts: its currency answers',
        }),
      source: text.nullish(),
    })
    .meta({ description: 'Real wages and exchange rates against the base year, by country' }),
)

export const assemblyCredit: z.ZodType<AssemblyCredit> = schemaOf<AssemblyCredit>()(
  z
    .strictObject({
      rate: dated(rate).optional().meta({ description: "Share of the vehicle's price" }),
      source: text.nullish(),
    })
    .meta({
      description: 'Credit for assembly in the country, against duties on parts there above those of the base year',
    }),
)
