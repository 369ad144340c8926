/**
 * What a choice at a redesign is worth over staying, for those who lay decisions open: of lines (`explainDecision`) and of
 * entrants (`explainEntry`); and means over them. Section 8 of docs/model.md.
 */
import type { RedesignChoice } from '../relocation/redesignChoice.ts'

export const thousandsInMillion = 1000

/**
 * Value of going from state `from` to `to` at this redesign over staying, in the regime at position q: thousand USD.
 *
 * @param regimes in play; @param premium factor on the sunk cost, 0 to leave it out
 */
export function valueOver(
  { states, flow, carried, sunk }: RedesignChoice,
  regimes: number,
  q: number,
  from: number,
  to: number,
  premium: number,
): number {
  const stay = flow[(from * states + from) * regimes + q] + carried[from * regimes + q]
  const cost = premium === 0 ? 0 : premium * sunk[from * states + to]
  return flow[(from * states + to) * regimes + q] - cost + carried[to * regimes + q] - stay
}

/** Later redesigns keep the state that this one chose: what a plain net present value takes for granted. */
export function forbidMoves({ states, sunk }: RedesignChoice): void {
  for (let from = 0; from < states; from++) {
    for (let to = 0; to < states; to++) if (from !== to) sunk[from * states + to] = Infinity
  }
}

/** Where one may not go the sunk cost is infinite, and there is nothing to tell. */
export function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}

/** 0 where there is nothing to take the mean of. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
