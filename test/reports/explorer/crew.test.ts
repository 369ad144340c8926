/** The crew of the explorer's page, with hands that the test plays. */
import { expect, test } from 'vitest'
import { type Crew, createCrew } from '../../../reports/explorer/engine/crew.ts'
import type { FromHand, HandPart, Port, ToHand } from '../../../reports/explorer/engine/protocol.ts'

const blocks = Array.from({ length: 8 }, (_, index) => ({ index, first: index, count: 1 }))
const setup = { part: 1 } as unknown as HandPart
const second = 1000

interface Played {
  readonly crew: Crew
  /** Numbers of the blocks that the hand was given. */
  readonly given: () => readonly number[]
  readonly answer: (index: number) => void
}

/** A crew of one hand that has been given a study. @param now the time, milliseconds */
function played(now: () => number): Played {
  const told: ToHand[] = []
  const listeners: ((message: unknown) => void)[] = []
  const port: Port = {
    post: (message) => void told.push(message as ToHand),
    listen: (hear) => void listeners.push(hear),
  }
  const crew = createCrew(undefined as never, now)
  crew.join(0, port)
  crew.begin(setup, blocks, () => undefined)
  return {
    crew,
    given: () => told.flatMap((message) => (message.kind === 'block' ? [message.block.index] : [])),
    answer: (index) => {
      const reply: FromHand = { kind: 'block', part: 1, block: blocks[index], values: new Float64Array(), thrown: [] }
      for (const hear of listeners) hear(reply)
    },
  }
}

test('a crew that rests hands out nothing more, and goes on afterwards', () => {
  const { crew, given, answer } = played(() => 0)
  expect(given()).toEqual([0, 1])
  crew.rest(true)
  answer(0)
  answer(1)
  expect(given()).toEqual([0, 1])
  crew.rest(false)
  expect(given()).toEqual([0, 1, 2, 3])
})

test('a hand is silent after fifteen seconds, and one that is still starting after two minutes', () => {
  let time = 0
  const { crew, answer } = played(() => time)
  time = 100 * second
  expect(crew.silent(time)).toEqual([])
  expect(crew.silent(121 * second)).toEqual([0])
  answer(0)
  expect(crew.silent(time + 14 * second)).toEqual([])
  expect(crew.silent(time + 16 * second)).toEqual([0])
})
