#!/bin/sh
# A field that a record leaves out is NaN or an empty word in apache-arrow, not missing.
#
# Guess: tableFromJSON treats a field that is left out like one that is null: missing, counted by nullCount.
# What happens: a number left out becomes NaN, a word left out becomes '', and nullCount is 0; only a written
#   null is missing.
# Seen with: apache-arrow 21.2.0.
# What it means: records from JSON leave out what does not apply. Every mean over such a column is NaN, a
#   plant without a name joins with every other plant without a name, and no check for missing values finds
#   either.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent apache-arrow@21.2.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { tableFromJSON } from 'apache-arrow'

const rows = (table) => table.toArray().map((row) => row.toJSON())
const leftOut = tableFromJSON([{ plant: 'a', jobs: 1 }, { plant: 'b' }, { jobs: 3 }])
const written = tableFromJSON([{ plant: 'a', jobs: 1 }, { plant: 'b', jobs: null }, { plant: null, jobs: 3 }])
assert.deepEqual(rows(leftOut), [{ plant: 'a', jobs: 1 }, { plant: 'b', jobs: NaN }, { plant: '', jobs: 3 }])
assert.deepEqual(['plant', 'jobs'].map((name) => leftOut.getChild(name).nullCount), [0, 0])
assert.deepEqual(['plant', 'jobs'].map((name) => written.getChild(name).nullCount), [1, 1])
console.log("Seen: jobs left out is NaN, plant left out is '', and nullCount is 0; with null written it is 1.")
JS
node seen.mjs
