#!/bin/sh
# A Parquet file without rows, written by hyparquet-writer, is read by two readers and refused by the third.
#
# Guess: a table in which nothing happened is a valid file with a schema and no rows, for every reader.
# What happens: hyparquet and DuckDB read no rows. parquet-wasm, which is Rust's Arrow reader, stops:
#   "Expected list element type of Struct but got Byte", an empty list of row groups that names another type
#   of element than it would with rows. With one row it reads the same file well.
# Seen with: hyparquet-writer 0.17.0, hyparquet 1.33.0, parquet-wasm 0.8.0, @duckdb/node-api 1.5.6-r.1.
# What it means: the run in which no plant closes is the one whose table of closures cannot be opened. Test
#   exports with no rows, in the readers that users have.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent hyparquet-writer@0.17.0 hyparquet@1.33.0 parquet-wasm@0.8.0 @duckdb/node-api@1.5.6-r.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { readParquet } from 'parquet-wasm/node'

const write = (data) => parquetWriteBuffer({ columnData: [{ name: 'jobs', data, type: 'DOUBLE' }] })
const rust = (buffer) => readParquet(new Uint8Array(buffer)).numBatches
const empty = write([])
assert.deepEqual(await parquetReadObjects({ file: empty }), [])
writeFileSync('empty.parquet', Buffer.from(empty))
const db = await (await DuckDBInstance.create()).connect()
const [[rows, type]] = (await db.runAndReadAll("select count(*), any_value(typeof(jobs)) from 'empty.parquet'")).getRowsJS()
assert.deepEqual([rows, type], [0n, null])
assert.equal(rust(write([1])), 1)
assert.throws(() => rust(empty), (error) => /Expected list element type of Struct but got Byte/.test(String(error)))
console.log('Seen: hyparquet and DuckDB read the file of no rows, parquet-wasm says: Expected list element type of Struct but got Byte.')
JS
node seen.mjs
