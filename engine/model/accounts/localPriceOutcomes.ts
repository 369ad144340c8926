/** Outcomes of what answers to policy: wages, exchange rates and prices of parts. Section 5 of docs/model.md; `outcomes` has the others. */
import type { OutcomeFamily } from './outcomeFamily.ts'

export const baseYearIndex = 'index, base year = 1'

const region = ['US', 'CA', 'MX']

export const localPriceFamilies: readonly OutcomeFamily[] = [
  { family: 'wage', label: 'Real wages in assembly and parts', unit: baseYearIndex, good: 'up', places: region },
  {
    family: 'exchangeRate',
    label: 'Value of the currency in USD',
    unit: baseYearIndex,
    good: 'neither',
    places: ['CA', 'MX'],
  },
  {
    family: 'partsPrice',
    label: 'Price of parts made there, before duty',
    unit: baseYearIndex,
    good: 'neither',
    places: region,
  },
]
