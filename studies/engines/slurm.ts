/** Slurm, by its own commands: an array of tasks for each round, and a job that gathers after it. */
import { writeWhole } from '../../engine/run/wholeFile.ts'
import { errorOfKind } from '../../engine/run/errors.ts'
import type { Engine, EngineView, Handing } from './engine.ts'
import { logFolder, makeWorkFolders, roundFile } from './engineFiles.ts'
import { askProgram } from './program.ts'
import { blocksOfTask, type Round } from './rounds.ts'
import { gatherScript, type SlurmOptions, workScript } from './slurmScript.ts'

/** Clusters take arrays with numbers below `MaxArraySize`, which is 1001 unless somebody has changed it. */
const mostTasks = 1000

/** An engine that lives on the cluster: nothing of it ends with this process. */
export function slurmEngine(options: SlurmOptions): Engine {
  return {
    name: 'slurm',
    tasksFor: (blocks) => Math.min(options.tasks, mostTasks, blocks),
    describe: (handing, round) =>
      `# sbatch --parsable ${roundFile(handing.path, round.number, '.sh')}\n${workScript(handing, round, options)}\n` +
      `# sbatch --parsable --dependency=afterany:JOB,singleton ${roundFile(handing.path, round.number, '-gather.sh')}\n` +
      gatherScript(handing, round, options),
    handOut: async (handing, round) => await handOutToSlurm(handing, round, options),
    look: async ({ path }, rounds) => await lookAtSlurm(path, rounds),
    pause: 5000,
    stop: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

async function handOutToSlurm(handing: Handing, round: Round, options: SlurmOptions): Promise<string> {
  const { path } = handing
  makeWorkFolders(path)
  const [work, gather] = [roundFile(path, round.number, '.sh'), roundFile(path, round.number, '-gather.sh')]
  writeWhole(work, workScript(handing, round, options))
  writeWhole(gather, gatherScript(handing, round, options))
  const job = jobOf(await ask('sbatch', ['--parsable', work]))
  try {
    const after = jobOf(await ask('sbatch', ['--parsable', `--dependency=afterany:${job},singleton`, gather]))
    return `${job}+${after}`
  } catch (error) {
    // Nobody would gather, and the round is said not to be handed out.
    await ask('scancel', [job])
    throw error
  }
}

/** Jobs of a round: that of its tasks, and the one that gathers after them. */
function jobsOf({ job = '' }: Round): readonly string[] {
  return job.split('+').filter((number) => /^\d+$/.test(number))
}

/** The number in what `sbatch --parsable` prints, as `1234` or `1234;cluster`. */
function jobOf(printed: string): string {
  const job = /^(\d+)/.exec(printed.trim().split('\n').at(-1) ?? '')?.[1]
  if (job === undefined) throw errorOfKind('busy', `sbatch printed no number of a job: ${printed.trim()}`)
  return job
}

const commands = {
  install: 'ask where the commands of Slurm are, as on a login node',
  isAway: /unable to contact|connection refused|timed out|socket/i,
}

async function ask(command: string, words: readonly string[]): Promise<string> {
  return await askProgram(command, words, commands)
}

/** A task as squeue shows it. */
export interface ShownTask {
  readonly job: string
  /** Undefined for a job that is no array, as the one that gathers. */
  readonly task: number | undefined
  readonly state: string
  readonly reason: string
}

/** Lines of `squeue -h -r -o '%i|%T|%r'`. */
export function readQueue(text: string): readonly ShownTask[] {
  return text.split('\n').flatMap((line) => {
    const [, job, task, state, reason] = /^(\d+)(?:_(\d+))?\|(\w+)\|(.*)$/.exec(line.trim()) ?? []
    return job === undefined ? [] : [{ job, task: task === undefined ? undefined : Number(task), state, reason }]
  })
}

async function lookAtSlurm(path: string, rounds: readonly Round[]): Promise<EngineView> {
  const jobs = rounds.flatMap(jobsOf)
  const shown = jobs.length === 0 ? [] : readQueue(await askQueue(jobs))
  return viewOfQueue(path, rounds, shown)
}

/** Of jobs of which Slurm knows nothing any more it says nothing, or that there are none. */
async function askQueue(jobs: readonly string[]): Promise<string> {
  try {
    return await ask('squeue', ['-h', '-r', '-o', '%i|%T|%r', `--jobs=${jobs.join(',')}`])
  } catch (error) {
    if (error instanceof Error && /invalid job id/i.test(error.message)) return ''
    throw error
  }
}

const endedStates =
  /^(COMPLETED|COMPLETING|CANCELLED|FAILED|TIMEOUT|NODE_FAIL|PREEMPTED|BOOT_FAIL|DEADLINE|OUT_OF_MEMORY)$/

/** What Slurm has of the rounds, from what it shows of their tasks. @param path of the result folder */
export function viewOfQueue(path: string, rounds: readonly Round[], shown: readonly ShownTask[]): EngineView {
  const alive = shown.filter(({ state }) => !endedStates.test(state))
  const tasks = alive.filter(({ task }) => task !== undefined)
  const blocks = new Set<number>()
  const ended: number[] = []
  for (const round of rounds) {
    const own = tasks.flatMap(({ job, task }) => (job === jobsOf(round)[0] && task !== undefined ? [task] : []))
    if (own.length === 0) ended.push(round.number)
    for (const task of own) for (const block of blocksOfTask(round, task)) blocks.add(block)
  }
  const waiting = tasks.filter(({ state }) => /^(PENDING|REQUEUED|REQUEUE_HOLD|REQUEUE_FED|SPECIAL_EXIT)$/.test(state))
  return {
    blocks,
    waiting: waiting.length,
    running: tasks.length - waiting.length,
    held: waiting.filter(isHeld).length,
    ended,
    goesOn: alive.some((job) => job.task === undefined && !isHeld(job)),
    notes: [
      ...heldNotes(alive.filter(isHeld)),
      ...reasonNotes(waiting),
      ...gatherNotes(alive),
      ...logNotes(path, ended),
    ],
  }
}

function isHeld({ reason }: ShownTask): boolean {
  return /held/i.test(reason)
}

const mostNamed = 20

function heldNotes(held: readonly ShownTask[]): readonly string[] {
  if (held.length === 0) return []
  const jobs = [...new Set(held.map(({ job }) => job))]
  const names =
    held.length <= mostNamed ? held.map(({ job, task }) => (task === undefined ? job : `${job}_${task}`)) : jobs
  const reasons = [...new Set(held.map(({ reason }) => reason))].join(', ')
  return [
    `${held.length} ${held.length === 1 ? 'task or job is' : 'tasks and jobs are'} held (${reasons}) and will not start by ` +
      `${held.length === 1 ? 'itself. To free it' : 'themselves. To free them'}: ` +
      `scontrol release ${names.join(',')}`,
  ]
}

function reasonNotes(waiting: readonly ShownTask[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { reason } of waiting) {
    if (reason !== 'None' && !/held/i.test(reason)) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  return [`Waiting for: ${[...counts].map(([reason, tasks]) => `${reason} (${tasks})`).join(', ')}`]
}

/** What is after the tasks. */
function gatherNotes(alive: readonly ShownTask[]): readonly string[] {
  return alive
    .filter(({ task }) => task === undefined)
    .map(
      ({ job, state, reason }) =>
        `Job ${job} gathers after them: ${state.toLowerCase()}${reason === 'None' ? '' : ` (${reason})`}`,
    )
}

function logNotes(path: string, ended: readonly number[]): readonly string[] {
  const last = ended.at(-1)
  return last === undefined ? [] : [`What the tasks of round ${last} have said: ${logFolder(path)}`]
}
