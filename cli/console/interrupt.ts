/**
 * Ctrl-C: the first asks the run to stop after the blocks in flight, so that what is done is written; the second leaves at
 * once. SIGTERM, which a scheduler sends, is the same as the first.
 */
import { exitCode } from './failure.ts'

export interface Interruption {
  readonly requested: () => boolean
  /** Gives Ctrl-C back its usual meaning. */
  readonly release: () => void
}

/**
 * @param onFirst called once, to ask the run to stop
 * @param onSecond called before the process leaves, to tidy up
 */
export function catchInterrupts(onFirst: () => void, onSecond: () => void): Interruption {
  let requests = 0
  const handle = (): void => {
    requests += 1
    if (requests === 1) {
      onFirst()
      return
    }
    onSecond()
    process.exit(exitCode.interrupted)
  }
  process.on('SIGINT', handle)
  process.on('SIGTERM', handle)
  return {
    requested: () => requests > 0,
    release: () => {
      process.off('SIGINT', handle)
      process.off('SIGTERM', handle)
    },
  }
}
