/** Messages for people, on standard error. */
import type { OptionValues } from './command.ts'
import { flagOption } from './options.ts'

/** Writes a message, unless asked to be quiet. */
export type Say = (text: string) => void

export function speaker(options: OptionValues): Say {
  return (text) => {
    if (!flagOption(options, 'quiet')) process.stderr.write(`${text}\n`)
  }
}
