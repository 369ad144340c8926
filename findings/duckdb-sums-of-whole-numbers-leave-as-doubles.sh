#!/bin/sh
# A sum of whole numbers, exact in DuckDB, is rounded when DuckDB writes it to its own Parquet file.
#
# Guess: sum() of a BIGINT column is exact, and `copy ... to 'x.parquet'` stores what the query shows.
# What happens: the sum is a HUGEINT, Parquet has no integer of that width, and the writer stores a DOUBLE
#   without saying so: 9,007,199,254,740,993 comes back as 9,007,199,254,740,992, and a later join finds no
#   partner.
# Seen with: @duckdb/node-api 1.5.6-r.1.
# What it means: sums of trade in cents or of vehicles times dollars are whole numbers only until they are
#   exported; every sum() or count-weighted total changes its type on the way. Cast: sum(x)::bigint.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @duckdb/node-api@1.5.6-r.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { DuckDBInstance } from '@duckdb/node-api'

const db = await (await DuckDBInstance.create()).connect()
const row = async (sql) => (await db.runAndReadAll(sql)).getRowsJS()[0]
const sum = 'select sum(x) as s from (values (9007199254740992::bigint), (1)) t(x)'
assert.deepEqual(await row(`select typeof(s), s from (${sum})`), ['HUGEINT', 9007199254740993n])
await db.run(`copy (${sum}) to 'sum.parquet' (format parquet)`)
assert.deepEqual(await row("select typeof(s), s from 'sum.parquet'"), ['DOUBLE', 9007199254740992])
assert.deepEqual(await row(`select count(*) from (${sum}) a join 'sum.parquet' b on a.s = b.s::hugeint`), [0n])
await db.run(`copy (select s::bigint as s from (${sum})) to 'cast.parquet' (format parquet)`)
assert.deepEqual(await row("select typeof(s), s from 'cast.parquet'"), ['BIGINT', 9007199254740993n])
console.log('Seen: 9007199254740993 as HUGEINT in the query, 9007199254740992 as DOUBLE in the Parquet file.')
JS
node seen.mjs
