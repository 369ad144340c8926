/**
 * Duties of more than 150%: the highest that is known of vehicles is 100%, on Chinese electric cars, and a 2 is more likely a
 * percentage that lost its percent sign. They are taken as they are, with a warning.
 */
import { isPlainObject } from '../file/merge.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'

const usualMost = 1.5

/** Keys of regimes under which all numbers, but those of content and quotas, are rates. */
const ofRates = ['duty', 'dutyOnNonUsContent', 'rate', 'partsDuties', 'unclaimedPartsDuties', 'duties']

/** Rates of a scenario's own file that are unusually high. */
export function highRateWarnings({ policy, retaliation }: ScenarioFile, context: CheckContext): readonly Problem[] {
  const at: readonly (readonly [unknown, Path])[] = [
    [policy?.regimes, ['policy', 'regimes']],
    [retaliation, ['retaliation']],
  ]
  return at
    .flatMap(([value, path]) => ratesIn(value, path, false))
    .flatMap(({ rate, path }) => {
      if (rate <= usualMost) return []
      const [percent, meant] = [rate * 100, rate / 100].map((number) => Number(number.toPrecision(12)))
      const message = `${rate} is a rate of ${percent}%; if ${rate}% is meant, write ${meant}`
      return [problemAt(context, path, { message, given: String(rate), nearest: String(meant) })]
    })
}

function ratesIn(
  value: unknown,
  path: Path,
  isRate: boolean,
): readonly { readonly rate: number; readonly path: Path }[] {
  if (typeof value === 'number') return isRate ? [{ rate: value, path }] : []
  if (Array.isArray(value)) return value.flatMap((held, n) => ratesIn(held, [...path, n], isRate))
  if (!isPlainObject(value)) return []
  return Object.entries(value).flatMap(([key, held]) => ratesIn(held, [...path, key], isRate || ofRates.includes(key)))
}
