/**
 * Which subsidies a vehicle's buyer may have in each market under each regime, as flat lists. Section 4 of docs/model.md.
 *
 * The policy of the base year, and every regime that does not name a subsidy of the base year, pays it as it was paid then:
 * on the conditions of the first regime that names it.
 */
import { agreedWage } from '../../engine/model/content/labourWage.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { markets, placeCount } from '../../engine/model/inputs/sets.ts'
import type { SubsidyTable } from '../../engine/model/inputs/policy.ts'
import { countryAt, vehicleOf, type Vehicle } from './programmeRows.ts'
import type { RegimeRules } from './rules.ts'
import type { SubsidyRule } from './subsidyRules.ts'

/** Undefined where no regime pays any, and none was paid in the base year. */
export function subsidyTable(regimes: readonly RegimeRules[], industry: Industry): SubsidyTable | undefined {
  const all = regimes.flatMap(({ subsidies }) => subsidies)
  if (all.length === 0) return undefined
  const base = subsidiesOfBaseYear(all)
  const paid = regimes.map(({ subsidies }) => [...subsidies, ...base.filter((one) => !subsidies.some(isSame(one)))])
  const rules: SubsidyRule[] = []
  const off = [0]
  const ids: number[] = []
  for (const inForce of paid) {
    const first = rules.length
    rules.push(...inForce)
    for (const market of markets) {
      for (let j = 0; j < industry.lines.length; j++) {
        for (let o = 0; o < placeCount; o++) {
          const country = countryAt(industry, j, o)
          const vehicle = country === undefined ? undefined : vehicleOf(industry, j, country)
          inForce.forEach((rule, n) => {
            if (vehicle !== undefined && rule.market === market && rule.amount > 0 && meets(rule, vehicle))
              ids.push(first + n)
          })
          off.push(ids.length)
        }
      }
    }
  }
  return { ...rowsOf(rules), off: Int32Array.from(off), ids: Int32Array.from(ids) }
}

function isSame(one: SubsidyRule): (other: SubsidyRule) => boolean {
  return (other) => other.market === one.market && other.name === one.name
}

/** Subsidies of the base year at what was then paid, each once. */
function subsidiesOfBaseYear(all: readonly SubsidyRule[]): readonly SubsidyRule[] {
  const then = all.filter(({ inBaseYear }) => inBaseYear > 0)
  return then
    .filter((rule, n) => then.findIndex(isSame(rule)) === n)
    .map((rule) => ({ ...rule, amount: rule.inBaseYear }))
}

function meets(rule: SubsidyRule, vehicle: Vehicle): boolean {
  return (
    (rule.assembledIn?.includes(vehicle.country) ?? true) &&
    (rule.bodies?.some((body) => body === vehicle.body) ?? true) &&
    (rule.powertrain ?? vehicle.powertrain) === vehicle.powertrain &&
    (rule.headquarters?.some((country) => country === vehicle.headquarters) ?? true) &&
    (rule.makers?.includes(vehicle.maker) ?? true)
  )
}

function rowsOf(rules: readonly SubsidyRule[]): Pick<SubsidyTable, 'amount' | 'content'> {
  return {
    amount: Float64Array.from(rules, ({ amount }) => amount),
    content: {
      names: rules.map(({ market, name }) => `${market}/${name}`),
      duty: new Float64Array(rules.length),
      dutyOnNonUsContent: new Float64Array(rules.length),
      sparedOrigins: new Uint8Array(rules.length),
      floors: Float64Array.from(rules.flatMap(({ floors }) => floors)),
      coreFloor: new Float64Array(rules.length),
      labourWage: new Float64Array(rules.length).fill(agreedWage),
      labourCredits: Float64Array.from(rules, ({ labourCredits }) => labourCredits),
      chineseOwnedAreChinese: Uint8Array.from(rules, (rule) => (rule.chineseOwnedAreChinese ? 1 : 0)),
      rollUp: Float64Array.from(rules, ({ rollUp }) => rollUp),
    },
  }
}
