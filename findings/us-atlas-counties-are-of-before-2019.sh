#!/bin/sh
# The newest us-atlas has counties that statistics have left.
#
# Guess: the newest edition knows the county equivalents by which statistics have come out since 2022: for
#   Connecticut the nine planning regions, 09110 to 09190.
# What happens: it holds counties of before 2019: Connecticut has its eight old ones, and Alaska still has
#   Valdez-Cordova (02261), which was split in that year. Newer tables joined by FIPS number leave all of
#   Connecticut blank, without an error.
# Seen with: us-atlas 3.0.1, counties-10m.json.
# What it means: Tables of counties since 2022 need another map for Connecticut, or a table that leads
#   back.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts us-atlas@3.0.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
const { geometries } = JSON.parse(readFileSync('node_modules/us-atlas/counties-10m.json', 'utf8')).objects.counties
const ids = new Set(geometries.map(({ id }) => id))
const connecticut = [...ids].filter((id) => id.startsWith('09')).toSorted()
assert.deepEqual(connecticut, ['09001', '09003', '09005', '09007', '09009', '09011', '09013', '09015'])
assert.deepEqual(['02261', '02063', '46102'].map((id) => ids.has(id)), [true, false, true])
JS
node seen.mjs
echo 'Seen: 09001 to 09015, no 091xx; 02261 is there, 02063 is not; 46102 (Oglala Lakota, renamed in 2015) is.'
