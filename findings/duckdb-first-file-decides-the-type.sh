#!/bin/sh
# DuckDB rounds the second Parquet file of a list to the whole numbers of the first, without a word.
#
# Guess: read_parquet(['a.parquet', 'b.parquet']) finds a type that holds both columns, or refuses when they
#   differ.
# What happens: the first file decides. Where its column happens to hold whole numbers only, hyparquet-writer
#   has stored INT32, and 0.4 and 2.6 of the second file come back as 0 and 3. The other order keeps every
#   digit. union_by_name = true widens to DOUBLE and is right in both orders.
# Seen with: @duckdb/node-api 1.5.6-r.1, hyparquet-writer 0.17.0 (its type is taken from the values when none
#   is given).
# What it means: tables of several runs read with a pattern ('runs/*.parquet') can lose their fractions
#   because of the name of one file. Name the type of each column when writing; say union_by_name when
#   reading.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @duckdb/node-api@1.5.6-r.1 hyparquet-writer@0.17.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetWriteBuffer } from 'hyparquet-writer'

const db = await (await DuckDBInstance.create()).connect()
const column = async (sql) => (await db.runAndReadAll(sql)).getRowsJS().map(([x]) => x)
const write = (name, data) => writeFileSync(name, Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'x', data }] })))
write('whole.parquet', [1, 2, 3])
write('fractions.parquet', [0.4, 2.6])

const wholeFirst = await column("select x from read_parquet(['whole.parquet', 'fractions.parquet'])")
const fractionsFirst = await column("select x from read_parquet(['fractions.parquet', 'whole.parquet'])")
const united = await column("select x from read_parquet(['whole.parquet', 'fractions.parquet'], union_by_name = true)")
assert.deepEqual(wholeFirst, [1, 2, 3, 0, 3])
assert.deepEqual(fractionsFirst, [0.4, 2.6, 1, 2, 3])
assert.deepEqual(united, [1, 2, 3, 0.4, 2.6])
console.log('Seen: after a file of whole numbers, 0.4 and 2.6 are read as 0 and 3; before it, as 0.4 and 2.6.')
JS
node seen.mjs
