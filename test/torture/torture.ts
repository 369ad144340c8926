/** What all tortures have in common: numbered cases of a seed, each of which is as it should be or tells what is not. */
import type { Chance } from './chance.ts'

/** What has come of a case. */
export interface Tried {
  /** What was done, in words. */
  readonly what: string
  /** What is not as it should be; nothing where all is. */
  readonly wrong: readonly string[]
}

export interface Torture {
  /** As in `mutant`, from which a case is called `mutant-17`. */
  readonly name: string
  /** Cases that CI tries. */
  readonly bounded: number
  /** Makes what the cases need in an empty folder. @param isWhole true to ask each case everything, however long it takes */
  readonly open: (folder: string, isWhole: boolean) => Promise<(chance: Chance, number: number) => Promise<Tried>>
}

/** A fault is whatever the program does not know itself. */
export function faultsOf({
  code,
  stderr,
}: {
  readonly code: number | null
  readonly stderr: string
}): readonly string[] {
  const isFault = /fault of the program|an exception left the program| at .*\.js:\d+/.test(stderr)
  return isFault ? [`a fault of the program, code ${code}: ${stderr.slice(0, 400)}`] : []
}
