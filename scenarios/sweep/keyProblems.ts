/** Names in a sweep file that nothing has: keys that levers set, and years that are not simulated. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { nameHint } from '../file/nearest.ts'
import { pathText, valuePosition } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { ResolvedScenario } from '../file/resolved.ts'
import { firstUnknown, keysOf, type UnknownKey } from './leverChange.ts'
import type { SweepSource } from './readSweep.ts'

/** A typo in a key would make a new regime or programme that nothing uses: what holds the key must be there already. */
export function keyProblems({ content, file, positions }: SweepSource, swept: ResolvedScenario): readonly Problem[] {
  return Object.entries(content.levers ?? {}).flatMap(([lever, what]) =>
    keysOf(what).flatMap((path): readonly Problem[] => {
      const wrong = firstUnknown(path, swept.content)
      if (wrong === undefined) return []
      const place = valuePosition(positions, ['levers', lever, 'set']) ?? { file }
      const hint = hintFor(wrong)
      const message = `levers.${lever}.set: ${pathText(path)} is not in the scenario: unknown key ${wrong.key}; ${hint}`
      return [{ ...place, path: `levers.${lever}.set`, given: wrong.key, message }]
    }),
  )
}

function hintFor({ key, known, nearest }: UnknownKey): string {
  const dotted = known.find((name) => name.startsWith(`${key}.`))
  if (dotted !== undefined) return `a name that holds a dot stands in quotes: write "${dotted}"`
  return nearest === undefined ? nameHint(key, known) : `did you mean ${nearest}?`
}

/** Years that are to be kept and that the scenario does not come to. */
export function yearProblems(
  { content, file, positions }: SweepSource,
  { to }: ResolvedScenario,
  { baseYear }: Industry,
): readonly Problem[] {
  return (content.years ?? []).flatMap((year, n) => {
    if (year >= baseYear && year <= to) return []
    const place = valuePosition(positions, ['years', n]) ?? { file }
    const allowed = `${baseYear} to ${to}`
    const message = `years[${n}]: ${year} is not simulated; the years are ${allowed}`
    return [{ ...place, path: `years[${n}]`, given: String(year), allowed, message }]
  })
}
