#!/bin/sh
# hyparquet-writer takes whole numbers for 32-bit integers, so three billion dollars stop the export and -0
# becomes 0.
#
# Guess: a column of JavaScript numbers without a type is stored as DOUBLE, or as the smallest integer type
#   that holds every value.
# What happens: if all values are whole the type is INT32: 3,000,000,000 is an error, not an INT64 or DOUBLE,
#   and a -0 is stored as 0. One fraction anywhere makes the whole column DOUBLE; without rows it is bytes.
# Seen with: hyparquet-writer 0.17.0, hyparquet 1.33.0.
# What it means: whether a table can be exported, and with what type, hangs on whether the amounts happen to
#   be whole and on how large they are; tests with small numbers pass. Say type: 'DOUBLE'.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent hyparquet-writer@0.17.0 hyparquet@1.33.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

const write = (data, type) => parquetWriteBuffer({ columnData: [{ name: 'x', data, type }] })
const type = (data) => parquetMetadata(write(data)).schema[1].type
const last = async (file) => (await parquetReadObjects({ file })).at(-1).x
assert.deepEqual([type([1, 2]), type([1, 2.5]), type([])], ['INT32', 'DOUBLE', 'BYTE_ARRAY'])
assert.throws(() => write([1, 3e9]), /expected int32 value, got 3000000000/)
assert.equal(await last(write([1, 3e9], 'DOUBLE')), 3e9)
assert.ok(Object.is(await last(write([1, -0])), 0))
assert.ok(Object.is(await last(write([1, -0], 'DOUBLE')), -0))
console.log('Seen: 1, 2 is INT32, 1, 2.5 DOUBLE, no rows BYTE_ARRAY; 1, 3000000000 is an error; -0 comes back as 0.')
JS
node seen.mjs
