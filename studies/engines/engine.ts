/** What an engine is to the rest: something that starts `plantshift work` with a number, at least once, and can say what it has. */
import type { EngineName } from './engineNames.ts'
import type { Round } from './rounds.ts'

/** What an engine has of a run at one moment. */
export interface EngineView {
  /** Blocks that are waiting, running or held. */
  readonly blocks: ReadonlySet<number>
  /** Tasks, or jobs of a queue, by what they do. */
  readonly waiting: number
  readonly running: number
  /** Of those that are waiting, the ones that wait until somebody frees them. */
  readonly held: number
  /** Numbers of the rounds of which it has nothing any more, rising. */
  readonly ended: readonly number[]
  /** True where something of it waits that hands out again what is missing, when the rest has ended. */
  readonly goesOn?: boolean
  /** What a person must know, with the command that helps. */
  readonly notes: readonly string[]
}

/** A result folder, and how its rounds are computed. */
export interface Handing {
  /** The whole path of the result folder. */
  readonly path: string
  /** What the run is called. */
  readonly name: string
  /** Folder where its data are now, when they are no longer where they were. */
  readonly data?: string | undefined
}

/** The words of a worker's call that say which run, for a shell or a process. */
export function workWords({ path, data }: Handing): readonly string[] {
  return ['work', path, ...(data === undefined ? [] : ['--data', data])]
}

export interface Engine {
  readonly name: EngineName
  /** Tasks that so many blocks are cut into. */
  readonly tasksFor: (blocks: number) => number
  /** What would be done for a round, as a person or an administrator reads it. */
  readonly describe: (handing: Handing, round: Round) => string
  /**
   * Hands a round out, whose file is there already.
   *
   * @returns what the engine calls it
   * @throws errors of kind `busy` where the engine does not answer, and `usage` where it is not there, or refuses
   */
  readonly handOut: (handing: Handing, round: Round) => Promise<string>
  /** @param rounds of this engine @throws as `handOut` */
  readonly look: (handing: Handing, rounds: readonly Round[]) => Promise<EngineView>
  /** Milliseconds between two looks of who waits for it. */
  readonly pause: number
  /** Asks what this process has started to end after the blocks in flight, and waits until it has. */
  readonly stop: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Blocks of rounds of which an engine has nothing. */
export const nothingHeld: Omit<EngineView, 'ended'> = { blocks: new Set(), waiting: 0, running: 0, held: 0, notes: [] }
