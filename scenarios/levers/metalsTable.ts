/** Levers: duties and limits on steel and aluminium. */
import type { Origin } from '../../engine/model/inputs/sets.ts'
import { datedNumber, type DatedField } from './dated.ts'
import { numberLever, type Lever } from './lever.ts'
import { ofRegimes } from './regimes.ts'

const group = 'Metals'
const duty = 'Section 232 on steel and aluminium, 50% since 4 June 2025 (tariffs.csv; metals.csv)'
const outcomes = ['metalsDuties.US', 'output.US', 'priceIndex.US', 'welfare.US']

function usMetals(kind: 'duties' | 'exportLimits', origin: Origin): DatedField {
  return {
    get: ({ metals }) => metals?.[kind]?.US?.[origin],
    put: (regime, value) => ({
      ...regime,
      metals: {
        ...regime.metals,
        [kind]: { ...regime.metals?.[kind], US: { ...regime.metals?.[kind]?.US, [origin]: value } },
      },
    }),
  }
}

function dutyLever(id: string, from: string, ...origins: readonly Origin[]): Lever {
  return numberLever(
    {
      id,
      title: `US tariff on steel and aluminium from ${from}`,
      group,
      unit: 'fraction of value',
      rule: `Charged on metal from ${from} that goes into parts made in the US; it raises the price of US metal too. How far, and how much of the metal in parts is at these prices, is drawn (metalsPassThrough, metalsCoverage).`,
      source: duty,
      outcomes,
    },
    [0, 1, 0.01],
    ofRegimes(datedNumber(...origins.map((origin) => usMetals('duties', origin)))),
  )
}

function limitLever(id: string, country: string, origin: Origin): Lever {
  return numberLever(
    {
      id,
      title: `Steel and aluminium that ${country} withholds from the US`,
      group,
      unit: 'fraction of the shipments of 2024',
      rule: `The part of what ${country} shipped to the US in the base year that it holds back, which raises the price of metal there.`,
      source: 'Surge clause of the joint US-Mexico statement of 17 May 2019; scenario metal-export-limits',
      outcomes,
    },
    [0, 1, 0.01],
    ofRegimes(datedNumber(usMetals('exportLimits', origin))),
  )
}

export const metalsLevers: readonly Lever[] = [
  dutyLever('us-metals-mexico', 'Mexico', 'MX'),
  dutyLever('us-metals-canada', 'Canada', 'CA'),
  dutyLever('us-metals-overseas', 'overseas', 'ALLY', 'CN'),
  limitLever('mexico-metals-withheld', 'Mexico', 'MX'),
  limitLever('canada-metals-withheld', 'Canada', 'CA'),
]
