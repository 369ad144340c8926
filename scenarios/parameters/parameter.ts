/** One row of the table of uncertain parameters, and what its rows share. */
import type { NumberLaw } from './laws.ts'

export interface Parameter {
  readonly title: string
  readonly unit: string
  readonly law: NumberLaw
  /** Values outside it make no sense. */
  readonly range: readonly [number, number]
  /** Values outside it are unusual enough to say so. */
  readonly warning: readonly [number, number]
  readonly source: string
  /** Whether the law rests on published estimates, or on the authors' judgement of them. */
  readonly basis: 'estimate' | 'judgement'
}

export type Bounds = readonly [number, number]

/** A row, in the order in which it is read aloud: what it is, in what, how spread, on what ground. */
export function parameter(
  title: string,
  unit: string,
  law: NumberLaw,
  bounds: { readonly range: Bounds; readonly warning: Bounds },
  basis: Parameter['basis'],
  source: string,
): Parameter {
  return { title, unit, law, ...bounds, basis, source }
}

/** Least, most likely and greatest value. */
export function triangular(low: number, mode: number, high: number): NumberLaw {
  return { law: 'triangular', low, mode, high }
}

/** Words that many rows share. */
export const plain: string = 'number without unit'
export const fraction: string = 'fraction'
export const share: Bounds = [0, 1]
export const laffer: string = 'Head, Mayer and Melitz (2024), Journal of International Economics 150'
