/** What the rules of a scenario come to, however they are written: what each vehicle meets at each border, and all that is said beside. */
import { bodies, countries, markets } from '../../../engine/model/inputs/sets.ts'
import { rowsFor } from '../../../scenarios/compile/programmeRows.ts'
import { rulesIn } from '../../../scenarios/compile/rules.ts'
import { canonicalJson } from '../../../scenarios/file/canonicalJson.ts'
import type { ScenarioFile } from '../../../scenarios/file/scenario.ts'

const days = ['2025-06-30', '2026-12-31', '2027-01-01', '2030-12-31', '2036-12-31']
const makers = ['ford', 'general-motors', 'nissan', 'byd']
const kinds = markets.flatMap((market) =>
  countries.flatMap((country) =>
    bodies.flatMap((body) =>
      ['combustion', 'electric'].flatMap((powertrain) =>
        makers.map((maker, n) => ({
          market,
          vehicle: { country, body, powertrain, headquarters: countries[2 * n], maker },
        })),
      ),
    ),
  ),
)

/** Equal texts where two scenarios have the same rules under each of their regimes. */
export function meaningOf({ policy = {}, ...content }: ScenarioFile): string {
  const regimes = Object.entries(policy.regimes ?? {}).map(([name, regime]) => {
    const said = days.map((day) => {
      const { programmes: _, duties: __, ...beside } = rulesIn(day, regime ?? {})
      const rules = rulesIn(day, regime ?? {})
      const met = kinds.map(({ market, vehicle }) =>
        rowsFor(rules, market, vehicle).map(({ name: ___, ...row }) => row),
      )
      return [met.map((rows) => rows.map((row) => canonicalJson(row)).toSorted()), beside]
    })
    return [name, said] as const
  })
  return canonicalJson({ ...content, policy: { ...policy, regimes: Object.fromEntries(regimes) } })
}
