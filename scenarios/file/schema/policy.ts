/** Policy: regimes, the days and chances with which they change, and what makers believe of that. */
import { markets } from '../../../engine/model/inputs/sets.ts'
import { z, schemaOf } from '../fileKind.ts'
import type { LearningRule, PolicyBlock, PolicyEvent, Regime, Transitions } from '../scenario.ts'
import { additionalDuty, assemblyCredit, ban, economy, metals, partsDuties, unclaimedPartsDuties } from './duties.ts'
import { programme, subsidy } from './programmes.ts'
import { date, dated, keyed, names, share, text } from './values.ts'

const regime = schemaOf<Regime>()(
  z
    .strictObject({
      extends: z
        .union([text, names])
        .nullish()
        .meta({ description: 'Another regime, or several: list only what changes' }),
      description: text.nullish(),
      source: text.nullish(),
      programmes: z.strictObject(keyed(markets, z.record(text, programme.nullable()).optional())).optional(),
      additionalDuties: z.record(text, additionalDuty.nullable()).nullish(),
      bans: z
        .strictObject(keyed(markets, z.record(text, ban.nullable()).nullish()))
        .nullish()
        .meta({ description: 'Bans of sale by ownership, by market' }),
      chineseSuppliersInMexico: dated(z.number().min(0).max(10)).nullish().meta({
        description: 'Chinese-owned suppliers in Mexico as a multiple of the base year: 0 bars them, 2 doubles them',
      }),
      partsDuties,
      unclaimedPartsDuties,
      metals: metals.nullish(),
      economy: economy.nullish(),
      assemblyCredits: z.strictObject(keyed(markets, assemblyCredit.nullish())).nullish(),
      subsidies: z.strictObject(keyed(markets, z.record(text, subsidy.nullable()).nullish())).nullish(),
    })
    .meta({ description: 'A complete set of customs rules' }),
)

const events = schemaOf<readonly PolicyEvent[] | null | undefined>()(
  z
    .array(z.strictObject({ date, to: text, note: text.optional() }))
    .nullish()
    .meta({ description: 'Days from which a regime is known to be in force' }),
)
const dependentProbability = z.strictObject({ probability: share, from: date.optional(), to: date.optional() })
const transition = z.union([share, dependentProbability]).meta({ description: 'Probability a year' })
const transitions = schemaOf<Transitions | null | undefined>()(
  z
    .record(text, z.record(text, transition.nullable()).nullable())
    .nullish()
    .meta({ description: 'Yearly probability of going from one regime to another; staying is the rest' }),
)

const learning = schemaOf<LearningRule>()(
  z
    .strictObject({
      threats: z
        .record(text, names.nullable())
        .optional()
        .meta({ description: 'By regime in force, the regimes that are threatened, as in usmca: [tariff-25]' }),
      weight: z.number().optional().meta({
        description: 'Years of experience that the first belief is worth: after as many quiet years half of it is left',
      }),
    })
    .meta({ description: 'Threats that do not land are believed less from year to year' }),
)

export const policy: z.ZodType<PolicyBlock> = schemaOf<PolicyBlock>()(
  z.strictObject({
    regimes: z.record(text, regime.nullable()).optional(),
    start: text.optional().meta({ description: 'Regime in force after the base year' }),
    events,
    transitions,
    beliefs: z
      .strictObject({ transitions, events, learning: learning.nullish() })
      .nullish()
      .meta({ description: 'What makers believe instead; what is left out is as it really is' }),
  }),
)
