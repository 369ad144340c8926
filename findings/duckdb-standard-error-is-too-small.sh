#!/bin/sh
# DuckDB's standard error of the mean divides by n where statisticians divide by n - 1, and is 0 for one
# replicate.
#
# Guess: sem(x) is stddev(x) / sqrt(n), and NULL for a single value, as stddev(x) is.
# What happens: sem(x) is stddev_pop(x) / sqrt(n): 1.414 instead of 1.581 for five values, and 0, not NULL,
#   for one. stddev(x) in the same query is the sample's.
# Seen with: @duckdb/node-api 1.5.6-r.1.
# What it means: an interval made of sem(x) is too narrow, by 11% for five replicates and without limit for
#   one: a cell of a sweep that holds a single replicate is reported as known exactly. Write stddev_samp(x) /
#   sqrt(count(x)).
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
const row = async (values) =>
  (await db.runAndReadAll(`select sem(x), stddev(x) / sqrt(count(x)) from (values ${values}) t(x)`)).getRowsJS()[0]
const five = await row('(1), (2), (3), (4), (10)')
assert.ok(Math.abs(five[0] - Math.sqrt(10 / 5)) < 1e-12 && Math.abs(five[1] - Math.sqrt(12.5 / 5)) < 1e-12)
assert.deepEqual(await row('(5)'), [0, null])
console.log('Seen: sem of 1, 2, 3, 4, 10 is 1.414, stddev / sqrt(n) is 1.581; of one value 0 against NULL.')
JS
node seen.mjs
