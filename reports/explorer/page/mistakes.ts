/** What is wrong with a value at which a parameter is held, or with the ends between which its law is cut, in words. */
import { readSettings } from '../../../studies/plan/settings.ts'

/** As `--set` says it; undefined where all is well. */
export function heldMistake(name: string, value: number | string): string | undefined {
  try {
    const { parameters } = readSettings([`${name}=${value}`])
    return Object.keys(parameters).length === 0 ? `${name} is a lever, and no parameter` : undefined
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^--set: /, '') : String(error)
  }
}

/** The same of two ends. */
export function narrowMistake(name: string, [low, high]: readonly [number, number]): string | undefined {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return 'a law is cut at two numbers, as in 0.1..0.2'
  return heldMistake(name, low) ?? heldMistake(name, high) ?? (low < high ? undefined : `${low} must be below ${high}`)
}
