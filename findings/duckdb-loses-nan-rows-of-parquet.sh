#!/bin/sh
# Rows that are not a number vanish from a filtered Parquet file in DuckDB.
#
# Guess: DuckDB orders NaN above every number, so `where x > 100` returns the NaN row of a table, and returns
#   the same row when the same four values lie in a Parquet file.
# What happens: from the table it comes back, from the file it does not. The writer leaves NaN out of the
#   column's least and greatest value, as the format asks; DuckDB compares 100 with that greatest value, 50.5,
#   and skips the whole row group. Add one ordinary row above 100 and the NaN row is back. count(*) filter
#   (where ...) does not skip; where does.
# Seen with: @duckdb/node-api 1.5.6-r.1, hyparquet-writer 0.17.0.
# What it means: "how many replicates did not converge or lie beyond the limit" depends on who wrote the file
#   and on which rows share a row group. Ask isnan(x) for NaN, never a comparison.
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
const count = async (sql) => Number((await db.runAndReadAll(sql)).getRows()[0][0])
const write = (name, data) =>
  writeFileSync(name, Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'x', data, type: 'DOUBLE' }] })))
write('four.parquet', [1, 2, NaN, 50.5])
write('five.parquet', [1, 2, NaN, 50.5, 200])

const table = await count("select count(*) from (values (1.0::double), (2), ('nan'), (50.5)) t(x) where x > 100")
const file = await count("select count(*) from 'four.parquet' where x > 100")
const aggregate = await count("select count(*) filter (where x > 100) from 'four.parquet'")
const withNeighbour = await count("select count(*) from 'five.parquet' where x > 100")
const asked = await count("select count(*) from 'four.parquet' where isnan(x)")
assert.deepEqual([table, file, aggregate, withNeighbour, asked], [1, 0, 1, 2, 1])
console.log(
  'Seen: x > 100 finds the NaN row in a table (1), not in the Parquet file (0), again when a row of 200 stands beside it (2);' +
    ' isnan(x) finds it always (1).',
)
JS
node seen.mjs
