/**
 * The hands and what they are doing. Blocks of a study are handed out in order, few at a time, so that a hand is free soon after
 * another study begins. A block whose hand is replaced, or that broke, goes to a hand once more; then it counts as lost.
 */
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import { writeLost } from '../../../engine/run/block.ts'
import { blockLayout, type Block, type ResultShape } from '../../../engine/run/layout.ts'
import type { FinishedBlock } from '../../../engine/run/shards.ts'
import type { FromHand, HandPart, Port, ToHand } from './protocol.ts'

/** At a hand at the same time, so that it need not wait for the next one. */
const mostInFlight = 2
/** Times that a block is tried. */
const mostTries = 2
/** A hand that has not answered for so long is taken for dead, milliseconds: a block takes a tenth of a second. */
const longestSilence = 15_000
/** The same before its first answer: a busy machine may be long about starting it. */
const longestStart = 120_000

interface Flight {
  readonly part: number
  readonly block: Block
}

interface Hand {
  readonly port: Port
  /** Number of the study that it was told of last. */
  part: number
  flights: readonly Flight[]
  hasAnswered: boolean
  /** When it last began something, milliseconds. */
  since: number
}

interface Work {
  readonly setup: HandPart
  readonly waiting: Block[]
  readonly tries: Map<number, number>
  readonly deliver: (block: FinishedBlock) => void
}

function tell({ port }: Hand, message: ToHand): void {
  port.post(message)
}

export interface Crew {
  /** A new hand, or the one that takes the place of another of the same number. */
  readonly join: (hand: number, port: Port) => void
  /** Drops what it was doing and begins with these blocks. */
  readonly begin: (setup: HandPart, blocks: readonly Block[], deliver: (block: FinishedBlock) => void) => void
  readonly drop: () => void
  /** Hands out no more blocks while it rests; those in flight are taken. */
  readonly rest: (isResting: boolean) => void
  readonly size: () => number
  /** Hands that are at work and have not answered for too long. @param now milliseconds */
  readonly silent: (now: number) => readonly number[]
}

/** A crew without hands. @param now the time, milliseconds */
export function createCrew(industry: Industry, now: () => number): Crew {
  const hands = new Map<number, Hand>()
  let work: Work | undefined
  let isResting = false

  const give = (): void => {
    if (work === undefined || isResting) return
    // Round by round, so that the first blocks are spread over all hands.
    for (let round = 0; round < mostInFlight; round++) {
      for (const hand of hands.values()) if (hand.flights.length <= round) launch(hand, work)
    }
  }

  const launch = (hand: Hand, { setup, waiting }: Work): void => {
    const block = waiting.shift()
    if (block === undefined) return
    if (hand.part !== setup.part) tell(hand, { kind: 'part', setup })
    hand.part = setup.part
    if (hand.flights.length === 0) hand.since = now()
    hand.flights = [...hand.flights, { part: setup.part, block }]
    tell(hand, { kind: 'block', part: setup.part, block })
  }

  /** Once more, or as lost. */
  const again = ({ part, block }: Flight, why: string): void => {
    if (work === undefined || work.setup.part !== part) return
    const tries = 1 + (work.tries.get(block.index) ?? 0)
    work.tries.set(block.index, tries)
    if (tries < mostTries) work.waiting.unshift(block)
    else work.deliver(lostBlock(work.setup.shape, block, why))
  }

  const hear = (hand: Hand, reply: FromHand): void => {
    hand.flights = hand.flights.filter(({ part, block }) => part !== reply.part || block.index !== reply.block.index)
    hand.since = now()
    hand.hasAnswered = true
    if (work?.setup.part === reply.part) {
      if (reply.kind === 'broken') again(reply, reply.message)
      else work.deliver({ ...reply.block, values: reply.values, thrown: reply.thrown })
    }
    give()
  }

  return {
    join: (number, port) => {
      const before = hands.get(number)
      const hand: Hand = { port, part: -1, flights: [], hasAnswered: false, since: now() }
      hands.set(number, hand)
      port.listen((message) => {
        // What the one before it may still say.
        if (hands.get(number) === hand) hear(hand, message as FromHand)
      })
      tell(hand, { kind: 'industry', industry })
      for (const flight of before?.flights.toReversed() ?? []) again(flight, 'its worker died')
      give()
    },
    begin: (setup, blocks, deliver) => {
      work = { setup, waiting: [...blocks], tries: new Map(), deliver }
      for (const hand of hands.values()) {
        // What it was asked for an earlier study it leaves out where it has not begun, without a word.
        hand.flights = []
        hand.since = now()
      }
      give()
    },
    drop: () => {
      work = undefined
    },
    rest: (from) => {
      isResting = from
      give()
    },
    size: () => hands.size,
    silent: (at) =>
      [...hands]
        .filter(([, { flights, hasAnswered, since }]) => {
          return flights.length > 0 && at - since > (hasAnswered ? longestSilence : longestStart)
        })
        .map(([number]) => number),
  }
}

function lostBlock(shape: ResultShape, block: Block, lost: string): FinishedBlock {
  const values = new Float64Array(blockLayout(shape, block.count).length)
  writeLost(shape, block.count, values)
  return { ...block, values, thrown: [], lost }
}
