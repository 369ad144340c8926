#!/bin/sh
# DuckDB reads a duty of 0.25 as 0 when 30,000 duties of 0 stand before it.
#
# Guess: a CSV column whose first rows are whole numbers and whose later rows are not is read as numbers with
#   fractions; at worst there is an error that names the line, as there is for a word.
# What happens: the type is guessed from the first 20,480 rows. A later 0.25 is rounded to the guessed BIGINT
#   in silence. A later word does stop with an error. sample_size = -1 reads every row first and keeps 0.25.
# Seen with: @duckdb/node-api 1.5.6-r.1.
# What it means: tariff schedules and plant tables are sorted, zeros first; means of a rate column can be
#   wrong with no sign. Give the types, or sample_size = -1, whenever a CSV file longer than 20,480 rows is
#   read.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @duckdb/node-api@1.5.6-r.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const db = await (await DuckDBInstance.create()).connect()
const last = async (sql) => (await db.runAndReadAll(sql)).getRowsJS()[0]
const write = (name, zeros, end) => writeFileSync(name, 'duty\n' + '0\n'.repeat(zeros) + end + '\n')
write('long.csv', 30000, '0.25')
write('short.csv', 20000, '0.25')
write('word.csv', 30000, 'free')

const top = (file) => `select typeof(max(duty)), max(duty) from ${file}`
assert.deepEqual(await last(top("'long.csv'")), ['BIGINT', 0n])
assert.deepEqual(await last(top("'short.csv'")), ['DOUBLE', 0.25])
assert.deepEqual(await last(top("read_csv('long.csv', sample_size = -1)")), ['DOUBLE', 0.25])
await assert.rejects(last(top("'word.csv'")), /Could not convert string "free" to 'BIGINT'/)
console.log(
  'Seen: after 30,000 zeros 0.25 is read as 0 of type BIGINT, after 20,000 as 0.25; a word in its place is an error.',
)
JS
node seen.mjs
