#!/bin/sh
# A sheet of SheetJS written as CSV has lost its digits: 123,456,789,012.123 becomes 1.23457E+11.
#
# Guess: sheet_to_csv writes the values of the cells; that is what CSV is for.
# What happens: it writes them as a narrow cell would show them, in eleven characters: a third is 0.333333333,
#   123456789012.123 is 1.23457E+11, a NaN is #VALUE! and an infinity #DIV/0!. sheet_to_json of the same sheet
#   has every digit and leaves the last two out. rawNumbers: true writes the digits.
# Seen with: @e965/xlsx 0.20.3 (SheetJS 0.20.3, republished).
# What it means: trade values in dollars above a hundred billion are rounded to six digits on the way from a
#   workbook to CSV, and totals no longer add up.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @e965/xlsx@0.20.3

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import * as XLSX from '@e965/xlsx'

const { utils } = XLSX.default ?? XLSX
const sheet = utils.aoa_to_sheet([['share', 'value', 'rate', 'limit'], [1 / 3, 123456789012.123, NaN, Infinity]])
const line = (options) => utils.sheet_to_csv(sheet, options).split('\n')[1]
assert.equal(line({}), '0.333333333,1.23457E+11,#VALUE!,#DIV/0!')
assert.equal(line({ rawNumbers: true }), '0.3333333333333333,123456789012.123,#VALUE!,#DIV/0!')
assert.deepEqual(utils.sheet_to_json(sheet), [{ share: 1 / 3, value: 123456789012.123 }])
console.log(`Seen: 1/3, 123456789012.123, NaN and infinity are written ${line({})}.`)
JS
node seen.mjs
