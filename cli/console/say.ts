/** Messages for people, on standard error, and what is said when something is added to a folder. */
import type { OptionValues } from './command.ts'
import { flagOption } from './options.ts'
import { printMessage } from './print.ts'
import type { Adding } from '../../reports/write/addFinding.ts'
import type { Say } from '../../studies/folder/say.ts'

/** Says things on standard error, unless `--quiet` was given. */
export function speaker(options: OptionValues): Say {
  return (text) => {
    if (!flagOption(options, 'quiet')) printMessage(text)
  }
}

/** How a command adds what it found to a folder: what it says, whether it breaks a lock, and how it writes texts. */
export function addingFrom(options: OptionValues): Adding {
  return { say: speaker(options), breakLock: flagOption(options, 'breakLock'), rawCsv: flagOption(options, 'rawCsv') }
}
