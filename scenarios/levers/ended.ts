/** The rules when the agreement of the three countries is over. */
import { markets } from '../../engine/model/inputs/sets.ts'
import type { AdditionalDuty, Programme, Regime } from '../file/scenario.ts'
import type { ByName } from '../file/values.ts'
import { isPreferential } from './contentRules.ts'

/**
 * Vehicles between the US and the others pay ordinary duties, and every additional duty in full; Canada and Mexico keep free access
 * to each other under the CPTPP. Duties on parts stay as they are.
 */
export function withoutAgreement(regime: Regime): Regime {
  const programmes = Object.fromEntries(
    markets.map((market) => {
      const kept = Object.entries(regime.programmes?.[market] ?? {}).flatMap(([name, rule]) => {
        const left = rule === null || !isPreferential(rule) ? rule : withoutUs(rule, market === 'US')
        return left === undefined || left === null ? [] : [[name, left] as const]
      })
      return [market, Object.fromEntries(kept)] as const
    }),
  )
  const duties = Object.entries(regime.additionalDuties ?? {}).flatMap(([name, duty]) =>
    duty === null ? [] : [[name, withKnown(duty, programmes)] as const],
  )
  return {
    ...regime,
    description: 'No agreement; ordinary duties, and additional duties in full',
    programmes,
    additionalDuties: Object.fromEntries(duties),
  }
}

/** What is left of a programme of the agreement; undefined where nobody could use it any more. */
function withoutUs(rule: Programme, isUsBorder: boolean): Programme | undefined {
  const origins = Array.isArray(rule.origins) ? rule.origins.filter((country) => country !== 'US') : []
  return isUsBorder || origins.length === 0 ? undefined : { ...rule, origins }
}

/**
 * Names of programmes that are gone are left out; and programmes of the agreement that are left are for vehicles of the other
 * neighbour, which a duty on US vehicles does not meet.
 */
function withKnown(duty: AdditionalDuty, programmes: Readonly<Record<string, ByName<Programme>>>): AdditionalDuty {
  if (duty.exempt === undefined || duty.exempt === null) return duty
  const known = programmes[duty.market ?? ''] ?? {}
  return { ...duty, exempt: duty.exempt.filter((name) => Object.hasOwn(known, name)) }
}
