/** Computes blocks of a run for whoever has handed them out. */
import { createStopFlag } from '../../engine/run/pool.ts'
import { usageError } from '../../engine/run/errors.ts'
import { blocksOfPlan, readBlocks } from '../../studies/engines/blocks.ts'
import { dueBlocks } from '../../studies/engines/due.ts'
import { blocksOfTask, readRound } from '../../studies/engines/rounds.ts'
import { type BlockEnd, type BlockWorker, openWorker } from '../../studies/engines/worker.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode, exitCodeOf, failureLines, isFinalCode } from '../console/failure.ts'
import { catchInterrupts } from '../console/interrupt.ts'
import { dataFrom, givenNumber, textOption } from '../console/options.ts'
import { speaker } from '../console/say.ts'
import { type Listening, workFromQueue } from './workQueue.ts'

/** Blocks in the order in which they are to be computed. */
interface Share {
  readonly blocks: readonly number[]
  readonly round: number | undefined
}

/** Works for a result folder. @returns the exit code: 0, 75 where more is left, 65 or 78 where no other time would help */
export async function work(folder: string, options: OptionValues): Promise<number> {
  refuseMixed(options)
  const say = speaker(options)
  const stop = createStopFlag()
  const release = catchInterrupts(
    () => {
      Atomics.store(stop, 0, 1)
      say('Stopping: the blocks in flight are finished and written.')
    },
    () => say('Left at once; the blocks in flight are lost and handed out again.'),
  )
  const round = givenNumber(options, 'round')
  const threads = givenNumber(options, 'workers') ?? allotted()
  const worker = openWorker(folder, {
    workers: threads,
    store: textOption(options, 'store'),
    stop,
    data: dataFrom(options),
  })
  try {
    const isQueued = textOption(options, 'engine') === 'bullmq'
    const code = await (isQueued ? workFromQueue : workThrough)(worker, options, { stop, say })
    await worker.close(code)
    return code
  } catch (error) {
    const code = exitCodeOf(error)
    await worker.close(code, isFinalCode(code) ? failureLines(error)[0] : undefined, round)
    throw error
  } finally {
    release()
  }
}

function refuseMixed(options: OptionValues): void {
  const ways = ['blocks', 'round', 'engine'].filter((name) => options[name] !== undefined)
  if (ways.length > 1) throw usageError(`--${ways[0]} and --${ways[1]}: give one of them`)
  if ((options['round'] === undefined) !== (options['task'] === undefined)) {
    throw usageError('--round and --task go together: which round, and which of its tasks')
  }
  const engine = textOption(options, 'engine')
  if (engine !== undefined && engine !== 'bullmq') {
    throw usageError(
      `--engine: only bullmq has workers that come by themselves; ${engine} starts them itself, or is none`,
    )
  }
}

/** Processors that Slurm has given to this task. */
function allotted(): number | undefined {
  const said = Number(process.env['SLURM_CPUS_PER_TASK'])
  return Number.isSafeInteger(said) && said > 0 ? said : undefined
}

async function workThrough(worker: BlockWorker, options: OptionValues, { stop, say }: Listening): Promise<number> {
  const { blocks, round } = await shareFrom(worker, options)
  const ends = new Map<BlockEnd, number>()
  let next = 0
  const failures: unknown[] = []
  const takeBlocks = async (): Promise<void> => {
    while (next < blocks.length && failures.length === 0 && Atomics.load(stop, 0) === 0) {
      const block = blocks[next++]
      try {
        const end = await worker.work(block, round)
        ends.set(end, (ends.get(end) ?? 0) + 1)
        if (end === 'lost') say(`Block ${block} is lost: the thread that computed it died, or ran out of memory.`)
      } catch (error) {
        // The others finish what they have begun.
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(worker.workers, blocks.length) }, async () => await takeBlocks()))
  if (failures.length > 0) throw failures[0]
  const count = (...which: readonly BlockEnd[]): number => which.reduce((sum, end) => sum + (ends.get(end) ?? 0), 0)
  const done = count('done', 'again', 'found')
  const found = count('found') === 0 ? '' : `, ${count('found')} of them were there already`
  say(`${done} of ${blocks.length} blocks are done${found}.`)
  return done === blocks.length ? exitCode.done : exitCode.tryAgain
}

async function shareFrom({ planned, path }: BlockWorker, options: OptionValues): Promise<Share> {
  const [given, round, task] = [
    textOption(options, 'blocks'),
    givenNumber(options, 'round'),
    givenNumber(options, 'task'),
  ]
  if (given !== undefined) return { blocks: readBlocks(given, blocksOfPlan(planned.plan)), round: undefined }
  if (round !== undefined && task !== undefined) return { blocks: blocksOfTask(readRound(path, round), task), round }
  return { blocks: (await dueBlocks(planned, path)).missing, round: undefined }
}
