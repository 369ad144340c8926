#!/bin/sh
# A price of 1.10, stored as a decimal, is 110 in apache-arrow.
#
# Guess: a decimal read by apache-arrow is 1.1, or the text 1.10, or an object that prints as such.
# What happens: the value is an object with the digits and without the point: String, + and JSON give 110, and
#   -0.01 is -1. The scale is in the type of the column and has to be applied by hand. flechette, reading the
#   same bytes, gives 1.1 and -0.01.
# Seen with: apache-arrow 21.2.0, parquet-wasm 0.8.0, @uwdata/flechette 2.6.0; the file by @duckdb/node-api
#   1.5.6-r.1.
# What it means: money in Parquet files of databases is decimal as a rule; a sum over it is too large by a
#   power of ten that differs by column. Cast to double in the query, or divide by 10 ** type.scale.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent apache-arrow@21.2.0 parquet-wasm@0.8.0 @uwdata/flechette@2.6.0 @duckdb/node-api@1.5.6-r.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { tableFromIPC } from 'apache-arrow'
import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromIPC as flechette } from '@uwdata/flechette'
import { readParquet } from 'parquet-wasm/node'

const db = await (await DuckDBInstance.create()).connect()
await db.run("copy (select 1.10::decimal(18, 2) as price, -0.01::decimal(9, 2) as change) to 'prices.parquet' (format parquet)")
const bytes = readParquet(new Uint8Array(readFileSync('prices.parquet'))).intoIPCStream()
const arrow = tableFromIPC(bytes)
const [price, change] = ['price', 'change'].map((name) => arrow.getChild(name).get(0))
assert.deepEqual([String(price), +price, String(change), +change], ['110', 110, '-1', -1])
assert.equal(arrow.schema.fields[0].type.scale, 2)
assert.deepEqual(flechette(bytes).toArray(), [{ price: 1.1, change: -0.01 }])
console.log('Seen: 1.10 and -0.01 are 110 and -1 in apache-arrow, 1.1 and -0.01 in flechette.')
JS
node seen.mjs
