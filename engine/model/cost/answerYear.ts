/** A year's answers of wages, prices of parts and exchange rates: the equations of `closure`. Section 5 of docs/model.md. */
import { exp } from '../../math/elementary.ts'
import { assemblyFactor, countryOfParts, partsFactor } from '../customs/localCosts.ts'
import { originCount, placeCount, regionPlaces } from '../inputs/sets.ts'
import { renewParts } from './answeredCosts.ts'
import type { Setting } from './setting.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const countries = regionPlaces
const places = placeCount
const origins = originCount

/**
 * Begins a year under regime r: wages and prices of parts after last year's jobs, and what they and the currency make of costs
 * under every regime. Makers expect the wages of the day to stay, and a regime to bring its own exchange rate.
 */
export function answerYear(setting: Setting, r: number): void {
  const { closure } = setting
  const { wage, supply, jobs, jobs0, output, rate, wageSlope, partsSlope } = closure
  if (closure.countsJobs) {
    for (let o = 0; o < countries; o++) {
      wage[o] = exp(wageSlope * (jobs[o] / jobs0[o] - 1))
      supply[o] = exp(partsSlope * (output[o] - 1))
    }
  }
  closure.answers ||= !(isOne(wage) && isOne(supply) && isOne(rate))
  if (!closure.answers) return
  for (let n = 0; n < rate.length / countries; n++) priceRegime(setting, n)
  renewParts(setting, r)
}

function isOne(multiples: Float64Array): boolean {
  for (let n = 0; n < multiples.length; n++) if (multiples[n] !== 1) return false
  return true
}

/** Factors on assembly and on parts under one regime, above those of the paths that the scenario gives. */
function priceRegime({ closure, customs, industry }: Setting, r: number): void {
  const { local, wage, supply, rate, parts, assembly } = closure
  const { wageChange, currencyChange } = customs.policy
  for (let o = 0; o < countries; o++) {
    const at = r * countries + o
    const paid = (1 + wageChange[at]) * wage[o]
    const currency = (1 + currencyChange[at]) * rate[at]
    const now = assemblyFactor(industry, local, o, paid, currency)
    assembly[r * places + o] = now / customs.local.assembly[r * places + o]
    closure.assemblyRise[r * places + o] = assembly[r * places + o] - 1
  }
  for (let k = 0; k < origins; k++) {
    const o = countryOfParts(k)
    if (o < 0) continue
    const at = r * countries + o
    const now = partsFactor(local, (1 + wageChange[at]) * wage[o], (1 + currencyChange[at]) * rate[at])
    parts[r * origins + k] = (supply[o] * now) / customs.local.parts[r * origins + k]
    closure.partsRise[at] = parts[r * origins + k] - 1
  }
}
