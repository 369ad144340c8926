/**
 * The shape of scenario files: which keys there are and what may stand under them. From it come the checks of a file
 * and the JSON Schema that editors use. What hangs together across keys is checked in `checks/`.
 */
import { lawKinds } from '../../engine/model/draws/parameterLaws.ts'
import { countries, bodies, markets, origins } from '../../engine/model/inputs/sets.ts'
import { designSchema } from './designSchema.ts'
import { z, type FileKind, fileKind } from './fileKind.ts'
import { parameterTable } from '../parameters/parameters.ts'
import { lawNumbers } from '../parameters/laws.ts'
import { replications, retaliators, type ScenarioFile } from './scenario.ts'

const greatestRate = 2
const date = z.string().meta({ description: 'A day, as in 2026-07-01', format: 'date' })
const text = z.string().min(1)
const rate = z.number().min(0).max(greatestRate).meta({ description: 'A fraction: 0.25 is 25%' })
const share = z.number().min(0).max(1).meta({ description: 'A fraction of the whole: 0.75 is 75%' })

function dated(value: typeof rate): z.ZodType<number | { from?: string | undefined; value: number }[]> {
  const entry = z.strictObject({ from: date.optional(), value })
  return z.union([value, z.array(entry).min(1)]).meta({
    description: 'A number, or a list of {from: date, value: number}; before the first date it is 0',
  })
}

const countryList = z.array(z.enum(countries)).min(1)
const originsOfVehicles = z
  .union([z.literal('any'), countryList])
  .meta({ description: 'Countries of assembly, or any' })
const bodyList = z.array(z.enum(bodies)).min(1).nullish()
const powertrain = z.enum(['electric', 'combustion']).nullish()
const names = z.array(text).min(1)
const users = { bodies: bodyList, powertrain, headquarters: countryList.nullish(), makers: names.nullish() }
const validity = { from: date.nullish(), to: date.nullish(), source: text.nullish() }

const content = z.strictObject({
  us: dated(share).nullish().meta({ description: 'Least US content' }),
  labour: dated(share).nullish().meta({ description: 'Least labour value content (US and Canada)' }),
  labourCredits: dated(share).nullish().meta({ description: 'Points of labour value content that credits can meet' }),
  regional: dated(share).nullish().meta({ description: 'Least content of the US, Canada and Mexico' }),
  nonChinese: dated(share).nullish().meta({ description: 'Least content that is not Chinese' }),
  chineseOwnedSuppliersAreChinese: z
    .boolean()
    .nullish()
    .meta({ description: 'Whether Chinese-owned suppliers in Mexico count as Chinese, and not as Mexican' }),
  rollUp: share.nullish().meta({
    description: 'Part of the regional content beyond what is there (parameter rvcSlack) that customs counts; else 1',
  }),
  metals: dated(share)
    .nullish()
    .meta({ description: 'Least share of steel and aluminium melted and poured in the US, Canada and Mexico' }),
  core: dated(share).nullish().meta({
    description: 'Least regional content of core parts (engine, transmission, body, battery ...), of their own value',
  }),
  labourWage: dated(z.number().min(1).max(100)).nullish().meta({
    description: 'USD an hour of the base year that work must be paid to count as labour value content; 16 if left out',
  }),
})

const sum = z.number().min(0).max(100_000).meta({ description: 'USD of 2024 per vehicle: 7500, not 7.5' })
const subsidy = z
  .strictObject({
    amount: dated(sum).optional().meta({ description: 'USD of 2024 per vehicle; before the first date it is 0' }),
    inBaseYear: sum.nullish().meta({ description: 'What was paid in the base year, USD; 0 if left out' }),
    ...users,
    assembledIn: countryList.nullish().meta({ description: 'Countries of assembly that count; else any' }),
    content: content.omit({ core: true, labourWage: true, metals: true }).nullish(),
    ...validity,
  })
  .meta({ description: 'A sum for the buyer of each vehicle that passes the test' })
const quota = z
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
  .meta({ description: 'Vehicles beyond it take the next-cheapest programme' })

const programme = z
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
  .meta({ description: 'One way to bring vehicles across the border; makers take the cheapest open to them' })

const additionalDuty = z
  .strictObject({
    market: z.enum(markets).optional(),
    origins: originsOfVehicles.optional(),
    bodies: bodyList,
    powertrain,
    rate: dated(rate).optional(),
    on: z
      .union([z.enum(['value', 'nonUsContent']), z.strictObject({ contentNotFrom: z.array(z.enum(origins)).min(1) })])
      .nullish()
      .meta({ description: 'What the duty is charged on; by itself the full value' }),
    notWith: z.array(text).nullish().meta({ description: 'Additional duties beside which it is not charged' }),
    exempt: z.array(text).nullish().meta({ description: 'Programmes that do not pay it' }),
    ...validity,
  })
  .meta({ description: 'A duty on top of every programme that it meets, except those exempt' })

const ban = z
  .strictObject({
    headquarters: countryList,
    bodies: bodyList,
    powertrain,
    exempt: z.array(text).nullish().meta({ description: 'Makers that may sell all the same, by id' }),
    ...validity,
  })
  .meta({ description: 'Bars makers with these headquarters from sale, wherever they build' })

type Shape = z.core.$ZodShape

function keyed(names: readonly string[], value: (name: string) => Shape[string]): Shape {
  return Object.fromEntries(names.map((name) => [name, value(name)]))
}

const programmes = z.record(text, programme.nullable())
const partsDuties = z.strictObject(keyed(origins, () => dated(rate).nullish())).nullish()

const metals = z.strictObject({
  duties: z
    .strictObject(keyed(markets, () => partsDuties))
    .nullish()
    .meta({ description: 'Duties on steel and aluminium above those of the base year, by importer and origin' }),
  exportLimits: z
    .strictObject(keyed(markets, () => z.strictObject(keyed(origins, () => dated(share).nullish())).nullish()))
    .nullish()
    .meta({ description: "Part of the base year's shipments that is withheld, by user and origin" }),
})

const assemblyCredit = z
  .strictObject({
    rate: dated(rate).optional().meta({ description: "Share of the vehicle's price" }),
    source: text.nullish(),
  })
  .meta({
    description: 'Credit for assembly in the country, against duties on parts there above those of the base year',
  })

const regime = z
  .strictObject({
    extends: z
      .union([text, names])
      .nullish()
      .meta({ description: 'Another regime, or several: list only what changes' }),
    description: text.nullish(),
    source: text.nullish(),
    programmes: z.strictObject(keyed(markets, () => programmes.optional())).optional(),
    additionalDuties: z.record(text, additionalDuty.nullable()).nullish(),
    bans: z
      .strictObject(keyed(markets, () => z.record(text, ban.nullable()).nullish()))
      .nullish()
      .meta({ description: 'Bans of sale by ownership, by market' }),
    chineseSuppliersInMexico: dated(z.number().min(0).max(10)).nullish().meta({
      description: 'Chinese-owned suppliers in Mexico as a multiple of the base year: 0 bars them, 2 doubles them',
    }),
    partsDuties: z
      .strictObject(keyed(markets, () => partsDuties))
      .nullish()
      .meta({ description: 'By importer and origin; none where nothing is written' }),
    metals: metals.nullish(),
    assemblyCredits: z.strictObject(keyed(markets, () => assemblyCredit.nullish())).nullish(),
    subsidies: z.strictObject(keyed(markets, () => z.record(text, subsidy.nullable()).nullish())).nullish(),
  })
  .meta({ description: 'A complete set of customs rules' })

const events = z
  .array(z.strictObject({ date, to: text, note: text.optional() }))
  .nullish()
  .meta({ description: 'Days from which a regime is known to be in force' })
const dependentProbability = z.strictObject({ probability: share, from: date.optional(), to: date.optional() })
const transition = z.union([share, dependentProbability]).meta({ description: 'Probability a year' })
const transitions = z
  .record(text, z.record(text, transition.nullable()).nullable())
  .nullish()
  .meta({ description: 'Yearly probability of going from one regime to another; staying is the rest' })

const learning = z
  .strictObject({
    threats: z
      .record(text, z.array(text).min(1).nullable())
      .optional()
      .meta({ description: 'By regime in force, the regimes that are threatened, as in usmca: [tariff-25]' }),
    weight: z.number().optional().meta({
      description: 'Years of experience that the first belief is worth: after as many quiet years half of it is left',
    }),
  })
  .meta({ description: 'Threats that do not land are believed less from year to year' })

const policy = z.strictObject({
  regimes: z.record(text, regime.nullable()).optional(),
  start: text.optional().meta({ description: 'Regime in force after the base year' }),
  events,
  transitions,
  beliefs: z
    .strictObject({ transitions, events, learning: learning.nullish() })
    .nullish()
    .meta({ description: 'What makers believe instead; what is left out is as it really is' }),
})

function lawSchema(kind: (typeof lawKinds)[number]): ReturnType<typeof z.strictObject> {
  const numbers = keyed(lawNumbers[kind], () => z.number())
  return z.strictObject({ law: z.literal(kind), ...numbers, source: text.optional() })
}

const [first, ...others] = lawKinds.map(lawSchema)
const uncertainty = z.union([z.number(), z.discriminatedUnion('law', [first, ...others])])
const uncertainties = z.strictObject(
  Object.fromEntries(
    parameterTable.map(({ name, title, unit, range, source }) => [
      name,
      uncertainty.nullish().meta({ title, description: `${title}; ${unit}, ${range[0]} to ${range[1]}. ${source}` }),
    ]),
  ),
)

const parameterName = z.enum(parameterTable.map(({ name }) => name))
const correlation = z.strictObject({
  between: z.array(parameterName).length(2).meta({ description: 'Two uncertain parameters' }),
  value: z.number().min(-0.999).max(0.999),
  source: text.optional(),
})

const retaliation = z.strictObject({
  when: names.optional().meta({ description: 'Regimes that it answers' }),
  probability: share.optional().meta({ description: 'Probability that the country answers at all; 1 if left out' }),
  lag: z.int().min(0).max(20).optional().meta({ description: 'Years in force before it answers; 0 if left out' }),
  rate: rate.optional().meta({ description: 'Duty on the US farm products that it hits, a fraction' }),
  share: share.optional().meta({ description: 'Share of US farm exports there that it hits; 1 if left out' }),
  source: text.nullish(),
})

const entrant = z
  .strictObject({
    mayEnter: z
      .array(z.enum(['US', 'CA']))
      .nullish()
      .meta({ description: 'Markets where it may begin to sell' }),
    mayBuild: z.array(z.enum(markets)).nullish().meta({ description: 'Countries where it may build or buy a plant' }),
    from: date.nullish(),
    costAdvantage: z
      .number()
      .min(-0.5)
      .max(0.7)
      .nullish()
      .meta({ description: 'Cost below that of comparable vehicles; the parameter chineseCostAdvantage if left out' }),
    source: text.nullish(),
  })
  .meta({ description: 'What a maker that sells in Mexico only may do' })
const forSale = z
  .record(text, z.strictObject({ from: date.nullish(), source: text.nullish() }).nullable())
  .nullish()
  .meta({ description: 'Plants, by id, that entrants can buy though they still have lines' })

const scenarioSchema = z
  .strictObject({
    kind: z.enum(['scenario', 'replication']).optional(),
    replication: z.enum(replications).optional().meta({ description: 'Paper whose closure is run' }),
    title: text.optional(),
    question: text.optional().meta({ description: 'The question that the scenario answers' }),
    extends: z
      .union([text, names])
      .optional()
      .meta({ description: 'Scenarios that this one changes, by name or path; later ones win' }),
    note: text.nullish(),
    sources: z.array(text).nullish(),
    policy: policy.optional(),
    uncertainties: uncertainties.nullish().meta({ description: 'Laws of parameters, or numbers to hold them at' }),
    correlations: z.array(correlation).nullish().meta({ description: "Between parameters' normal scores" }),
    outcomes: z.array(text).nullish().meta({ description: 'Outcomes to show first, by id' }),
    design: designSchema.nullish(),
    horizon: z.strictObject({ from: z.int().optional(), to: z.int().max(2100).optional() }).nullish(),
    demand: z.enum(['nestedLogit', 'ces']).nullish(),
    plants: z
      .strictObject({ closeAfter: z.int().min(1).max(100).nullish(), forSale })
      .nullish()
      .meta({ description: 'closeAfter: years without a line after which a plant closes for good' }),
    entrants: z
      .record(text, entrant.nullable())
      .nullish()
      .meta({ description: 'By maker id, or default for all Chinese makers that sell in Mexico only' }),
    retaliation: z
      .strictObject(keyed(retaliators, () => retaliation.nullish()))
      .nullish()
      .meta({ description: "Countries' answers on US farm products" }),
    report: text.nullish(),
  })
  .meta({ title: 'Plantshift scenario' })

/** Scenario files: what fits in one, and what does not. */
export const scenarioKind: FileKind<ScenarioFile> = fileKind(scenarioSchema, {})

/** JSON Schema (2020-12) of scenario files. */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(scenarioSchema, { target: 'draft-2020-12' })
}
