/** What programmes of the agreement ask of content. */
import { markets } from '../../engine/model/inputs/sets.ts'
import { countsIn } from '../compile/dates.ts'
import { valueIn } from '../compile/dated.ts'
import type { Programme, Regime } from '../file/scenario.ts'
import type { ContentRule, Dated } from '../file/values.ts'
import type { Access } from './lever.ts'
import { changedFrom } from './days.ts'

/** Floors and other numbers of a content rule. */
type ContentNumber = {
  [K in keyof ContentRule]-?: NonNullable<ContentRule[K]> extends Dated ? K : never
}[keyof ContentRule]

/** What is another for pickups and vans than for cars. */
export interface ContentForms {
  /** Where nothing is written; 0 unless given. */
  readonly unwritten?: number
  /** How much more is asked of pickups and vans. */
  readonly trucks?: number
}

/** A number of the content rules of the agreement: of every programme that asks for a proof of origin, at all three borders. */
export function contentFloor(
  kind: ContentNumber,
  { unwritten = 0, trucks = 0 }: ContentForms = {},
): Access<Regime, number> {
  return {
    read: (regime, day) => {
      const rule = carProgramme(regime, day)
      return rule === undefined ? undefined : valueIn(day, rule.content?.[kind], unwritten)
    },
    write: (regime, value, day) =>
      changedProgrammes(regime, (rule) => {
        const dated = changedFrom(
          rule.content?.[kind],
          day,
          isForTrucks(rule) ? Number((value + trucks).toPrecision(12)) : value,
        )
        return { ...rule, content: { ...rule.content, [kind]: dated } }
      }),
  }
}

/** The rule for cars at the US border; undefined where there is no agreement. */
function carProgramme(regime: Regime, day: string): Programme | undefined {
  return (
    Object.values(regime.programmes?.US ?? {}).find(
      (rule) => rule !== null && isPreferential(rule) && !isForTrucks(rule) && countsIn(day, rule.from, rule.to),
    ) ?? undefined
  )
}

function isPreferential(rule: Programme): boolean {
  return rule.preferential === true
}

/** Whether a rule is for pickups or vans, and not for cars. */
function isForTrucks({ bodies }: Programme): boolean {
  return bodies !== undefined && bodies !== null && !bodies.includes('car')
}

/** The regime with the programmes of the agreement changed. */
function changedProgrammes(regime: Regime, change: (rule: Programme) => Programme): Regime {
  const borders = markets.map((market) => {
    const rules = Object.entries(regime.programmes?.[market] ?? {})
    return [
      market,
      Object.fromEntries(
        rules.map(([name, rule]) => [name, rule !== null && isPreferential(rule) ? change(rule) : rule]),
      ),
    ] as const
  })
  return { ...regime, programmes: Object.fromEntries(borders) }
}
