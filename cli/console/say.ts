/** Messages for people, on standard error. */
import type { OptionValues } from './command.ts'
import { flagOption } from './options.ts'
import type { Say } from '../../studies/folder/say.ts'

/** Says things on standard error, unless `--quiet` was given. */
export function speaker(options: OptionValues): Say {
  return (text) => {
    if (!flagOption(options, 'quiet')) process.stderr.write(`${text}\n`)
  }
}
