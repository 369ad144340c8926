/**
 * The promise of the bookkeeping, tried on an engine that delays, repeats, reorders and loses: nothing is counted twice, nothing is
 * missed, it always ends, and it gives up only what was tried often enough.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  barrenRounds,
  decide,
  mostAttempts,
  mostBarren,
  type Decision,
  type Situation,
} from '../../../studies/engines/bookkeeping.ts'

/** What may become of a block that an engine has. */
const fates = [
  'done',
  'done twice',
  'killed',
  'killed after it was written',
  'never begun',
  'delayed',
  'given back',
] as const
type Fate = (typeof fates)[number]

interface Held {
  readonly block: number
  readonly round: number
}

interface World {
  readonly blocks: number
  /** [block] times that it was added up where results are counted: by its file, of which there is one. */
  readonly written: Map<number, number>
  readonly unfinished: Map<number, number>
  readonly begunRounds: Set<number>
  held: Held[]
  rounds: number
}

function count(world: World, block: number, by: number): void {
  world.unfinished.set(block, (world.unfinished.get(block) ?? 0) + by)
}

/** One block meets its fate. @returns what the engine still has of it */
function meet(world: World, { block, round }: Held, fate: Fate): readonly Held[] {
  if (fate === 'delayed') return [{ block, round }]
  if (fate === 'never begun') return []
  world.begunRounds.add(round)
  count(world, block, 1)
  if (fate === 'given back') {
    count(world, block, -1)
    return []
  }
  if (fate === 'killed') return []
  // A second file of the same name is not written, but compared.
  world.written.set(block, 1)
  if (fate !== 'killed after it was written') count(world, block, -1)
  return fate === 'done twice' ? [{ block, round }] : []
}

function situationOf(world: World): Situation {
  const missing = Array.from({ length: world.blocks }, (_, block) => block).filter((block) => !world.written.has(block))
  const ended = Array.from({ length: world.rounds }, (_, n) => n + 1).filter(
    (round) => !world.held.some((held) => held.round === round),
  )
  return {
    missing,
    held: new Set(world.held.map(({ block }) => block)),
    unfinished: world.unfinished,
    barren: barrenRounds(ended, world.begunRounds),
    refusals: [],
  }
}

/** Drives to the end. @param nextFate what becomes of the next block that is looked at, and which one that is */
function driveThrough(
  blocks: number,
  nextFate: () => { readonly fate: Fate; readonly which: number },
): {
  readonly world: World
  readonly last: Decision
} {
  const world: World = {
    blocks,
    written: new Map(),
    unfinished: new Map(),
    begunRounds: new Set(),
    held: [],
    rounds: 0,
  }
  // Every round writes a block, tires one or is barren; a delay is no round.
  const mostRounds = (blocks + 1) * (mostAttempts + 1) * (mostBarren + 1)
  for (;;) {
    const situation = situationOf(world)
    const decision = decide(situation)
    if (decision.kind === 'complete' || decision.kind === 'give up') return { world, last: decision }
    if (decision.kind === 'hand out') {
      expect(decision.blocks.length).toBeGreaterThan(0)
      expect(decision.blocks.filter((block) => world.written.has(block) || situation.held.has(block))).toEqual([])
      world.rounds += 1
      expect(world.rounds).toBeLessThanOrEqual(mostRounds)
      world.held.push(...decision.blocks.map((block) => ({ block, round: world.rounds })))
    } else expect(world.held.length).toBeGreaterThan(0)
    const { fate, which } = nextFate()
    const [one] = world.held.splice(which % world.held.length, 1)
    world.held.push(...meet(world, one, fate))
  }
}

const chances = fc.array(fc.record({ fate: fc.constantFrom(...fates), which: fc.nat(100) }), { maxLength: 300 })

describe('a run whose engine delays, repeats, reorders and loses', () => {
  test('ends with every block counted once, as soon as the engine has done its worst', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), chances, (blocks, fortune) => {
        const left = [...fortune]
        const { world, last } = driveThrough(blocks, () => left.shift() ?? { fate: 'done', which: 0 })
        if (last.kind === 'complete') {
          expect([...world.written.keys()].toSorted((a, b) => a - b)).toEqual(
            Array.from({ length: blocks }, (_, n) => n),
          )
          expect([...world.written.values()].reduce((sum, times) => sum + times, 0)).toBe(blocks)
        } else if (last.kind === 'give up') {
          // Only what was begun often enough, or where nothing was ever begun.
          const isTired = last.blocks.every((block) => (world.unfinished.get(block) ?? 0) >= mostAttempts)
          const { barren } = situationOf(world)
          expect(isTired || barren >= mostBarren).toBe(true)
          expect(last.blocks.some((block) => world.written.has(block))).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each(['killed', 'never begun'] as const)(
    'where every block is %s it gives up, and says which blocks',
    (fate) => {
      const { world, last } = driveThrough(5, () => ({ fate, which: 0 }))
      expect(last).toMatchObject({ kind: 'give up', blocks: [0, 1, 2, 3, 4] })
      expect(world.written.size).toBe(0)
      expect(world.rounds).toBeGreaterThanOrEqual(mostAttempts)
    },
  )

  test('one block that kills its workers does not keep the others from being done', () => {
    const world = new Set<number>()
    const unfinished = new Map<number, number>()
    for (let round = 0; round < mostAttempts; round++) {
      const missing = [0, 1, 2].filter((block) => !world.has(block))
      const decision = decide({ missing, held: new Set(), unfinished, barren: 0, refusals: [] })
      expect(decision.kind).toBe('hand out')
      unfinished.set(1, round + 1)
      world.add(0).add(2)
    }
    const last = decide({ missing: [1], held: new Set(), unfinished, barren: 0, refusals: [] })
    expect(last).toMatchObject({ kind: 'give up', blocks: [1] })
  })
})

test('who refuses stops the run at once, whatever the engine holds', () => {
  const situation = {
    missing: [3],
    held: new Set([3]),
    unfinished: new Map(),
    barren: 0,
    refusals: ['machines disagree'],
  }
  expect(decide(situation)).toEqual({ kind: 'give up', blocks: [3], why: 'machines disagree' })
})

test('blocks that are begun are not given up while others are still at work', () => {
  const situation = {
    missing: [1, 2],
    held: new Set([2]),
    unfinished: new Map([[1, mostAttempts]]),
    barren: 0,
    refusals: [],
  }
  expect(decide(situation)).toEqual({ kind: 'wait' })
})
