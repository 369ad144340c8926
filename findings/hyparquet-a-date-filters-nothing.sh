#!/bin/sh
# Filtering for a date returns every row in hyparquet.
#
# Guess: { day: date } means equality, as { plant: 'a' } does.
# What happens: a value that is an object is read as a set of operators; a Date has none, so nothing is asked
#   and every row is returned. { day: { $eq: date } } compares by time and finds the one row.
# Seen with: hyparquet 1.33.0, hyparquet-writer 0.17.0.
# What it means: tariffs in force on a day come back as the tariffs of all days, and a sum over them is a
#   plausible number. Write $eq.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent hyparquet@1.33.0 hyparquet-writer@0.17.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

const days = ['2025-04-03', '2025-05-03', '2025-06-04'].map((day) => new Date(day))
const file = parquetWriteBuffer({
  columnData: [
    { name: 'day', data: days },
    { name: 'plant', data: ['a', 'b', 'c'] },
  ],
})
const found = async (filter) => (await parquetReadObjects({ file, filter })).length
assert.equal(await found({ plant: 'b' }), 1)
assert.equal(await found({ day: days[1] }), 3)
assert.equal(await found({ day: { $eq: days[1] } }), 1)
console.log('Seen: of three rows with three days, { day: date } finds 3 and { day: { $eq: date } } finds 1.')
JS
node seen.mjs
