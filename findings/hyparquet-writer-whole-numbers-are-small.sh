#!/bin/sh
# A column of whole numbers is 32 bits wide for hyparquet-writer, whatever is in it.
#
# Guess: a column of plain numbers is written as doubles, or as integers wide enough for its values.
# What happens: a column whose first values are whole is a column of INT32, whatever their size. Money in
#   dollars works in a test with small numbers and is refused with the first value past 2,147,483,647; one
#   value with a fraction in it makes the same column double, and all is well.
# Seen with: hyparquet-writer 0.17.0.
# What it means: Say the type of every column; a small test will not find where one is missing.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts hyparquet-writer@0.17.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { parquetWriteBuffer } from 'hyparquet-writer'
const write = (data) => parquetWriteBuffer({ columnData: [{ name: 'x', data }] })
assert.throws(() => write([1, 2, 3e9]), /expected int32 value, got 3000000000/)
assert.ok(write([1, 2.5, 3e9]).byteLength > 0)
JS
node seen.mjs
echo 'Seen: [1, 2, 3e9] -> an error, '\''parquet expected int32 value, got 3000000000'\''; [1, 2.5, 3e9] is written.'
