/**
 * What asks a run to stop. Ctrl-C (SIGINT), a scheduler's SIGTERM or, where its script asks for that, SIGUSR1, and a closed terminal's SIGHUP ask for the same: that the
 * blocks in flight are finished and what is done is written. Only a second Ctrl-C, which a person gives, leaves at once:
 * `srun` of Slurm sends SIGTERM twice in the same moment, and SIGHUP may follow SIGTERM.
 */
import { exitCode } from './failure.ts'

const orderly = ['SIGTERM', 'SIGHUP', 'SIGUSR1'] as const

/**
 * @param onFirst called once, to ask the run to stop
 * @param onSecond called before the process leaves, to tidy up
 * @returns what gives the signals back their usual meaning
 */
export function catchInterrupts(onFirst: () => void, onSecond: () => void): () => void {
  let isAsked = false
  let presses = 0
  const ask = (): void => {
    if (!isAsked) onFirst()
    isAsked = true
  }
  const press = (): void => {
    presses += 1
    if (presses === 1) return ask()
    onSecond()
    process.exit(exitCode.interrupted)
  }
  process.on('SIGINT', press)
  for (const signal of orderly) process.on(signal, ask)
  return () => {
    process.off('SIGINT', press)
    for (const signal of orderly) process.off(signal, ask)
  }
}
