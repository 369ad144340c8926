#!/bin/sh
# DuckDB reads 01/02/2025 as 1 February in one CSV file and as 2 January in the next.
#
# Guess: a date that can be read two ways stays text, or is read with the month first, as in the United
#   States, or is an error.
# What happens: the format is guessed for each file from the days in it: where none is above 12 the day is
#   taken to come first; where one row has its second number above 12, the month. No row is marked, no warning
#   given.
# Seen with: @duckdb/node-api 1.5.6-r.1.
# What it means: files of American tariff dates, one a month, are read by two calendars, depending on whether
#   the month has an entry after its twelfth. Give dateformat = '%m/%d/%Y'.
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
async function firstDay(days, options = '') {
  writeFileSync('days.csv', ['day', ...days, ''].join('\n'))
  const row = await db.runAndReadAll(`select typeof(day), day::varchar from read_csv('days.csv'${options}) limit 1`)
  return row.getRowsJS()[0]
}
assert.deepEqual(await firstDay(['01/02/2025', '03/04/2025']), ['DATE', '2025-02-01'])
assert.deepEqual(await firstDay(['01/02/2025', '03/14/2025']), ['DATE', '2025-01-02'])
assert.deepEqual(await firstDay(['01/02/2025', '03/04/2025'], ", dateformat = '%m/%d/%Y'"), ['DATE', '2025-01-02'])
console.log('Seen: 01/02/2025 is 1 February beside 03/04/2025, and 2 January beside 03/14/2025.')
JS
node seen.mjs
