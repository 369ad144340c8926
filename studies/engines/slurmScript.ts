/** The scripts that are handed to sbatch: for a round's tasks and for the job that gathers after them, readable to whoever runs the cluster. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { shellWord } from '../plan/commandLine.ts'
import { type Handing, workWords } from './engine.ts'
import { logFolder } from './engineFiles.ts'
import type { Round } from './rounds.ts'

export interface SlurmOptions {
  /** How the program is started: its interpreter and file. */
  readonly program: readonly string[]
  /** Tasks of a round, at most 1000: clusters usually take arrays no longer than that. */
  readonly tasks: number
  /** Processors of a task, for as many threads. */
  readonly cpus: number
  /** As sbatch takes it: minutes, or `04:00:00`. */
  readonly time: string
  /** Further options for sbatch, as they stand: account, partition, memory. */
  readonly sbatch: readonly string[]
}

/** So long before its limit a task is told, or a quarter of the limit where that is less: the blocks in flight are finished. */
const mostWarning = 120

/** Seconds of a time limit as Slurm writes it: minutes, `MM:SS`, `HH:MM:SS` or `D-HH:MM:SS`. */
export function secondsOfLimit(limit: string): number {
  const [days, clock] = limit.includes('-') ? limit.split('-') : ['0', limit]
  const parts = clock.split(':').map(Number)
  if (parts.length === 1) return Number(days) * 86_400 + parts[0] * 60
  return Number(days) * 86_400 + parts.reduce((sum, part) => sum * 60 + part, 0)
}

/** A name of a job that every cluster takes, and that no other folder's jobs have. */
function jobName({ name, path }: Handing, what: 'work' | 'gather'): string {
  const folder = createHash('sha256').update(path).digest('hex').slice(0, 8)
  return `plantshift-${name.replaceAll(/[^\w.-]/g, '-')}-${what}-${folder}`
}

function header(lines: readonly string[], { sbatch }: SlurmOptions): string {
  return ['#!/bin/bash', ...[...lines, ...sbatch].map((line) => `#SBATCH ${line}`)].join('\n')
}

/** The array of a round: every task computes its share of the blocks. */
export function workScript(handing: Handing, round: Round, options: SlurmOptions): string {
  const { path } = handing
  const warning = Math.min(mostWarning, Math.floor(secondsOfLimit(options.time) / 4))
  const number = String(round.number).padStart(3, '0')
  const lines = [
    `--job-name=${jobName(handing, 'work')}`,
    `--array=0-${round.tasks - 1}`,
    '--ntasks=1',
    `--cpus-per-task=${options.cpus}`,
    `--time=${options.time}`,
    '--requeue',
    `--signal=B:USR1@${warning}`,
    '--open-mode=append',
    `--output=${shellWord(join(logFolder(path), `round-${number}-%a.txt`))}`,
  ]
  const words = [...options.program, ...workWords(handing), '--round', String(round.number)].map(shellWord)
  return `${header(lines, options)}
# Computes ${round.blocks.length} blocks in ${round.tasks} tasks, each with a thread on every processor that it is allotted.
# A task writes only into ${path}, and can be killed, requeued or run twice: a block that is there is not
# computed again. ${warning} seconds before its limit it is told by USR1, finishes the blocks in flight, and ends with code 75.
exec ${words.join(' ')} --task "$SLURM_ARRAY_TASK_ID" --workers "$SLURM_CPUS_PER_TASK"
`
}

/** The job after it: writes the result, or hands out what is missing, or the next batch. */
export function gatherScript(handing: Handing, round: Round, options: SlurmOptions): string {
  const { path } = handing
  const number = String(round.number).padStart(3, '0')
  const lines = [
    `--job-name=${jobName(handing, 'gather')}`,
    '--ntasks=1',
    '--cpus-per-task=1',
    `--time=${options.time}`,
    '--requeue',
    '--open-mode=append',
    `--output=${shellWord(join(logFolder(path), `gather-${number}.txt`))}`,
  ]
  const { program, tasks, cpus, time, sbatch } = options
  const asked = ['--tasks', String(tasks), '--cpus', String(cpus), '--time', time]
  const data = handing.data === undefined ? [] : ['--data', handing.data]
  const words = [
    ...program,
    'gather',
    path,
    ...data,
    '--engine',
    'slurm',
    ...asked,
    ...sbatch.map((word) => `--sbatch=${word}`),
  ]
  return `${header(lines, options)}
# Runs when the tasks of round ${round.number} have ended, however they ended (afterany), and never beside another of its kind
# (singleton; --as-job: the lock of one like it that has died with its node does not count, that of anybody else does). It
# looks at the blocks itself: if all are there it writes the result; what is missing it hands out again, a few times, and so
# the next batch of a run until a precision; code 75 says that the result is not there yet.
exec ${words.map(shellWord).join(' ')} --as-job
`
}
