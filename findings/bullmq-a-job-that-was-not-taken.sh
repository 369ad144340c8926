#!/bin/sh
# BullMQ answers with a job that it did not take.
#
# Guess: adding a job under an id that exists is an error, or replaces the job, or returns the job that is
#   there.
# What happens: nothing is added, and the answer is a job with the new data that lies in no queue; the stored
#   job keeps the old. That holds for finished jobs too: block 7 sent again with other parameters is
#   "completed" at once, with the first result. Only removeOnComplete, or removing it, frees the id.
# Seen with: bullmq 6.7.0, ioredis 6.0.0, redis-server 7.0.15 of Debian 12.
# What it means: a sweep sent again after a correction looks as if it had run. Put what identifies the run
#   into the id, or read the job back and compare.
set -eu
. "$(dirname "$0")/debian"
debian redis-server=5:7.0.15-1~deb12u10
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent bullmq@6.7.0 ioredis@6.0.0

redis-server --port 0 --unixsocket "$work/redis" --save '' --daemonize yes --pidfile "$work/pid" >/dev/null
trap 'kill "$(cat "$work/pid")"; rm -rf "$work"' EXIT
until [ -S redis ]; do sleep 0.1; done

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { Queue, QueueEvents, Worker } from 'bullmq'

const connection = { path: 'redis', maxRetriesPerRequest: null }
const queue = new Queue('blocks', { connection })
const events = new QueueEvents('blocks', { connection })
await events.waitUntilReady()
await queue.add('block', { duty: 0.1 }, { jobId: 'block-7' })
const again = await queue.add('block', { duty: 0.25 }, { jobId: 'block-7' })
const stored = await queue.getJob('block-7')
assert.deepEqual([again.id, again.data.duty, stored.data.duty, await queue.getWaitingCount()], ['block-7', 0.25, 0.1, 1])

const worker = new Worker('blocks', async (job) => job.data.duty * 100, { connection })
assert.equal(await stored.waitUntilFinished(events, 10000), 10)
const third = await queue.add('block', { duty: 0.5 }, { jobId: 'block-7' })
assert.deepEqual([third.data.duty, await third.getState()], [0.5, 'completed'])
assert.equal(await third.waitUntilFinished(events, 10000), 10)
for (const one of [worker, events, queue]) await one.close()
console.log('Seen: three duties sent as block-7 give one job; each answer shows its own duty, the result is that of the first.')
JS
node seen.mjs
