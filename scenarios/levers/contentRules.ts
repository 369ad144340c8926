/** What programmes of the agreement ask of content: of every programme that asks for a proof of origin, at all three borders. */
import { markets } from '../../engine/model/inputs/sets.ts'
import { countsIn } from '../compile/dates.ts'
import { valueIn } from '../compile/dated.ts'
import type { AdditionalDuty, Programme, Regime } from '../file/scenario.ts'
import type { ByName, ContentRule, Dated } from '../file/values.ts'
import { changedFrom, dayBefore } from './days.ts'
import type { Access } from './lever.ts'
import { withPieces } from './split.ts'

/** Floors and other numbers of a content rule. */
type ContentNumber = {
  [K in keyof ContentRule]-?: NonNullable<ContentRule[K]> extends Dated ? K : never
}[keyof ContentRule]

/** How a number is read and written. */
interface ContentForm {
  /** What it is where nothing is written; 0 unless given. */
  readonly unwritten?: number
  /** How much more is asked of pickups and vans than of cars. */
  readonly trucks?: number
}

/** A number of content rules; the one for cars at the US border is read. */
export function contentNumber(
  kind: ContentNumber,
  { unwritten = 0, trucks = 0 }: ContentForm = {},
): Access<Regime, number> {
  return {
    read: (regime, day) => {
      const rule = carProgramme(regime, day)
      return rule === undefined ? undefined : valueIn(day, rule.content?.[kind], unwritten)
    },
    write: (regime, value, day) =>
      changedProgrammes(regime, (rule) => {
        const asked = isForTrucks(rule) ? Number((value + trucks).toPrecision(12)) : value
        return { ...rule, content: { ...rule.content, [kind]: changedFrom(rule.content?.[kind], day, asked) } }
      }),
  }
}

const notChinese = contentNumber('nonChinese')

/** What regional content of 75% leaves for all that comes from abroad: a cap as high is none. */
export const noChineseCap = 0.25

/** The most that may come from China, where rules ask for the least that does not. */
export const chineseCap: Access<Regime, number> = {
  read: (regime, day) => {
    const floor = notChinese.read(regime, day)
    if (floor === undefined) return undefined
    return floor === 0 ? noChineseCap : restOf(floor)
  },
  write: (regime, value, day) => notChinese.write(regime, value >= noChineseCap ? 0 : restOf(value), day),
}

function restOf(share: number): number {
  return Number((1 - share).toPrecision(12))
}

/** Whether Chinese-owned suppliers in Mexico count as Chinese. It has no dates of its own: a programme of another name follows. */
export const chineseOwned: Access<Regime, boolean> = {
  read: (regime, day) => {
    const rule = carProgramme(regime, day)
    return rule === undefined ? undefined : (rule.content?.chineseOwnedSuppliersAreChinese ?? false)
  },
  write: (regime, chineseOwnedSuppliersAreChinese, day) =>
    markets.reduce((changed, market) => {
      const pieces = new Map<string, readonly string[]>()
      const rules = Object.entries(changed.programmes?.[market] ?? {}).flatMap(
        ([name, rule]): [string, Programme][] => {
          if (rule === null) return []
          if (!isPreferential(rule) || (typeof rule.to === 'string' && rule.to < day)) return [[name, rule]]
          const later = { ...rule, content: { ...rule.content, chineseOwnedSuppliersAreChinese } }
          if (typeof rule.from === 'string' && rule.from >= day) return [[name, later]]
          const piece = `${name}-from-${day.slice(0, 4)}`
          pieces.set(name, [piece])
          return [
            [name, { ...rule, to: dayBefore(day) }],
            [piece, { ...later, from: day }],
          ]
        },
      )
      return {
        ...changed,
        programmes: { ...changed.programmes, [market]: Object.fromEntries(rules) },
        ...withDuties(changed, (duty) =>
          duty.market === market && duty.exempt ? { ...duty, exempt: withPieces(duty.exempt, pieces) } : duty,
        ),
      }
    }, regime),
}

function withDuties(
  { additionalDuties }: Regime,
  change: (duty: AdditionalDuty) => AdditionalDuty,
): Pick<Regime, 'additionalDuties'> {
  if (additionalDuties === undefined || additionalDuties === null) return {}
  const changed: ByName<AdditionalDuty | null> = Object.fromEntries(
    Object.entries(additionalDuties).map(([name, duty]) => [name, duty === null ? null : change(duty)]),
  )
  return { additionalDuties: changed }
}

/** The rule for cars at the US border; undefined where there is no agreement. */
function carProgramme(regime: Regime, day: string): Programme | undefined {
  const rules = Object.values(regime.programmes?.US ?? {}).flatMap((rule) => (rule === null ? [] : [rule]))
  return rules.find((rule) => isPreferential(rule) && !isForTrucks(rule) && countsIn(day, rule.from, rule.to))
}

/** Whether a programme is the agreement's: the makers that use it must prove origin. */
export function isPreferential({ preferential }: Programme): boolean {
  return preferential === true
}

/** Whether a rule is for pickups or vans, and not for cars. */
function isForTrucks({ bodies }: Programme): boolean {
  return bodies !== undefined && bodies !== null && !bodies.includes('car')
}

/** The regime with the programmes of the agreement changed. */
function changedProgrammes(regime: Regime, change: (rule: Programme) => Programme): Regime {
  const borders = markets.map((market) => {
    const rules = Object.entries(regime.programmes?.[market] ?? {})
    const changed = rules.map(
      ([name, rule]) => [name, rule !== null && isPreferential(rule) ? change(rule) : rule] as const,
    )
    return [market, Object.fromEntries(changed)] as const
  })
  return { ...regime, programmes: Object.fromEntries(borders) }
}
