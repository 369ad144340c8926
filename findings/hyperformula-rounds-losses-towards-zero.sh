#!/bin/sh
# INT(-0.5) is 0 in HyperFormula and -1 in spreadsheets; TEXT(0.25, "0%") is "0%".
#
# Guess: functions named as in Excel give Excel's answers: INT goes down, TEXT writes 25% and 1,234,568.
# What happens: INT cuts towards zero, like TRUNC. TEXT rounds 0.25 to "0%" without multiplying, and writes
#   1234567.891 with the format "#,##0" as "1234568,##0". TRUE without brackets is an error, and 1E5 is no
#   number though 1e5 is.
# Seen with: hyperformula 3.5.0, @formulajs/formulajs 4.6.1 (INT) beside it.
# What it means: plants that lose production have negative changes, so INT of a change is one too high; labels
#   of duties say 0%. Use FLOOR(x, 1), and format outside the sheet.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent hyperformula@3.5.0 @formulajs/formulajs@4.6.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { INT } from '@formulajs/formulajs'
import { HyperFormula } from 'hyperformula'

const cells = ['=INT(-0.5)', '=INT(-1.5)', '=FLOOR(-1.5,1)', '=TEXT(0.25,"0%")', '=TEXT(1234567.891,"#,##0")', '=1e5']
const sheet = HyperFormula.buildFromArray([cells], { licenseKey: 'gpl-v3' })
assert.deepEqual(sheet.getSheetValues(0)[0], [0, -1, -2, '0%', '1234568,##0', 100000])
assert.deepEqual([INT(-0.5), INT(-1.5)], [-1, -2])
assert.equal(sheet.calculateFormula('=TRUE', 0).value, '#NAME?')
assert.throws(() => sheet.calculateFormula('=1E5', 0), /not a formula/)
console.log('Seen: INT(-0.5) is 0, INT(-1.5) is -1, TEXT(0.25, "0%") is "0%", "#,##0" gives "1234568,##0".')
JS
node seen.mjs
