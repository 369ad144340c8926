/** Duties of Canada and Mexico on US farm products: their answer to the rules in force on a day. */
import { firstYear, yearOf } from '../compile/dates.ts'
import { defaults } from '../file/resolved.ts'
import type { Retaliation, ScenarioFile } from '../file/scenario.ts'
import type { Access } from './lever.ts'
import { regimeNameOn } from './regimes.ts'

/** Share of US farm exports there that is hit: a judgement, see scenario farm-retaliation. */
const usualShare = 0.25

/** The duty on the farm products that are hit, as an answer that is sure to come. */
export function farmAnswer(country: 'CA' | 'MX'): Access<ScenarioFile, number> {
  return {
    read: (content, day) => {
      const answer = content.retaliation?.[country]
      return answer?.when?.includes(regimeNameOn(content.policy ?? {}, day)) === true ? (answer.rate ?? 0) : 0
    },
    write: (content, rate, day) => {
      const stated: Retaliation = content.retaliation?.[country] ?? { share: usualShare }
      const when = [...new Set([...(stated.when ?? []), regimeNameOn(content.policy ?? {}, day)])]
      const lag = Math.max(0, yearOf(day) - beginOf(content, day))
      return { ...content, retaliation: { ...content.retaliation, [country]: { ...stated, when, rate, lag } } }
    },
  }
}

/** Year from which the rules of the day are in force: the answer waits until the day. */
function beginOf({ policy = {}, horizon }: ScenarioFile, day: string): number {
  const name = regimeNameOn(policy, day)
  const event = (policy.events ?? []).findLast(({ date, to }) => to === name && date <= day)
  return event === undefined ? (horizon?.from ?? defaults.from) : firstYear(event.date)
}
