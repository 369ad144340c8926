/** What the curve along a lever is made with, where nobody chooses, and values of levers in steps and words. */
import type { LeverNumbers } from '../../../scenarios/levers/lever.ts'
import type { LeverValue } from '../../../scenarios/file/values.ts'
import { settingsText } from '../../../scenarios/levers/settings.ts'
import { mostCurveReplicates } from '../engine/asides.ts'

export const usualAlong = 'us-tariff-mexico'
export const usualCurveOutcome = 'assemblyJobs.US'

/** Replicates of one bit after another: few at first, so that the shape is soon there. */
export const curveCounts: readonly number[] = Array.from({ length: mostCurveReplicates / 4 }, (_, bit) => 4 * (bit + 1))

/** The value that a slider of the lever can stand at, nearest to this one. */
export function nearestStep({ least, most, step }: LeverNumbers, value: number): number {
  const level = least + Math.round((value - least) / step) * step
  return Number(Math.max(least, Math.min(most, level)).toPrecision(12))
}

/** As in `US tariff on vehicles from Mexico 10%`. */
export function settingText([id, value]: readonly [string, LeverValue]): string {
  return settingsText({ [id]: value })
}
