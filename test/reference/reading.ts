/** What tests read from the model's flat arrays, by name instead of by strides. */
import { outcomeCount, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import type { Workspace } from '../../engine/model/history/workspace.ts'
import { marketCount, placeCount } from '../../engine/model/inputs/sets.ts'

/** An outcome of scenario `s` in year `t` of the replicate that was run last. */
export function outcome({ results }: Pick<Workspace, 'results'>, s: number, id: string, t: number): number {
  return results[s].outcomes[t * outcomeCount + outcomeIndex(id)]
}

/** Position of a line at a place in [line x place]. */
export function atPlace(j: number, o: number): number {
  return j * placeCount + o
}

/** Position in [regime x line x place] of an industry with so many lines. */
export function underRegime(lines: number, r: number, j: number, o: number): number {
  return (r * lines + j) * placeCount + o
}

/** Position in [regime x market x line x place] of an industry with so many lines. */
export function inMarket(lines: number, { r, m, j, o }: Readonly<Record<'r' | 'm' | 'j' | 'o', number>>): number {
  return ((r * marketCount + m) * lines + j) * placeCount + o
}
