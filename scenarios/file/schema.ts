/**
 * The shape of scenario files: which keys there are and what may stand under them. From it come the checks of a file
 * and the JSON Schema that editors use; its parts are in `schema/`. The compiler holds it to the types of `scenario.ts`.
 * What hangs together across keys is checked in `checks/`.
 */
import { closure, demand } from './schema/forms.ts'
import { markets } from '../../engine/model/inputs/sets.ts'
import { type FileKind, fileKind, schemaOf, z } from './fileKind.ts'
import { derived } from './schema/derived.ts'
import { designSchema } from './schema/design.ts'
import { correlation, uncertainties } from './schema/laws.ts'
import { economy } from './schema/duties.ts'
import { plants } from './schema/plants.ts'
import { policy } from './schema/policy.ts'
import { date, keyed, names, rate, share, text } from './schema/values.ts'
import {
  replications,
  retaliators,
  type EntrantRule,
  type Retaliation,
  type ScenarioFile,
  type StatedBaseline,
} from './scenario.ts'

const retaliation = schemaOf<Retaliation>()(
  z.strictObject({
    when: names.optional().meta({ description: 'Regimes that it answers' }),
    probability: share.optional().meta({ description: 'Probability that the country answers at all; 1 if left out' }),
    lag: z.int().min(0).max(20).optional().meta({ description: 'Years in force before it answers; 0 if left out' }),
    rate: rate.optional().meta({ description: 'Duty on the US farm products that it hits, a fraction' }),
    share: share.optional().meta({ description: 'Share of US farm exports there that it hits; 1 if left out' }),
    source: text.nullish(),
  }),
)

const entrant = schemaOf<EntrantRule>()(
  z
    .strictObject({
      mayEnter: z
        .array(z.enum(['US', 'CA']))
        .nullish()
        .meta({ description: 'Markets where it may begin to sell' }),
      mayBuild: z.array(z.enum(markets)).nullish().meta({ description: 'Countries where it may build or buy a plant' }),
      from: date.nullish(),
      costAdvantage: z.number().min(-0.5).max(0.7).nullish().meta({
        description: 'Cost below that of comparable vehicles; the parameter chineseCostAdvantage if left out',
      }),
      source: text.nullish(),
    })
    .meta({ description: 'What a maker that sells in Mexico only may do' }),
)
const baseline = schemaOf<StatedBaseline>()(
  z.union([text, z.strictObject({ scenario: text, inherited: z.boolean() })]).meta({
    description:
      'Scenario that this one is compared with, by name or path. What extends this file is compared with it too, unless ' +
      'inherited is false. If left out: the nearest scenario of another policy among those that it extends',
  }),
)

const scenarioSchema = schemaOf<ScenarioFile>()(
  z
    .strictObject({
      kind: z.enum(['scenario', 'replication']).optional(),
      replication: z.enum(replications).optional().meta({ description: 'Paper whose closure is run' }),
      title: text.optional(),
      question: text.optional().meta({ description: 'The question that the scenario answers' }),
      extends: z
        .union([text, names])
        .optional()
        .meta({ description: 'Scenarios that this one changes, by name or path; later ones win' }),
      baseline: baseline.optional(),
      note: text.nullish(),
      sources: z.array(text).nullish(),
      set: z
        .record(text, z.union([z.number(), z.boolean(), text]).nullable())
        .nullish()
        .meta({ description: 'Levers of docs/levers.md, by id, and what they are set to' }),
      policy: policy.optional(),
      uncertainties: uncertainties.nullish().meta({ description: 'Laws of parameters, or numbers to hold them at' }),
      correlations: z
        .array(correlation)
        .nullish()
        .meta({ description: 'Rank correlations (Spearman) between parameters' }),
      derived: derived.nullish(),
      outcomes: z.array(text).nullish().meta({ description: 'Outcomes to show first, by id' }),
      design: designSchema.nullish(),
      horizon: z.strictObject({ from: z.int().optional(), to: z.int().max(2100).optional() }).nullish(),
      closure: closure.nullish().meta({
        description:
          'What answers to policy: wages (and prices of parts), exchangeRates, on for both, off for nothing; or the chances of several',
      }),
      demand: demand.nullish().meta({ description: 'System of demand, or the chances of several' }),
      incomeGroups: z
        .int()
        .min(1)
        .max(6)
        .nullish()
        .meta({ description: 'Groups of buyers, by income, that demand incomeGroups tells apart' }),
      plants,
      entrants: z
        .record(text, entrant.nullable())
        .nullish()
        .meta({ description: 'By maker id, or default for all Chinese makers that sell in Mexico only' }),
      retaliation: z
        .strictObject(keyed(retaliators, retaliation.nullish()))
        .nullish()
        .meta({ description: "Countries' answers on US farm products" }),
      economy: economy.nullish(),
      report: text.nullish(),
    })
    .meta({ title: 'Plantshift scenario' }),
)

/** Scenario files: what fits in one, and what does not. */
export const scenarioKind: FileKind<ScenarioFile> = fileKind('a scenario', scenarioSchema, {})
