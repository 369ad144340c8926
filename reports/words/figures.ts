/** Figures as CSV files hold them. */
import { roundAt, roundingPlace } from './numbers.ts'

/** Text of a figure, two digits of its Monte Carlo standard error kept; NaN is an empty cell. */
export function figure(value: number, error: number): string {
  return Number.isFinite(value) ? String(roundAt(value, roundingPlace(value, error, 2))) : ''
}

/** The Monte Carlo error itself, two digits. */
export function errorFigure(error: number): string {
  return figure(error, error)
}
