/** The part of the catalogue that says who pays by income; `incomeAccounts` fills it. Section 13 of docs/model.md. */
import type { OutcomeFamily } from './outcomeFamily.ts'

const countries = [
  { code: 'US', name: 'the US' },
  { code: 'CA', name: 'Canada' },
  { code: 'MX', name: 'Mexico' },
] as const

/** Fifths of households by income. */
const fifths = ['poorest', 'second', 'third', 'fourth', 'richest']
const ends = ['poorest', 'richest']

export const incomeFamilies: readonly OutcomeFamily[] = countries.flatMap(({ code, name }): OutcomeFamily[] => [
  {
    family: `consumers${code}`,
    label: `Consumers in ${name} by fifths of income, against the base year`,
    unit: 'million USD',
    good: 'up',
    places: fifths,
  },
  {
    family: `incomeShare${code}`,
    label: `Gain of consumers in ${name} as a share of income, against the base year`,
    unit: 'percent of income',
    good: 'up',
    places: ends,
  },
  {
    family: `pricePaid${code}`,
    label: `Mean price that fifths of income pay in ${name}`,
    unit: 'thousand USD',
    good: 'neither',
    places: ends,
  },
])
