/** Quotas by volume: that each has a volume, and that programmes of one pool have the same. */
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { Regime } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'

/** @param at path of the regime */
export function quotaProblems(regime: Regime, at: Path, context: CheckContext): readonly Problem[] {
  const problems: Problem[] = []
  const pools = new Map<string, { readonly where: string; readonly volume: string }>()
  for (const [market, programmes] of Object.entries(regime.programmes ?? {})) {
    for (const [name, programme] of Object.entries(programmes ?? {})) {
      const quota = programme?.quota
      if (quota === undefined || quota === null) continue
      const path = [...at, 'programmes', market, name, 'quota', 'volume']
      if (quota.volume === undefined) {
        const allowed = 'vehicles a year, as in volume: 100000'
        problems.push(problemAt(context, path, { message: `is missing: write ${allowed}`, allowed }))
        continue
      }
      if (typeof quota.pool !== 'string') continue
      const volume = JSON.stringify(quota.volume)
      const first = pools.get(quota.pool)
      if (first === undefined) pools.set(quota.pool, { where: `${market}.${name}`, volume })
      else if (first.volume !== volume) {
        const message = `pool ${quota.pool} has another volume in ${first.where}: write the same, or another pool`
        problems.push(problemAt(context, path, { message, given: volume, allowed: first.volume }))
      }
    }
  }
  return problems
}
