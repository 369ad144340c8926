/**
 * Ctrl-C: the first asks the run to stop after the blocks in flight, so that what is done is written; the second leaves at
 * once. SIGTERM, which a scheduler sends, is the same as the first.
 */
import { exitCode } from './failure.ts'

/**
 * @param onFirst called once, to ask the run to stop
 * @param onSecond called before the process leaves, to tidy up
 * @returns what gives Ctrl-C back its usual meaning
 */
export function catchInterrupts(onFirst: () => void, onSecond: () => void): () => void {
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
  return () => {
    process.off('SIGINT', handle)
    process.off('SIGTERM', handle)
  }
}
