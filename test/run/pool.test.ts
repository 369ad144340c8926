import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, expect } from 'vitest'
import { blockLayout } from '../../engine/run/layout.ts'
import { countLost, lostStatus } from '../../engine/run/failures.ts'
import { planRun } from '../../engine/run/plan.ts'
import { openPool, createStopFlag, runBlocks } from '../../engine/run/pool.ts'
import { type BlockStore, memoryStore, readColumns } from '../../engine/run/columns.ts'
import { diskStore } from '../../engine/run/store.ts'
import type { ShardContext } from '../../engine/run/shards.ts'
import { type RunTotals, createTotals, addBlock } from '../../engine/run/totals.ts'
import { part, shape } from './fixtures/arithmetic.ts'

const replicates = 40
// Compiled, so that they start without a TypeScript loader.
const fixtures = new URL('../../dist/test/run/fixtures/', import.meta.url)
const arithmetic = new URL('arithmetic.worker.js', fixtures)
const missing = new URL('notThere.worker.js', fixtures)
const dying = new URL('dying.worker.js', fixtures)

const context: ShardContext = {
  run: 'a run',
  shape,
  scenarios: ['one', 'two'],
  years: [2024, 2025, 2026],
  outcomes: ['output.US', 'output.MX', 'jobs.US', 'jobs.MX'],
}

interface Run {
  readonly totals: RunTotals
  readonly delivered: number
  readonly order: readonly number[]
  readonly column: Float64Array
}

async function run(
  workers: number,
  blockSize: number,
  options: { file?: URL; store?: BlockStore; stopAfter?: number } = {},
): Promise<Run> {
  const plan = planRun(shape, replicates, blockSize)
  const pool = openPool(workers, {}, options.file ?? arithmetic)
  const store = options.store ?? memoryStore(shape)
  const totals = createTotals(shape, replicates)
  const stop = createStopFlag()
  const order: number[] = []
  try {
    const delivered = await runBlocks(pool, plan, {
      part,
      from: 0,
      to: plan.blocks,
      stop,
      find: store.find,
      deliver: (block, fresh) => {
        order.push(block.index)
        if (fresh) store.write(block)
        addBlock(totals, shape, block)
        if (order.length === options.stopAfter) Atomics.store(stop, 0, 1)
      },
    })
    const column = new Float64Array(2 * Math.min(replicates, delivered * blockSize))
    readColumns(store, plan, delivered, { scenario: 1, firstYear: 2, years: 1, firstOutcome: 1, outcomes: 2 }, column)
    return { totals, delivered, order, column }
  } finally {
    await pool.close()
  }
}

test('one, two and three workers, with blocks of different size, in memory and on disk, give the same bits', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
  try {
    const one = await run(1, 8)
    const two = await run(2, 3)
    const three = await run(3, 5, { store: diskStore({ folder: join(folder, 'shards') }, context) })
    for (const other of [two, three]) {
      expect(other.column).toEqual(one.column)
      expect(other.totals).toEqual(one.totals)
      expect(other.order).toEqual(other.order.toSorted((a, b) => a - b))
    }
    expect(readdirSync(join(folder, 'shards'))).toHaveLength(8)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a run that is stopped hands on the first blocks, whole, and no other', async () => {
  const whole = await run(1, 2)
  const stopped = await run(2, 2, { stopAfter: 3 })
  expect(stopped.delivered).toBeGreaterThanOrEqual(3)
  expect(stopped.delivered).toBeLessThan(20)
  expect(stopped.order).toEqual(stopped.order.map((_, index) => index))
  const done = stopped.delivered * 2
  expect(stopped.column.subarray(0, done)).toEqual(whole.column.subarray(0, done))
})

test('a block whose thread dies twice counts as failed replicates, and the others are unharmed', async () => {
  const { totals, delivered } = await run(1, 5, { file: dying })
  expect(delivered).toBe(8)
  const lost = totals.failures.filter((failure) => failure.status === lostStatus && failure.scenario === 0)
  expect(lost.map((failure) => failure.replicate)).toEqual([5, 6, 7, 8, 9])
  expect(lost[0].reason).toMatch(/thread died/)
  expect(countLost(totals.failures)).toBe(5)
})

test('a block whose thread died is computed again when the run is taken up', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
  try {
    const store = diskStore({ folder: join(folder, 'shards') }, context)
    const first = await run(1, 5, { file: dying, store })
    expect(first.totals.failures.filter(({ status }) => status === lostStatus)).toHaveLength(10)
    const again = await run(1, 5, { store })
    expect(again.totals).toEqual((await run(1, 5)).totals)
    expect(again.column).toEqual((await run(1, 5)).column)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a block that another machine has written meanwhile is compared before it is written over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
  try {
    const store = diskStore({ folder: join(folder, 'shards') }, context)
    const { length } = blockLayout(shape, 2)
    const block = { index: 0, first: 0, count: 2, values: new Float64Array(length).fill(1), thrown: [] }
    store.write(block)
    store.write(block)
    const other = { ...block, values: block.values.with(0, 1 + Number.EPSILON) }
    expect(() => store.write(other)).toThrow(
      /block-000000\.parquet: another machine has computed this block meanwhile, and otherwise: \w{64} here, \w{64} there/,
    )
    expect(store.find(block)?.values).toEqual(block.values)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('threads that cannot start end the run with what keeps them from it', async () => {
  await expect(run(2, 5, { file: missing })).rejects.toThrow(/notThere/)
})
