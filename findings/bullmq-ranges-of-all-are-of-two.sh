#!/bin/sh
# In BullMQ the ids of all jobs of a kind are the first two, unless one says otherwise.
#
# Guess: getRanges(['waiting']) gives all ids, as getJobs(['waiting']) gives all jobs.
# What happens: getJobs goes to the end by default, getRanges to index 1: of eight waiting jobs it names two. With
#   getRanges(types, 0, -1) it names all.
# Seen with: bullmq 6.7.0, ioredis 6.0.0, redis-server 7.0.15 of Debian 12.
# What it means: what is asked for to see what is missing says that nearly everything is. Give the ends.
set -eu
. "$(dirname "$0")/debian"
command -v redis-server >/dev/null || debian redis-server=5:7.0.15-1~deb12u10
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
import { Queue } from 'bullmq'

const queue = new Queue('blocks', { connection: { path: 'redis', maxRetriesPerRequest: null } })
for (let block = 0; block < 8; block++) await queue.add('block', {}, { jobId: `b${block}` })
const jobs = await queue.getJobs(['waiting'])
const ids = await queue.getRanges(['waiting'])
const all = await queue.getRanges(['waiting'], 0, -1)
await queue.close()
assert.equal(jobs.length, 8)
assert.equal(ids.length, 2)
assert.equal(all.length, 8)
console.log(`Seen: getJobs ${jobs.length}, getRanges ${ids.length} (${ids.join(', ')}), getRanges to -1 ${all.length}.`)
JS
node seen.mjs
