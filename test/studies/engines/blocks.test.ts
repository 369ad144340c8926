/** Numbers of blocks over all parts, and lists of them as text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blocksOfPlan,
  blocksText,
  numberOfBlock,
  placeOfBlock,
  readBlocks,
  shareOf,
} from '../../../studies/engines/blocks.ts'
import { eventsOf, joinLedgers, type WorkEvent } from '../../../studies/engines/ledger.ts'

const lists = fc
  .uniqueArray(fc.nat(60), { minLength: 1 })
  .map((list): readonly number[] => list.toSorted((one, other) => one - other))

describe('a list of blocks', () => {
  test('is read as it is written', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(readBlocks(blocksText(list))).toEqual(list)
      }),
    )
    expect(blocksText([0, 1, 2, 3, 7, 9, 10])).toBe('0-3,7,9-10')
  })

  test.each([
    ['', /give numbers of blocks, as in 0-39,44/],
    ['1,a', /give numbers of blocks/],
    ['-3', /give numbers of blocks/],
    ['9-4', /goes backwards; write 4-9/],
    ['3-40', /there is no block 40; the plan has blocks 0 to 39/],
  ])('%j is refused', (text, message) => {
    expect(() => readBlocks(text, 40)).toThrow(message)
  })

  test('is shared out to tasks whole, each block once', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 9 }), (list, tasks) => {
        const shares = Array.from({ length: tasks }, (_, task) => shareOf(list, task, tasks)).flat()
        expect(shares.toSorted((one, other) => one - other)).toEqual(list)
      }),
    )
  })

  test('is numbered part by part', () => {
    const plan = { replicates: 10, blockSize: 4, parts: [0, 1].map((s) => ({ scenarios: [s], baseline: s, laws: s })) }
    expect(blocksOfPlan(plan)).toBe(6)
    expect(placeOfBlock(plan, 4)).toEqual({ part: 1, index: 1 })
    expect(numberOfBlock(plan, { part: 1, index: 1 })).toBe(4)
  })
})

function start(host: string): WorkEvent {
  return { event: 'start', host, process: 7, since: '' }
}

describe('a ledger', () => {
  test('of a worker that was killed has a block begun and not done, and half a line says nothing', () => {
    const text = `${JSON.stringify(start('a'))}\n{"event":"begin","block":3,"round":2}\n{"event":"done","blo`
    const { unfinished, done, rounds, workers } = joinLedgers([eventsOf(text)])
    expect([...unfinished]).toEqual([[3, 1]])
    expect(done.size).toBe(0)
    expect([...rounds]).toEqual([2])
    expect(workers).toMatchObject([{ host: 'a', ended: false }])
  })

  test('says who has computed a block, and does not count as tried what was kept or given back', () => {
    const kept: readonly WorkEvent[] = [
      start('a'),
      { event: 'begin', block: 1 },
      { event: 'done', block: 1, sha256: 'x' },
      { event: 'kept', block: 1 },
      { event: 'begin', block: 2 },
      { event: 'back', block: 2 },
      { event: 'end', code: 75 },
    ]
    const { unfinished, done, workers } = joinLedgers([kept, [start('b'), { event: 'begin', block: 1 }]])
    expect([...unfinished]).toEqual([
      [1, 1],
      [2, 0],
    ])
    expect(done.get(1)).toEqual([{ host: 'a', process: 7, sha256: 'x' }])
    expect(workers.map(({ host, ended }) => [host, ended])).toEqual([
      ['a', true],
      ['b', false],
    ])
  })
})
