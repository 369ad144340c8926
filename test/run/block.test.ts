import { describe, expect, test } from 'vitest'
import { runBlock } from '../../engine/run/block.ts'
import { thrownStatus } from '../../engine/run/failures.ts'
import { blockLayout, columnStart, plantSumCount, plantSumIndex, squareSplit } from '../../engine/run/layout.ts'
import { planBlock, planRun, type RunPlan } from '../../engine/run/plan.ts'
import { memoryStore, readColumns, type BlockStore } from '../../engine/run/columns.ts'
import { addBlock, createTotals, type RunTotals } from '../../engine/run/totals.ts'
import { arithmeticRunner, failing, outcomeOf, outputOf, shape } from './fixtures/arithmetic.ts'

const replicates = 23

function runAll(blockSize: number): { plan: RunPlan; store: BlockStore; totals: RunTotals } {
  const plan = planRun(shape, replicates, blockSize)
  const store = memoryStore(shape)
  const totals = createTotals(shape, replicates)
  const runner = arithmeticRunner()
  for (let b = 0; b < plan.blocks; b++) {
    const block = planBlock(plan, b)
    const values = new Float64Array(blockLayout(shape, block.count).length).fill(-1)
    const thrown = runBlock(runner, shape, block.first, block.count, values)
    store.write({ ...block, values, thrown })
    addBlock(totals, shape, { ...block, values, thrown })
  }
  return { plan, store, totals }
}

function column(run: ReturnType<typeof runAll>, scenario: number, year: number, first: number): number[] {
  const into = new Float64Array(replicates)
  const range = { scenario, firstYear: year, years: 1, firstOutcome: first, outcomes: 1 }
  readColumns(run.store, run.plan, run.plan.blocks, range, into)
  return [...into]
}

describe('a block', () => {
  test('puts every outcome of every replicate in its place', () => {
    const values = new Float64Array(blockLayout(shape, 4).length)
    runBlock(arithmeticRunner(), shape, 20, 4, values)
    for (let s = 0; s < 2; s++) {
      for (let t = 0; t < 3; t++) {
        for (let c = 0; c < 4; c++) {
          for (let d = 0; d < 4; d++) {
            expect(values[columnStart(shape, 4, s, t, c) + d]).toBe(outcomeOf(s, t, c, 20 + d))
          }
        }
      }
    }
  })

  test('ends where there is no memory for a replicate, so that it is tried again and not counted as failed', () => {
    const short: ReturnType<typeof arithmeticRunner> = {
      results: [],
      run: () => void new ArrayBuffer(Number.MAX_SAFE_INTEGER),
    }
    const values = new Float64Array(blockLayout(shape, 4).length)
    expect(() => runBlock(short, shape, 0, 4, values)).toThrow(/allocation failed/)
  })

  test('goes on after a replicate that throws, and counts it in every scenario with its number and message', () => {
    const { totals } = runAll(10)
    const thrown = totals.failures.filter((failure) => failure.status === thrownStatus)
    expect(thrown.map((failure) => [failure.scenario, failure.replicate])).toEqual([
      [0, 5],
      [1, 5],
    ])
    expect(thrown[0].reason).toContain('out of steel')
  })

  test('counts a replicate that the model gives up on, in the scenario where it does', () => {
    const { totals } = runAll(10)
    const prices = totals.failures.filter((failure) => failure.replicate === failing.prices)
    expect(prices).toEqual([{ scenario: 1, replicate: 11, status: 1, reason: 'prices did not converge' }])
  })

  test('finds an outcome that is not a number even where the model did not', () => {
    const { totals } = runAll(10)
    const infinite = totals.failures.filter((failure) => failure.replicate === failing.infinite)
    expect(infinite.map((failure) => [failure.scenario, failure.reason])).toEqual([
      [0, 'an outcome is not a finite number'],
    ])
  })

  test('leaves no number behind for a failed replicate', () => {
    const run = runAll(10)
    expect(column(run, 1, 2, 3)[failing.throws]).toBeNaN()
    expect(column(run, 1, 2, 3)[failing.prices]).toBeNaN()
    expect(column(run, 0, 2, 3)[failing.prices]).not.toBeNaN()
  })

  test('sums plants over the replicates that are good in every scenario', () => {
    const { totals } = runAll(10)
    const good = Array.from({ length: replicates }, (_, d) => d).filter((d) => ![5, 11, 17].includes(d))
    expect(totals.goodEverywhere).toBe(good.length)
    const at = (1 * shape.plantSlots + 2) * plantSumCount
    const sum = (name: Parameters<typeof plantSumIndex>[0]): number => totals.plants[at + plantSumIndex(name)]
    const total = (value: (d: number) => number): number => good.reduce((before, d) => before + value(d), 0)
    expect(sum('output')).toBe(total((d) => outputOf(1, 2, d)))
    expect(sum('raised')).toBe(good.filter((d) => outputOf(1, 2, d) > 1.1 * outputOf(0, 2, d)).length)
    expect(sum('cut')).toBe(0)
    const squares = total((d) => (outputOf(1, 2, d) - outputOf(0, 2, d)) ** 2)
    expect(sum('differenceSquareHigh') * squareSplit + sum('differenceSquareLow')).toBe(squares)
    expect(totals.lines[0]).toBe(good.length)
  })
})

describe('blocks of any size', () => {
  test.each([1, 2, 7, 23, 50])('give the same bits: %i replicates a block', (blockSize) => {
    const one = runAll(10)
    const other = runAll(blockSize)
    expect(other.totals.plants).toEqual(one.totals.plants)
    expect(other.totals.lines).toEqual(one.totals.lines)
    expect(other.totals.status).toEqual(one.totals.status)
    expect(other.totals.failures).toEqual(one.totals.failures)
    expect(column(other, 0, 1, 2)).toEqual(column(one, 0, 1, 2))
  })
})

describe('a plan', () => {
  test.each([1, 2, 23, 500, 100_000])('covers %i replicates once', (count) => {
    const plan = planRun(shape, count)
    const blocks = Array.from({ length: plan.blocks }, (_, b) => planBlock(plan, b))
    expect(blocks.reduce((sum, block) => sum + block.count, 0)).toBe(count)
    blocks.slice(1).forEach((block, b) => expect(block.first).toBe(blocks[b].first + blocks[b].count))
  })

  test.each([0, -3, 2.5, NaN])('refuses %d replicates', (count) => {
    expect(() => planRun(shape, count)).toThrow(/whole number of at least 1/)
  })

  test('does not cut a large run into slots that fill the memory', () => {
    const large = { ...shape, scenarios: 6, years: 13, outcomes: 90, plantSlots: 150, lines: 280 }
    const plan = planRun(large, 1_000_000)
    expect(8 * blockLayout(large, plan.blockSize).length).toBeLessThan(10 * 2 ** 20)
  })
})
