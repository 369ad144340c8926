/** Subsidies to buyers: amounts in dollars, tests that someone can pass, and one amount for the base year. */
import { markets, type Market } from '../../engine/model/inputs/sets.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { Regimes } from '../file/resolved.ts'
import type { Dated } from '../file/values.ts'
import type { Subsidy } from '../file/tradeLevers.ts'
import { type CheckContext, problemAt } from './context.ts'
import { floorProblems } from './floors.ts'
import { type RuleFacts, userProblems } from './programmes.ts'

/** Below this, in USD, an amount was meant in thousands: no buyer is courted with less. */
const leastAmount = 100
const usdInThousand = 1000

/** Subsidies without an amount, given in thousand USD, with content that no vehicle has, or with two sums for the base year. */
export function subsidyProblems(regimes: Regimes, facts: RuleFacts, context: CheckContext): readonly Problem[] {
  const stated = Object.entries(regimes).flatMap(([regime, { subsidies }]) =>
    markets.flatMap((market) =>
      Object.entries(subsidies?.[market] ?? {}).flatMap(([name, rule]): Stated[] =>
        rule === null
          ? []
          : [{ regime, market, name, rule, at: ['policy', 'regimes', regime, 'subsidies', market, name] }],
      ),
    ),
  )
  return [...stated.flatMap((one) => problemsOf(one, facts, context)), ...baseYearProblems(stated, context)]
}

interface Stated {
  readonly regime: string
  readonly market: Market
  readonly name: string
  readonly rule: Subsidy
  readonly at: Path
}

function problemsOf({ market, rule, at }: Stated, facts: RuleFacts, context: CheckContext): readonly Problem[] {
  const allowed = 'USD per vehicle, as in amount: 7500'
  const missing =
    rule.amount === undefined
      ? [problemAt(context, [...at, 'amount'], { message: `is missing: write ${allowed}`, allowed })]
      : []
  // Where vehicles of the market itself pass, some can hold any content; else those of the countries named.
  const origins = rule.assembledIn?.includes(market) === false ? rule.assembledIn : [market]
  return [
    ...missing,
    ...amountsOf(rule.amount).flatMap(({ value, key }) => amountProblems(value, [...at, 'amount', ...key], context)),
    ...amountProblems(rule.inBaseYear ?? 0, [...at, 'inBaseYear'], context),
    ...userProblems(rule, at, facts.industry, context),
    ...floorProblems({ origins, content: rule.content }, market, at, facts.limits, context),
  ]
}

function amountsOf(amount: Dated | undefined): readonly { readonly value: number; readonly key: Path }[] {
  if (amount === undefined) return []
  if (typeof amount === 'number') return [{ value: amount, key: [] }]
  return amount.map(({ value }, n) => ({ value, key: [n, 'value'] }))
}

function amountProblems(value: number, at: Path, context: CheckContext): readonly Problem[] {
  if (value === 0 || value >= leastAmount) return []
  const nearest = String(value * usdInThousand)
  const message = `${value} looks like thousand USD: write ${nearest}`
  return [
    problemAt(context, at, { message, given: String(value), allowed: `0, or ${leastAmount} USD and more`, nearest }),
  ]
}

/** The base year was one year: what was paid in it cannot hang on the regime that follows. */
function baseYearProblems(stated: readonly Stated[], context: CheckContext): readonly Problem[] {
  return stated.flatMap((one, n) => {
    const first = stated.find(({ market, name }) => market === one.market && name === one.name) ?? one
    const [then, now] = [first.rule.inBaseYear ?? 0, one.rule.inBaseYear ?? 0]
    if (then === now || stated.indexOf(first) === n) return []
    const message = `regime ${first.regime} says that ${then} USD were paid in the base year: write the same here`
    return [problemAt(context, [...one.at, 'inBaseYear'], { message, given: String(now), allowed: String(then) })]
  })
}
