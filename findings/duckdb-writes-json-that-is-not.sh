#!/bin/sh
# DuckDB writes NaN into JSON files, which JSON does not have; DuckDB reads them back, others stop.
#
# Guess: copy ... to 'x.json' stores null for NaN and infinity, as JSON.stringify does, or refuses.
# What happens: it stores the bare words NaN and Infinity. DuckDB reads its own file back as numbers, so a
#   round trip looks well; JSON.parse stops at the first of them.
# Seen with: @duckdb/node-api 1.5.6-r.1, Node's JSON.parse.
# What it means: one replicate that did not converge makes the whole export unreadable to a browser or to a
#   notebook in JavaScript. Export case when isfinite(x) then x end, and say how many were left out.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @duckdb/node-api@1.5.6-r.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const db = await (await DuckDBInstance.create()).connect()
await db.run("copy (select 1 as replicate, 'nan'::double as x, 'inf'::double as y) to 'out.json'")
const text = readFileSync('out.json', 'utf8').trim()
assert.equal(text, '{"replicate":1,"x":NaN,"y":Infinity}')
assert.throws(() => JSON.parse(text), SyntaxError)
const [[x, y]] = (await db.runAndReadAll("select x, y from 'out.json'")).getRowsJS()
assert.ok(Number.isNaN(x) && y === Infinity)
console.log(`Seen: DuckDB wrote ${text}; DuckDB reads it, JSON.parse does not.`)
JS
node seen.mjs
