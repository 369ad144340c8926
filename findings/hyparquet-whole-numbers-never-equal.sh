#!/bin/sh
# Filtering a Parquet column of 64-bit integers for 1 finds nothing in hyparquet, though filtering for more
# than 1 works.
#
# Guess: the filter { replicate: { $eq: 1 } } compares numbers, whatever width they are stored in.
# What happens: such columns are read as BigInt and equality is strict: $eq: 1 and $in: [1] find no row, $ne:
#   1 and $nin: [1] find every row, 1 itself included, while $gt: 1 compares by value and is right. $eq: 1n
#   works.
# Seen with: hyparquet 1.33.0. (DuckDB's count(*) and year() are 64 bits wide, for one.)
# What it means: a lookup of one replicate or one year comes back empty, or an exclusion excludes nothing,
#   with no error; the same code works on files whose writer chose 32 bits.
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

const find = async (data, x) => {
  const file = parquetWriteBuffer({ columnData: [{ name: 'x', data }] })
  return (await parquetReadObjects({ file, filter: { x } })).map((row) => Number(row.x))
}
const wide = [1n, 2n, 10n]
const narrow = [1, 2, 10]
assert.deepEqual(await find(narrow, { $eq: 1 }), [1])
assert.deepEqual(await find(wide, { $eq: 1 }), [])
assert.deepEqual(await find(wide, { $in: [1] }), [])
assert.deepEqual(await find(wide, { $ne: 1 }), [1, 2, 10])
assert.deepEqual(await find(wide, { $nin: [1] }), [1, 2, 10])
assert.deepEqual(await find(wide, { $gt: 1 }), [2, 10])
assert.deepEqual(await find(wide, { $eq: 1n }), [1])
console.log('Seen: in a 64-bit column of 1, 2, 10 equal to 1 finds none, unequal to 1 finds all three, more than 1 finds two.')
JS
node seen.mjs
