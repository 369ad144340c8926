/**
 * The value of a choice at a redesign over staying, of lines (for `explainDecision`) and of entrants (for `explainEntry`); and
 * means over decisions. Section 8 of docs/model.md.
 */
import type { RedesignChoice } from '../relocation/redesignChoice.ts'

export const thousandsInMillion = 1000

/**
 * Value of going from state `from` to `to` at this redesign over staying, in the regime at position q: thousand USD.
 *
 * @param regimes number of regimes in play
 * @param premium factor on the sunk cost, 0 to leave it out
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

/** Closes every change of state, so that later redesigns keep what this one chose: what a net present value assumes. */
export function forbidMoves({ states, sunk }: RedesignChoice): void {
  for (let from = 0; from < states; from++) {
    for (let to = 0; to < states; to++) if (from !== to) sunk[from * states + to] = Infinity
  }
}

/** The value, or 0 where it is infinite: that of a state which is not open. */
export function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}

/** Arithmetic mean; 0 of no values. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
