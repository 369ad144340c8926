#!/bin/sh
# In BullMQ a job of priority 1, the highest, waits behind every job without a priority.
#
# Guess: 1 is the highest priority, so such a job overtakes those that have none.
# What happens: jobs without a priority, or with 0, are taken first, in their order; then 1, 2, 5. A number
#   can only put a job back.
# Seen with: bullmq 6.7.0, ioredis 6.0.0, redis-server 7.0.15 of Debian 12.
# What it means: the missing blocks of a resumed run, marked as urgent, are computed after the ten thousand
#   ordinary ones. Give every job a number, or use lifo.
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
const jobs = []
for (const priority of [5, 1, undefined, 2, 0]) jobs.push(await queue.add('block', { priority: priority ?? 'none' }, { priority }))
const order = []
const worker = new Worker('blocks', async (job) => void order.push(job.data.priority), { connection, concurrency: 1 })
for (const job of jobs) await job.waitUntilFinished(events, 10000)
assert.deepEqual(order, ['none', 0, 1, 2, 5])
for (const one of [worker, events, queue]) await one.close()
console.log(`Seen: sent with priorities 5, 1, none, 2, 0, done in the order ${order.join(', ')}.`)
JS
node seen.mjs
