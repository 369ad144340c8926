/** A hand: computes blocks of replicates, one after another, for whichever study it was told of last. */
import { requireArithmetic } from '../../../engine/math/arithmetic.ts'
import { runBlock, type ReplicateRunner } from '../../../engine/run/block.ts'
import { askedOf, blockLayout, type Block } from '../../../engine/run/layout.ts'
import { runnersOfParts } from '../../../engine/run/runner.ts'
import type { FromHand, HandPart, Port, ToHand } from './protocol.ts'

interface Held {
  readonly setup: HandPart
  /** Undefined where it could not be made. */
  readonly runner: ReplicateRunner | undefined
  readonly problem: string
}

/**
 * Answers what comes through the port, as long as its worker lives.
 *
 * @param later calls back when all messages that have come already have been heard: a study that was begun in the meantime then
 *   drops what waits for an earlier one
 */
export function serveAsHand(port: Port, later: (work: () => void) => void): void {
  let runnerOf: ReturnType<typeof runnersOfParts> | undefined
  let held: Held | undefined
  let waiting: Block[] = []
  const take = (setup: HandPart): Held => {
    try {
      requireArithmetic()
      if (runnerOf === undefined) throw new Error('a hand is told of the industry before it is told of a study')
      return { setup, runner: runnerOf({ ...setup, asked: askedOf(setup.shape) }), problem: '' }
    } catch (error) {
      return { setup, runner: undefined, problem: messageOf(error) }
    }
  }
  const work = (): void => {
    const block = waiting.shift()
    if (block === undefined || held === undefined) return
    answer(port, held, block)
    if (waiting.length > 0) later(work)
  }
  port.listen((message) => {
    const told = message as ToHand
    if (told.kind === 'industry') runnerOf = runnersOfParts(told.industry)
    else if (told.kind === 'part') {
      held = take(told.setup)
      waiting = []
    } else if (held?.setup.part === told.part) {
      waiting.push(told.block)
      if (waiting.length === 1) later(work)
    }
  })
}

function answer(port: Port, { setup, runner, problem }: Held, block: Block): void {
  const { part, shape } = setup
  const post = (reply: FromHand, handed: readonly ArrayBuffer[] = []): void => port.post(reply, handed)
  if (runner === undefined) return post({ kind: 'broken', part, block, message: problem })
  try {
    const values = new Float64Array(blockLayout(shape, block.count).length)
    const thrown = runBlock(runner, shape, block.first, block.count, values)
    post({ kind: 'block', part, block, values, thrown }, [values.buffer])
  } catch (error) {
    post({ kind: 'broken', part, block, message: messageOf(error) })
  }
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
