/** What a queue has of a run, in words, and addresses of Redis: what is read of them, and what is told. */
import { expect, test } from 'vitest'
import { viewOfJobs } from '../../../studies/engines/bullmq.ts'
import { lookAt, type QueueView, troubleText } from '../../../studies/engines/redis.ts'
import { redisPlace } from '../../../studies/engines/redisPlace.ts'
import type { Round } from '../../../studies/engines/rounds.ts'

const handing = { path: '/data/tariffs', name: 'tariffs' }
const rounds: readonly Round[] = [
  { number: 1, engine: 'bullmq', blocks: [0, 1, 2, 3, 4, 5], tasks: 1, job: 'plantshift-1' },
  { number: 2, engine: 'bullmq', blocks: [5], tasks: 1, job: 'plantshift-1' },
]
const busy: QueueView = {
  active: [3, 1],
  waiting: [4],
  failed: 0,
  why: undefined,
  isPaused: false,
  workers: 2,
  isKept: true,
}

test('jobs that are at work and that wait are with the queue, and a round that has none of them is over', () => {
  const { blocks, ...view } = viewOfJobs(handing, rounds, busy)
  expect([...blocks].toSorted((one, other) => one - other)).toEqual([1, 3, 4])
  expect(view).toMatchInlineSnapshot(`
    {
      "ended": [
        2,
      ],
      "held": 0,
      "notes": [
        "At work on: 1,3",
        "Workers that are connected: 2",
      ],
      "running": 2,
      "waiting": 1,
    }
  `)
})

test('a job that a worker takes between two questions is with the queue', async () => {
  const lists: Record<string, string[]> = { active: ['b1'], wait: ['b2', 'b3'], delayed: ['b4'], prioritized: [] }
  const queue = {
    getRanges: (types: string | string[] = []): Promise<string[]> => {
      const found = [types].flat().flatMap((type) => lists[type])
      // The next one is begun at once.
      lists['active'].push(...lists['wait'].splice(0, 1))
      return Promise.resolve(found)
    },
    getFailedCount: () => Promise.resolve(0),
    getFailed: () => Promise.resolve([]),
    isPaused: () => Promise.resolve(false),
    getWorkersCount: () => Promise.resolve(1),
  }
  const { active, waiting } = await lookAt(queue, async (_, answer) => await answer)
  expect({ active, waiting }).toEqual({ active: [1, 2], waiting: [3, 4] })
})

test('a worker that was silent for too long is told so in words', () => {
  for (const said of [
    'could not renew lock for job b5',
    'Missing lock for job b5. moveToFinished',
    'Lock mismatch for job b5',
  ]) {
    expect(troubleText(new Error(said))).toMatch(/^this worker was silent for longer than --lock/)
  }
  expect(troubleText(new Error('connect ECONNREFUSED'))).toBe('connect ECONNREFUSED')
})

test('no worker, a pause, failures and a forgetful server are said, with what helps', () => {
  const seen = { ...busy, active: [], workers: 0, isPaused: true, failed: 2, why: 'the disk is full', isKept: false }
  const { held, notes } = viewOfJobs(handing, rounds, seen)
  expect(held).toBe(1)
  expect(notes).toMatchInlineSnapshot(`
    [
      "No worker is connected. To start one, on any machine, with PLANTSHIFT_REDIS set: npx plantshift work /data/tariffs --engine bullmq",
      "The queue is paused: its jobs wait until somebody resumes it",
      "2 jobs failed for good, the last: the disk is full",
      "Redis keeps nothing over a restart (appendonly is no); blocks that it forgets are handed out again by resume",
    ]
  `)
})

test('an address is taken apart, and shown without who asks', () => {
  expect(redisPlace('rediss://ana:p%40ss@redis.example:6390/2')).toEqual({
    options: {
      host: 'redis.example',
      port: 6390,
      username: 'ana',
      password: 'p@ss',
      db: 2,
      tls: { servername: 'redis.example' },
    },
    shown: 'rediss://redis.example:6390',
  })
  expect(redisPlace('redis://[::1]').options).toEqual({ host: '::1', port: 6379 })
  expect(() => redisPlace(undefined)).toThrow(/PLANTSHIFT_REDIS/)
})
