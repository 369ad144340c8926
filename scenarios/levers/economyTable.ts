/** Levers: wages and exchange rates, as changes against the base year. */
import type { Market } from '../../engine/model/inputs/sets.ts'
import { datedNumber } from './dated.ts'
import { numberLever, type Lever } from './lever.ts'
import { ofRegimes } from './regimes.ts'

const group = 'Wages and exchange rates'
const range = [-0.3, 1, 0.01] as const

function wageLever(id: string, title: string, country: Market, source: string): Lever {
  return numberLever(
    {
      id,
      title,
      group,
      unit: 'fraction of the wages of 2024',
      rule: 'Real wages in assembly and in parts alike, beside what jobs do to them where wages answer; productivity stays.',
      source,
      outcomes: [`output.${country}`, `wage.${country}`, 'output.US', 'priceIndex.US'],
    },
    range,
    ofRegimes(
      datedNumber({
        get: ({ economy }) => economy?.wages?.[country],
        put: (regime, value) => ({
          ...regime,
          economy: { ...regime.economy, wages: { ...regime.economy?.wages, [country]: value } },
        }),
      }),
    ),
  )
}

function rateLever(id: string, title: string, country: 'CA' | 'MX'): Lever {
  return numberLever(
    {
      id,
      title,
      group,
      unit: 'fraction of the value of 2024',
      rule: 'Value of the currency in US dollars, beside what duties do to it where exchange rates answer: below 0 it is weaker.',
      source:
        'A supposition; Jeanne and Son (2024) find that exchange rates offset about a third of a general tariff (scenario weaker-peso)',
      outcomes: [`output.${country}`, 'output.US', 'priceIndex.US'],
    },
    [-0.5, 0.5, 0.01],
    ofRegimes(
      datedNumber({
        get: ({ economy }) => economy?.exchangeRates?.[country],
        put: (regime, value) => ({
          ...regime,
          economy: { ...regime.economy, exchangeRates: { ...regime.economy?.exchangeRates, [country]: value } },
        }),
      }),
    ),
  )
}

export const economyLevers: readonly Lever[] = [
  wageLever(
    'wages-mexico',
    'Mexican wages against 2024',
    'MX',
    'A supposition; the minimum wage of Mexico about doubled in real terms from 2018 to 2024, pay in plants did not (scenario mexican-wages)',
  ),
  wageLever('wages-us', 'US wages against 2024', 'US', 'A supposition'),
  wageLever('wages-canada', 'Canadian wages against 2024', 'CA', 'A supposition'),
  rateLever('peso', 'Value of the peso against 2024', 'MX'),
  rateLever('canadian-dollar', 'Value of the Canadian dollar against 2024', 'CA'),
]
