#!/bin/sh
# The type of an Arrow column follows its values, and joining two blocks of a table turns 0.5 into 0.
#
# Guess: numbers of JavaScript are written as 64-bit floating point, dates as timestamps, so that two files of
#   one table have one schema; tables with different schemas cannot be joined.
# What happens: arquero (through flechette) writes 1, 2 as 8-bit integers, 300 as 16 bits, 0.5 as floating
#   point, and dates as days if all are at midnight. apache-arrow joins the blocks without complaint, under
#   the first one's type: iterating gives 0.5, toArray() gives 0. A -0 among whole numbers is written as 0.
# Seen with: arquero 8.0.3, @uwdata/flechette 2.6.0, apache-arrow 21.2.0.
# What it means: replicates written block by block have a schema by chance; a block in which every plant
#   builds whole thousands decides the precision of the rest. Name the types when writing.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent arquero@8.0.3 @uwdata/flechette@2.6.0 apache-arrow@21.2.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { tableFromIPC } from 'apache-arrow'
import { table } from 'arquero'

const block = (x) => tableFromIPC(table({ x }).toArrowIPC())
const type = (x) => String(block(x).schema.fields[0].type)
assert.deepEqual([type([1, 2]), type([300, 2]), type([0.5, 2])], ['Int8', 'Int16', 'Float64'])
const day = (hour) => new Date(`2026-01-01T${hour}:00:00Z`)
assert.deepEqual([type([day('00')]), type([day('12')])], ['Date32<DAY>', 'Timestamp<MILLISECOND>'])
assert.ok(Object.is([...block([0, -0]).getChild('x')][1], 0))

const both = block([1, 2]).concat(block([0.5, 4]))
assert.equal(String(both.schema.fields[0].type), 'Int8')
assert.deepEqual([...both.getChild('x')], [1, 2, 0.5, 4])
assert.deepEqual([...both.getChild('x').toArray()], [1, 2, 0, 4])
console.log('Seen: 1, 2 joined with 0.5, 4 is of type Int8; toArray() gives 1, 2, 0, 4, iterating gives 1, 2, 0.5, 4.')
JS
node seen.mjs
