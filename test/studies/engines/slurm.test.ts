/** The scripts for Slurm as an administrator reads them, and what its queue says in words. */
import { describe, expect, test } from 'vitest'
import { engineText } from '../../../reports/text/engineText.ts'
import { decide } from '../../../studies/engines/bookkeeping.ts'
import type { Look } from '../../../studies/engines/drive.ts'
import { joinLedgers, type WorkEvent } from '../../../studies/engines/ledger.ts'
import type { Round } from '../../../studies/engines/rounds.ts'
import { readQueue, viewOfQueue } from '../../../studies/engines/slurm.ts'
import { gatherScript, secondsOfLimit, type SlurmOptions, workScript } from '../../../studies/engines/slurmScript.ts'

const handing = { path: '/scratch/econ/tariffs', name: 'usmca-2025-tariffs' }
const blocks = Array.from({ length: 10 }, (_, block) => block)
const round: Round = { number: 1, engine: 'slurm', blocks, tasks: 4, job: '17+18' }
const options: SlurmOptions = {
  program: ['/usr/bin/node', '/home/ana/plantshift/dist/cli/main.js'],
  tasks: 4,
  cpus: 8,
  time: '02:00:00',
  sbatch: ['--account=econ', '--partition=long'],
}

describe('a script for sbatch', () => {
  test('of the tasks', () => {
    expect(workScript(handing, round, options)).toMatchInlineSnapshot(`
      "#!/bin/bash
      #SBATCH --job-name=plantshift-usmca-2025-tariffs-work-6822810c
      #SBATCH --array=0-3
      #SBATCH --ntasks=1
      #SBATCH --cpus-per-task=8
      #SBATCH --time=02:00:00
      #SBATCH --requeue
      #SBATCH --signal=B:USR1@120
      #SBATCH --open-mode=append
      #SBATCH --output=/scratch/econ/tariffs/work/logs/round-001-%a.txt
      #SBATCH --account=econ
      #SBATCH --partition=long
      # Computes 10 blocks in 4 tasks, each with a thread on every processor that it is allotted.
      # A task writes only into /scratch/econ/tariffs, and can be killed, requeued or run twice: a block that is there is not
      # computed again. 120 seconds before its limit it is told by USR1, finishes the blocks in flight, and ends with code 75.
      exec /usr/bin/node /home/ana/plantshift/dist/cli/main.js work /scratch/econ/tariffs --round 1 --task "$SLURM_ARRAY_TASK_ID" --workers "$SLURM_CPUS_PER_TASK"
      "
    `)
  })

  test('of the job after them', () => {
    expect(gatherScript(handing, round, options)).toMatchInlineSnapshot(`
      "#!/bin/bash
      #SBATCH --job-name=plantshift-usmca-2025-tariffs-gather-6822810c
      #SBATCH --ntasks=1
      #SBATCH --cpus-per-task=1
      #SBATCH --time=02:00:00
      #SBATCH --requeue
      #SBATCH --open-mode=append
      #SBATCH --output=/scratch/econ/tariffs/work/logs/gather-001.txt
      #SBATCH --account=econ
      #SBATCH --partition=long
      # Runs when the tasks of round 1 have ended, however they ended (afterany), and never beside another of its kind
      # (singleton; --as-job: the lock of one like it that has died with its node does not count, that of anybody else does). It
      # looks at the blocks itself: if all are there it writes the result; what is missing it hands out again, a few times, and so
      # the next batch of a run until a precision; code 75 says that the result is not there yet.
      exec /usr/bin/node /home/ana/plantshift/dist/cli/main.js gather /scratch/econ/tariffs --engine slurm --tasks 4 --cpus 8 --time 02:00:00 --sbatch=--account=econ --sbatch=--partition=long --as-job
      "
    `)
  })

  test('takes a path with blanks for one word, and tells tasks of a short limit in time', () => {
    const script = workScript({ ...handing, path: '/scratch/my runs/tariffs' }, round, { ...options, time: '4' })
    expect(script).toContain("work '/scratch/my runs/tariffs' --round 1")
    expect(script).toContain('--signal=B:USR1@60')
  })

  test.each([
    ['90', 5400],
    ['10:30', 630],
    ['02:00:00', 7200],
    ['1-00:00:00', 86_400],
  ])('%s is read as a limit', (limit, seconds) => {
    expect(secondsOfLimit(limit)).toBe(seconds)
  })
})

const queue = `17_0|RUNNING|None
17_1|PENDING|Resources
17_2|PENDING|JobHeldUser
17_3|COMPLETING|None
18|PENDING|Dependency
`

const events: readonly WorkEvent[] = [
  { event: 'start', host: 'node-3', process: 12, since: '' },
  { event: 'begin', block: 3, round: 1 },
  { event: 'lost', block: 3, why: 'out of memory' },
  { event: 'begin', block: 7, round: 1 },
  { event: 'done', block: 7, sha256: 'a' },
  { event: 'kept', block: 7 },
]

/** What there is to say where `missing` are not there. */
function textOf(missing: readonly number[], shown: string, refusals: readonly string[] = []): string {
  const view = viewOfQueue(handing.path, [round], readQueue(shown))
  const ledger = joinLedgers([events])
  const situation = { missing, held: view.blocks, unfinished: ledger.unfinished, barren: 0, refusals }
  const due = { parts: [{ wanted: 10, isLast: true }], missing }
  const look: Look = { due, rounds: [round], ledger, view, situation }
  const commands = { resume: 'plantshift resume tariffs', gather: 'plantshift gather tariffs' }
  return engineText('slurm', look, decide(situation), commands)
}

describe('what Slurm has of a run', () => {
  test('while tasks run, wait and are held', () => {
    expect(viewOfQueue(handing.path, [round], readQueue(queue))).toMatchObject({
      running: 1,
      waiting: 2,
      held: 1,
      ended: [],
    })
    expect(textOf([0, 1, 2, 3, 4, 5, 6, 8, 9], queue)).toMatchInlineSnapshot(`
      "slurm: 1 running, 2 waiting, 1 of these held; 9 blocks missing, 8 of these with slurm
      Missing: 0-6,8-9
      Blocks by machine: node-3 1
      Block 3 was begun 1 time and not done, the last time: out of memory (given up after 3)
      1 task or job is held (JobHeldUser) and will not start by itself. To free it: scontrol release 17_2
      Waiting for: Resources (1)
      Job 18 gathers after them: pending (Dependency)
      1 block with nobody; handed out again by itself when the rest has ended. At once: plantshift resume tariffs
      "
    `)
  })

  test('where the tasks are over and blocks are missing', () => {
    expect(textOf([3], '')).toMatchInlineSnapshot(`
      "slurm: 0 running, 0 waiting, 0 of these held; 1 block missing, 0 of these with slurm
      Missing: 3
      Blocks by machine: node-3 1
      Block 3 was begun 1 time and not done, the last time: out of memory (given up after 3)
      What the tasks of round 1 have said: /scratch/econ/tariffs/work/logs
      1 block with nobody. To hand out: plantshift resume tariffs
      "
    `)
  })

  test('where all is there', () => {
    expect(textOf([], '')).toMatchInlineSnapshot(`
      "slurm: 0 running, 0 waiting, 0 of these held; 0 blocks missing, 0 of these with slurm
      Blocks by machine: node-3 1
      What the tasks of round 1 have said: /scratch/econ/tariffs/work/logs
      All blocks that are wanted are there. To write the result, or go on: plantshift gather tariffs
      "
    `)
  })

  test('where all is there, and the job that gathers is about to', () => {
    expect(textOf([], '18|PENDING|None')).toMatch(
      /All blocks that are wanted are there; the result is written, or the next ones are handed out, by itself\./,
    )
  })

  test('where a worker refused', () => {
    expect(textOf([3], '', ['node-3 refused with code 65: tariffs.yaml: is no scenario'])).toMatchInlineSnapshot(`
      "slurm: 0 running, 0 waiting, 0 of these held; 1 block missing, 0 of these with slurm
      Missing: 3
      Blocks by machine: node-3 1
      Block 3 was begun 1 time and not done, the last time: out of memory (given up after 3)
      Refused: node-3 refused with code 65: tariffs.yaml: is no scenario
      What the tasks of round 1 have said: /scratch/econ/tariffs/work/logs
      Given up: node-3 refused with code 65: tariffs.yaml: is no scenario. To hand them out once more: plantshift resume tariffs
      "
    `)
  })
})
