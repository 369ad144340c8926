/** Processes on this machine, each of which takes its share of a round's blocks. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { isStillThere, processStart } from '../folder/lock.ts'
import { shellWord } from '../plan/commandLine.ts'
import { logFolder } from './engineFiles.ts'
import { type Engine, type EngineView, type Handing, workWords } from './engine.ts'
import { blocksOfTask, type Round } from './rounds.ts'

export interface LocalOptions {
  /** How the program is started: its interpreter and file. */
  readonly program: readonly string[]
  /** Processes; as many as the machine has processors unless given. */
  readonly tasks?: number | undefined
  /** Threads of each; one unless given. */
  readonly threads?: number | undefined
}

/** An engine whose processes end with it, unless they are killed. */
export function localEngine({ program, tasks = availableParallelism(), threads = 1 }: LocalOptions): Engine {
  const children = new Set<ChildProcess>()
  const words = (handing: Handing, round: number, task: number): readonly string[] => [
    ...program,
    ...workWords(handing),
    '--round',
    String(round),
    '--task',
    String(task),
    '--workers',
    String(threads),
  ]
  const start = (handing: Handing, round: number, task: number): string => {
    const log = openSync(join(logFolder(handing.path), `round-${String(round).padStart(3, '0')}-${task}.txt`), 'a')
    const [command, ...rest] = words(handing, round, task)
    const child = spawn(command, rest, { stdio: ['ignore', log, log] })
    closeSync(log)
    children.add(child)
    const gone = (): void => void children.delete(child)
    child.on('exit', gone)
    child.on('error', gone)
    return child.pid === undefined ? 'none' : `${child.pid}@${processStart(child.pid) ?? ''}`
  }
  const stop = async (): Promise<void> => {
    for (const child of children) child.kill('SIGTERM')
    await Promise.all([...children].map(async (child) => await new Promise((resolve) => child.once('exit', resolve))))
  }
  return {
    name: 'local',
    tasksFor: (blocks) => Math.min(tasks, blocks),
    describe: (handing, round) =>
      Array.from(
        { length: round.tasks },
        (_, task) => `${words(handing, round.number, task).map(shellWord).join(' ')} &\n`,
      ).join(''),
    handOut: (handing, { number, tasks: count }) =>
      Promise.resolve(Array.from({ length: count }, (_, task) => start(handing, number, task)).join(',')),
    look: (_, rounds) => Promise.resolve(viewOf(rounds)),
    pause: 100,
    stop,
    close: () => Promise.resolve(),
  }
}

/** What is still running, from the processes that rounds name, also where another program has started them. */
function viewOf(rounds: readonly Round[]): EngineView {
  const blocks = new Set<number>()
  const ended: number[] = []
  let running = 0
  for (const round of rounds) {
    const alive = (round.job ?? '').split(',').map((word) => isRunning(word))
    if (!alive.includes(true)) ended.push(round.number)
    alive.forEach((is, task) => {
      if (!is) return
      running += 1
      for (const block of blocksOfTask(round, task)) blocks.add(block)
    })
  }
  return { blocks, waiting: 0, running, held: 0, ended, notes: [] }
}

/** @param word number of a process and its start, as `handOut` gives them */
function isRunning(word: string): boolean {
  const [number, started] = word.split('@')
  return /^\d+$/.test(number) && isStillThere(Number(number), started === '' ? undefined : started)
}
