#!/bin/sh
# In a CSV file of csv-stringify false looks like missing, and a date is a count of milliseconds.
#
# Guess: false is written as false, a date in ISO form, as JSON and d3-dsv do.
# What happens: true is 1, false is the empty cell, just as null and undefined; a Date is its milliseconds
#   since 1970.
# Seen with: csv-stringify 6.9.0.
# What it means: "the plant stays open: no" and "not known" are one cell; a reader that drops missing rows
#   drops every false. Give cast functions for booleans and dates.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent csv-stringify@6.9.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { stringify } from 'csv-stringify/sync'

const row = [true, false, null, undefined, '', NaN, new Date('2026-07-01')]
assert.equal(stringify([row]), '1,,,,,NaN,1782864000000\n')
const cast = { boolean: String, date: (day) => day.toISOString().slice(0, 10) }
assert.equal(stringify([row], { cast }), 'true,false,,,,NaN,2026-07-01\n')
console.log("Seen: true, false, null, undefined, '' are 1 and four empty cells; 1 July 2026 is 1782864000000.")
JS
node seen.mjs
