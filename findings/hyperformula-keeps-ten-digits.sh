#!/bin/sh
# HyperFormula rounds every result to ten significant digits: 123,456,789,012,345 * 1 is
# 123,456,789,010,000.02.
#
# Guess: a spreadsheet engine in JavaScript computes in double precision, about sixteen digits; Excel shows
#   fifteen.
# What happens: results are rounded to ten digits or a little more (precisionRounding is 10 by default):
#   EXP(1) is 2.7182818285, a sum of dollars above ten billion loses its cents and then its dollars, and
#   differences of large sums are 0. precisionRounding: 14 brings the digits back.
# Seen with: hyperformula 3.5.0.
# What it means: a model recomputed in such a sheet agrees with the program to ten digits, never to the bit,
#   and trade totals in dollars are altered in the ones.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent hyperformula@3.5.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { HyperFormula } from 'hyperformula'

const cells = ['=EXP(1)', '=123456789012345*1', '=12345678901.25+0.5', '=9007199254740991-9007199254740990']
const values = (options) => HyperFormula.buildFromArray([cells], { licenseKey: 'gpl-v3', ...options }).getSheetValues(0)[0]
assert.deepEqual(values({}), [2.7182818285, 123456789010000.02, 12345678902, 0])
const [e, , cents] = values({ precisionRounding: 14 })
assert.ok(Math.abs(e - Math.E) < 1e-13 && cents === 12345678901.75)
console.log('Seen: 123456789012345 * 1 is 123456789010000.02 and 12345678901.25 + 0.5 is 12345678902.')
JS
node seen.mjs
