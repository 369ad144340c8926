/** Whether and when the agreement ends, and what makers reckon with at its reviews. */
import { yearOf } from '../compile/dates.ts'
import type { PolicyBlock, Regime, ScenarioFile } from '../file/scenario.ts'
import { foreseen, withPossible, type Foreseen } from './chances.ts'
import { isPreferential } from './contentRules.ts'
import { firstDay } from './days.ts'
import { withoutAgreement } from './ended.ts'
import type { Access } from './lever.ts'
import { madeRegimes } from './made.ts'
import { regimeOn } from './regimes.ts'

/** Years in which it may end, and `never`. */
export const endYears: readonly string[] = ['never', ...Array.from({ length: 11 }, (_, n) => String(2026 + n))]

function hasAgreement(regime: Regime | null | undefined): boolean {
  return Object.values(regime?.programmes?.US ?? {}).some((rule) => rule !== null && isPreferential(rule))
}

/** Events that end the agreement. */
function endsIn({ events, regimes }: PolicyBlock): readonly { readonly date: string; readonly to: string }[] {
  return (events ?? []).filter(({ to }) => !hasAgreement(regimes?.[to]))
}

/** The year at whose beginning the agreement ends for sure, which everybody knows. */
export const agreementEnd: Access<ScenarioFile, string> = {
  read: ({ policy = {} }) => {
    const [end] = endsIn(policy)
    return end === undefined ? 'never' : String(yearOf(end.date))
  },
  write: (content, year) => {
    const { policy = {} } = content
    const ends = endsIn(policy)
    const others = (policy.events ?? []).filter((event) => !ends.includes(event))
    if (year === 'never') return { ...content, policy: { ...policy, events: others } }
    const date = firstDay(Number(year))
    const rules = withoutAgreement(regimeOn({ ...content, policy: { ...policy, events: others } }, date))
    const end = { date, to: madeRegimes.ended }
    const before = others.filter((event) => event.date < date)
    const { beliefs } = policy
    return {
      ...content,
      policy: {
        ...policy,
        regimes: { ...policy.regimes, [madeRegimes.ended]: rules },
        events: [...before, end],
        ...(beliefs?.events
          ? { beliefs: { ...beliefs, events: [...beliefs.events.filter((event) => event.date < date), end] } }
          : {}),
      },
    }
  },
}

/** The last year of reviews: on 1 July 2036 the agreement ends or is extended. */
const lastReview = 2035

/** What reviews may bring. */
interface Reviews {
  /** Yearly chances that the agreement is left, and that it is extended for good. */
  readonly end: number
  readonly extension: number
  readonly isReal: boolean
}

const noChance: Foreseen = { chance: 0, back: 0, lag: 0, isReal: false }

function reviewsIn(content: ScenarioFile, day: string): Reviews {
  const end = foreseen(content, madeRegimes.reviewEnded, day) ?? noChance
  const extension = foreseen(content, madeRegimes.reviewExtended, day) ?? noChance
  return { end: end.chance, extension: extension.chance, isReal: end.isReal }
}

function withReviews(content: ScenarioFile, { end, extension, isReal }: Reviews, day: string): ScenarioFile {
  const common = { back: 0, lag: 0, last: lastReview, isReal }
  const rules = regimeOn(content, day)
  const ended = { ...common, name: madeRegimes.reviewEnded, rules: withoutAgreement(rules), chance: end }
  const description = 'As in force, with the reviews behind'
  const extended = {
    ...common,
    name: madeRegimes.reviewExtended,
    rules: { ...rules, description },
    chance: extension,
  }
  return withPossible(withPossible(content, ended, day), extended, day)
}

/** One part of what reviews may bring; the others stay as they are. */
export function ofReviews<Key extends keyof Reviews>(key: Key): Access<ScenarioFile, Reviews[Key]> {
  return {
    read: (content, day) => reviewsIn(content, day)[key],
    write: (content, value, day) => withReviews(content, { ...reviewsIn(content, day), [key]: value }, day),
  }
}
