/** How duties stack: that what a duty gives way to exists, and that duties on content of one vehicle spare the same. */
import { nameHint, nearestName } from '../file/nearest.ts'
import { sparedBy } from '../compile/rules.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { Regime, AdditionalDuty } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'

/** @param at path of the regime */
export function stackingProblems(regime: Regime, at: Path, context: CheckContext): readonly Problem[] {
  const duties = Object.entries(regime.additionalDuties ?? {}).flatMap(([name, rule]) =>
    rule === null ? [] : [{ name, rule, path: [...at, 'additionalDuties', name] }],
  )
  const names = duties.map(({ name }) => name)
  return duties.flatMap(({ name, rule, path }, n) => [
    ...unknownDuties(rule, name, names, path, context),
    ...duties.slice(0, n).flatMap((other) => contentConflict(rule, other.rule, other.name, path, context)),
    ...ownContentConflict(regime, rule, path, context),
  ])
}

function unknownDuties(
  { notWith }: AdditionalDuty,
  own: string,
  names: readonly string[],
  path: Path,
  context: CheckContext,
): readonly Problem[] {
  return (notWith ?? []).flatMap((name, n) => {
    const others = names.filter((other) => other !== own)
    if (others.includes(name)) return []
    const nearest = nearestName(name, others)
    const hint = nameHint(name, others)
    const message = name === own ? 'a duty cannot give way to itself' : `unknown additional duty: ${name}; ${hint}`
    return [problemAt(context, [...path, 'notWith', n], { message, given: name, allowed: others.join(', '), nearest })]
  })
}

function isOnContent({ chargedOn }: AdditionalDuty): boolean {
  return chargedOn !== undefined && chargedOn !== null && chargedOn !== 'value'
}

function shareOrigins(one: AdditionalDuty['origins'], other: AdditionalDuty['origins']): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return true
  return one.some((origin) => other.includes(origin))
}

const advice =
  'one vehicle can pay duties on content only where they spare the same origins: use the same base for both'

/** Two duties on content, met by the same vehicles, that spare different origins. */
function contentConflict(
  rule: AdditionalDuty,
  other: AdditionalDuty,
  otherName: string,
  path: Path,
  context: CheckContext,
): readonly Problem[] {
  if (!isOnContent(rule) || !isOnContent(other) || sparedBy(rule) === sparedBy(other)) return []
  if (rule.market !== other.market || !shareOrigins(rule.origins, other.origins)) return []
  return [problemAt(context, [...path, 'chargedOn'], { message: `spares other content than ${otherName}; ${advice}` })]
}

/** A duty on content on top of a programme that has one of its own, on content that is not of the US. */
function ownContentConflict(
  regime: Regime,
  rule: AdditionalDuty,
  path: Path,
  context: CheckContext,
): readonly Problem[] {
  if (!isOnContent(rule) || typeof rule.chargedOn !== 'object' || rule.market === undefined) return []
  return Object.entries(regime.programmes?.[rule.market] ?? {}).flatMap(([name, programme]) => {
    const own = programme?.dutyOnNonUsContent
    if (own === undefined || own === null || (rule.exempt ?? []).includes(name)) return []
    if (!shareOrigins(programme?.origins, rule.origins)) return []
    return [
      problemAt(context, [...path, 'chargedOn'], { message: `spares other content than programme ${name}; ${advice}` }),
    ]
  })
}
