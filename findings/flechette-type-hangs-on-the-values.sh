#!/bin/sh
# The type of a column of numbers hangs on the numbers that it holds, for flechette.
#
# Guess: a column of JavaScript numbers is Float64 in a table, as apache-arrow makes it.
# What happens: flechette picks the narrowest type that holds the values at hand, so two parts of one
#   study have different schemas for the same column, and cannot follow each other in one stream.
# Seen with: @uwdata/flechette 2.6.0 and apache-arrow 21.2.0.
# What it means: Give the types wherever a table is written in parts or read by a program that expects one
#   schema.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts @uwdata/flechette@2.6.0 apache-arrow@21.2.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import * as arrow from 'apache-arrow'
import * as flechette from '@uwdata/flechette'
const columns = [[1, 2, 3], [1, 300, 70000], [1, 2, 3e9]]
const types = columns.map((x) => flechette.tableFromArrays({ x }).schema.fields[0].type)
assert.deepEqual(types.map(({ typeId }) => typeId), [flechette.Type.Int, flechette.Type.Int, flechette.Type.Float])
assert.deepEqual(types.map(({ bitWidth }) => bitWidth), [8, 32, undefined])
for (const x of columns) assert.equal(String(arrow.tableFromArrays({ x }).schema.fields[0].type), 'Float64')
JS
node seen.mjs
echo 'Seen: [1, 2, 3] -> Int8, [1, 300, 70000] -> Int32, [1, 2, 3e9] -> Float64; apache-arrow: Float64 for all three.'
