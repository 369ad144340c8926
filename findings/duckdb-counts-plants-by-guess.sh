#!/bin/sh
# approx_count_distinct finds 336 where there are 288, and 1,249 where there are 1,000.
#
# Guess: the approximate count of distinct values is exact, or within two or three percent, for a few hundred
#   of them.
# What happens: 288 numbers in a row count as 336 and 1,000 as 1,249, 17% and 25% too many, the same at each
#   run. `summarize` shows the same estimate as approx_unique, and its quartiles are approximate too: the
#   third quartile of 1, 2, 3, 4, 10 is shown as 6, where quantile_cont gives 4.
# Seen with: @duckdb/node-api 1.5.6-r.1.
# What it means: summarize, the first look at a table, misstates how many lines and plants a table has, and
#   where its quarters lie. count(distinct x) and quantile_cont cost nothing at such sizes.
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
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJS()
const counts = []
for (const n of [288, 1000]) {
  const [{ a, d }] = await rows(`select approx_count_distinct(x) a, count(distinct x) d from range(${n}) t(x)`)
  assert.equal(Number(d), n)
  counts.push(Number(a))
}
assert.deepEqual(counts, [336, 1249])
const five = '(values (1), (2), (3), (4), (10)) t(x)'
const [{ q75 }] = await rows(`summarize select * from ${five}`)
const [{ q }] = await rows(`select quantile_cont(x, 0.75) q from ${five}`)
assert.deepEqual([q75, q], ['6', 4])
console.log('Seen: 288 and 1,000 distinct values are counted as 336 and 1,249; summarize gives 6 for a third quartile of 4.')
JS
node seen.mjs
