#!/bin/sh
# A decoder of vehicle numbers places a Tesla from Texas in Oceania, in the United States.
#
# Guess: region and country come from one table, so that a number of the United States is of North America.
# What happens: a number that begins with 7SA has country "United States" and region "Oceania": the region is that of
#   the first sign alone, and 7 stood for Oceania before most of its codes went to the United States. Numbers that
#   begin with 1, 4 and 5 are of North America.
# Seen with: universal-vin-decoder 1.0.0.
# What it means: a table by region sends a growing part of US output to the other end of the world. Group by country.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent universal-vin-decoder@1.0.0

cat > seen.cjs <<'JS'
const assert = require('node:assert/strict')
const { decodeVIN } = require('universal-vin-decoder')

// The last six signs are invented.
const fremont = decodeVIN('5YJ3E1EA5RF000001').info
const austin = decodeVIN('7SAYGDEE0TA000001').info
assert.deepEqual([fremont.country, fremont.region], ['United States', 'North America'])
assert.deepEqual([austin.country, austin.region], ['United States', 'Oceania'])
console.log(`Seen: 5YJ is of ${fremont.region}, 7SA of ${austin.region}, both in ${austin.country}.`)
JS
node seen.cjs
