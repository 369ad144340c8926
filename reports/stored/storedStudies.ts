/** Decisions, precision and pairing read back from `report.json`. An infinite number is stored as none, and comes back as NaN. */
import type { PrecisionState } from '../../engine/analysis/precision/until.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { DecisionStudy } from '../data/decisions.ts'
import type { PairingRow } from '../data/pairing.ts'
import type { ScenarioTarget, PrecisionReport, AskedStatistic } from '../../studies/plan/precisionQuestion.ts'
import { objectOf, number, text, optional, listOf, type Reader, truth } from './shape.ts'

const figure = objectOf<DecisionStudy['options'][number]['mean']>({ value: number, standardError: number })
const chance = objectOf<DecisionStudy['options'][number]['best']>({ value: number, low: number, high: number })

const option = objectOf<DecisionStudy['options'][number]>({
  name: text,
  mean: figure,
  difference: figure,
  best: chance,
  better: chance,
  expectedRegret: figure,
  regretQuantile: figure,
  greatestRegret: number,
})

const information = objectOf<DecisionStudy['information']>({
  perfect: objectOf<DecisionStudy['information']['perfect']>({ chosen: text, value: number, standardError: number }),
  groups: optional(
    listOf(
      objectOf<NonNullable<DecisionStudy['information']['groups']>[number]>({
        group: text,
        value: number,
        standardError: number,
        heldOut: number,
        heldOutStandardError: number,
        terms: number,
      }),
    ),
  ),
  tooShort: listOf(objectOf<DecisionStudy['information']['tooShort'][number]>({ group: text, needed: number })),
})

/** @param outcome reads an id of the stored catalogue */
export function decisionReader(outcome: Reader<OutcomeDefinition>): Reader<DecisionStudy> {
  return objectOf<DecisionStudy>({
    outcome,
    year: number,
    baseline: text,
    n: number,
    failed: number,
    options: listOf(option),
    dominance: listOf(
      objectOf<DecisionStudy['dominance'][number]>({
        option: text,
        other: text,
        statewise: truth,
        stochastic: truth,
        worse: chance,
        violation: number,
      }),
    ),
    information,
  })
}

/** The kind of statistic decides which further numbers a target has. */
const target: Reader<ScenarioTarget['target']> = (value, path) =>
  objectOf<Record<keyof ScenarioTarget['target'] | 'probability' | 'above', unknown>>({
    statistic: text,
    probability: optional(number),
    above: optional(number),
    scenario: optional(text),
    outcome: text,
    year: optional(number),
    halfWidth: number,
    confidence: number,
  })(value, path) as unknown as ScenarioTarget['target']

const state = objectOf<PrecisionState>({
  targets: listOf(
    objectOf<PrecisionState['targets'][number]>({
      target,
      estimate: number,
      halfWidth: number,
      n: number,
      reached: truth,
      needed: number,
    }),
  ),
  binding: number,
  verdict: (value, path) => text(value, path) as PrecisionState['verdict'],
  next: number,
  projected: number,
})

export function precisionReader(outcome: Reader<OutcomeDefinition>): Reader<PrecisionReport> {
  return objectOf<PrecisionReport>({
    replicates: number,
    state,
    targets: listOf(
      objectOf<ScenarioTarget>({
        target,
        statistic: (value, path) => text(value, path) as AskedStatistic,
        outcome,
        place: objectOf<ScenarioTarget['place']>({ scenario: number, outcome: number, year: number }),
        paired: truth,
      }),
    ),
    convergence: listOf(
      listOf(
        objectOf<PrecisionReport['convergence'][number][number]>({
          replicates: number,
          estimate: number,
          halfWidth: number,
          n: number,
        }),
      ),
    ),
  })
}

export const pairingReader: Reader<PairingRow> = objectOf<PairingRow>({
  scenario: text,
  outcome: text,
  gain: objectOf<PairingRow['gain']>({ gain: number, standardError: number, n: number }),
})
