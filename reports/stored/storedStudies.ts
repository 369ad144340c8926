/**
 * Schemas of the decisions, precision and pairing of `report.json`. A number that is none, or infinite, is stored as null and
 * comes back as NaN.
 */
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { PrecisionState, PrecisionTarget } from '../../engine/analysis/precision/until.ts'
import { schemaOf, z } from '../../scenarios/file/fileKind.ts'
import { orUndefined, storedNumber as number } from '../../scenarios/file/storedJson.ts'
import type { PrecisionReport, ScenarioTarget } from '../../studies/plan/precisionQuestion.ts'
import { targetSigns } from '../../studies/plan/targets.ts'
import type { TargetRow } from '../data/targets.ts'
import type { DecisionStudy, Information } from '../data/decisions.ts'
import type { PairingRow } from '../data/pairing.ts'

const text = z.string()
const figure = z.object({ value: number, standardError: number })
const chance = z.object({ value: number, low: number, high: number })

const option = z.object({
  name: text,
  mean: figure,
  difference: figure,
  best: chance,
  better: chance,
  expectedRegret: figure,
  regretQuantile: figure,
  greatestRegret: number,
})

const dominance = z.object({
  option: text,
  other: text,
  statewise: z.boolean(),
  stochastic: z.boolean(),
  worse: chance,
  violation: number,
})

const group = figure.extend({ group: text, heldOut: number, heldOutStandardError: number, terms: number })

const information = schemaOf<Information>()(
  z.object({
    perfect: figure.extend({ chosen: text }),
    groups: orUndefined(z.array(group)),
    tooShort: z.array(z.object({ group: text, needed: number })),
  }),
)

/** @param outcome reads an id of the stored catalogue */
export function decisionSchema(outcome: z.ZodType<OutcomeDefinition>): z.ZodType<DecisionStudy> {
  return schemaOf<DecisionStudy>()(
    z.object({
      outcome,
      year: number,
      baseline: text,
      n: number,
      failed: number,
      options: z.array(option),
      dominance: z.array(dominance),
      information,
    }),
  )
}

/** @param outcome reads an id of the stored catalogue */
export function targetSchema(outcome: z.ZodType<OutcomeDefinition>): z.ZodType<TargetRow> {
  return schemaOf<TargetRow>()(
    z.object({
      scenario: text,
      outcome,
      year: number,
      must: z.enum(targetSigns),
      figure: number,
      difference: z.boolean(),
      missed: chance.extend({ n: number, failed: number }),
    }),
  )
}

const wanted = {
  outcome: text,
  scenario: text.exactOptional(),
  year: number.exactOptional(),
  halfWidth: number,
  confidence: number,
}

/** The kind of statistic decides which further number a target has. */
const target = schemaOf<PrecisionTarget>()(
  z.discriminatedUnion('statistic', [
    z.object({ statistic: z.enum(['mean', 'difference']), ...wanted }),
    z.object({ statistic: z.literal('quantile'), probability: number, ...wanted }),
    z.object({ statistic: z.literal('probability'), above: number, ...wanted }),
    z.object({ statistic: z.literal('probabilityBetter'), ...wanted }),
  ]),
)

const estimate = { estimate: number, halfWidth: number, n: number }

const state = schemaOf<PrecisionState>()(
  z.object({
    targets: z.array(z.object({ target, ...estimate, reached: z.boolean(), needed: number })),
    binding: number,
    verdict: z.enum(['reached', 'at the maximum', 'go on']),
    next: number,
    projected: number,
  }),
)

/** @param outcome reads an id of the stored catalogue */
export function precisionSchema(outcome: z.ZodType<OutcomeDefinition>): z.ZodType<PrecisionReport> {
  const scenarioTarget = schemaOf<ScenarioTarget>()(
    z.object({
      target,
      statistic: z.enum(['mean', 'median', 'low', 'high', 'difference', 'probabilityBetter']),
      outcome,
      place: z.object({ scenario: number, outcome: number, year: number }),
      paired: z.boolean(),
    }),
  )
  return schemaOf<PrecisionReport>()(
    z.object({
      replicates: number,
      state,
      targets: z.array(scenarioTarget),
      convergence: z.array(z.array(z.object({ replicates: number, ...estimate }))),
    }),
  )
}

export const pairingSchema: z.ZodType<PairingRow> = schemaOf<PairingRow>()(
  z.object({ scenario: text, outcome: text, gain: z.object({ gain: number, standardError: number, n: number }) }),
)
