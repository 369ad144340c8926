/**
 * Levers that change the rules of regimes. What counts is the regime in force on the day from which the change holds. The other
 * regimes of the scenario change with it where they have the same rule; one that says something else of its own, as a
 * threatened tariff does, keeps it.
 */
import type { PolicyBlock, Regime, ScenarioFile } from '../file/scenario.ts'
import { madeRegimeNames } from './made.ts'
import type { Access } from './lever.ts'

/** Name of the regime in force on a day as far as dates decide it, leaving aside those that levers made. */
export function regimeNameOn({ start, events }: PolicyBlock, day: string): string {
  const begun = (events ?? []).filter(({ date, to }) => date <= day && !madeRegimeNames.includes(to))
  return begun.at(-1)?.to ?? start ?? ''
}

/** The regime in force on a day as far as dates decide it. */
export function regimeOn(content: ScenarioFile, day: string): Regime {
  const { policy = {} } = content
  return policy.regimes?.[regimeNameOn(policy, day)] ?? {}
}

/** Access to a scenario from access to a regime. */
export function ofRegimes<Value>({ read, write }: Access<Regime, Value>): Access<ScenarioFile, Value> {
  return {
    read: (content, day) => read(regimeOn(content, day), day),
    write: (content, value, day) => {
      const before = read(regimeOn(content, day), day)
      const regimes = Object.entries(content.policy?.regimes ?? {}).map(([name, regime]) => {
        const isOther = regime === null || madeRegimeNames.includes(name) || read(regime, day) !== before
        return [name, isOther ? regime : write(regime, value, day)] as const
      })
      return { ...content, policy: { ...content.policy, regimes: Object.fromEntries(regimes) } }
    },
  }
}
