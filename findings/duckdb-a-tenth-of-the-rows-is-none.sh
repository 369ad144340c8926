#!/bin/sh
# A sample of 10% of a thousand rows is empty, or is all of them.
#
# Guess: `using sample 10%` takes each row with a chance of one in ten, so a thousand rows give about a
#   hundred.
# What happens: a percentage draws whole vectors of 2,048 rows. A thousand rows are one vector: in 40 draws
#   every sample held 0 or 1,000 rows. `10% (bernoulli)` draws rows, `100 rows` draws exactly that many.
# Seen with: @duckdb/node-api 1.5.6-r.1.
# What it means: a look at a tenth of a run's replicates shows nothing, or everything, and neighbours only:
#   where blocks of replicates lie together, the sample is of blocks. Say bernoulli, or a number of rows.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @duckdb/node-api@1.5.6-r.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { DuckDBInstance } from '@duckdb/node-api'

const db = await (await DuckDBInstance.create()).connect()
const rows = async (sample) =>
  Number((await db.runAndReadAll(`select count(*) from (select * from range(1000) using sample ${sample})`)).getRows()[0][0])
const percent = []
const bernoulli = []
for (let i = 0; i < 40; i++) {
  percent.push(await rows('10%'))
  bernoulli.push(await rows('10% (bernoulli)'))
}
assert.ok(percent.every((n) => n === 0 || n === 1000), percent.join())
assert.ok(bernoulli.every((n) => n > 40 && n < 180), bernoulli.join())
assert.equal(await rows('100 rows'), 100)
console.log('Seen: forty samples of 10% of 1,000 rows held 0 or 1,000 rows each; with bernoulli about 100.')
JS
node seen.mjs
