#!/bin/sh
# -2^2, 2^3^2, log(100) and log(8, 2) have two answers each in three engines, and no two engines agree on all.
#
# Guess: powers before the sign and from the right, natural logarithms, the base as second argument, as in
#   mathematics; a formula copied from a scenario into a spreadsheet or a query keeps its value.
# What happens: mathjs gives -4, 512, 4.605, 3; HyperFormula (as spreadsheets do) 4, 64, 2, 3; DuckDB 4, 64,
#   2, 0.333: it takes the base first.
# Seen with: mathjs 15.2.0, hyperformula 3.5.0, @duckdb/node-api 1.5.6-r.1.
# What it means: a quadratic adjustment cost -x^2 checked in a spreadsheet has the wrong sign, silently. Write
#   0 - x^2 with brackets, ln(x), and log(x) / log(b).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent mathjs@15.2.0 hyperformula@3.5.0 @duckdb/node-api@1.5.6-r.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { DuckDBInstance } from '@duckdb/node-api'
import { HyperFormula } from 'hyperformula'
import { evaluate } from 'mathjs'

const formulas = ['-2^2', '2^3^2', 'log(100)', 'log(8, 2)']
const digits = (values) => values.map((x) => Number(Number(x).toFixed(6)))
const db = await (await DuckDBInstance.create()).connect()
const sheet = HyperFormula.buildFromArray([formulas.map((f) => `=${f}`)], { licenseKey: 'gpl-v3' })
assert.deepEqual(digits(formulas.map((f) => evaluate(f))), [-4, 512, 4.60517, 3])
assert.deepEqual(digits(sheet.getSheetValues(0)[0]), [4, 64, 2, 3])
assert.deepEqual(digits((await db.runAndReadAll(`select ${formulas.join()}`)).getRowsJS()[0]), [4, 64, 2, 0.333333])
console.log('Seen: -2^2, 2^3^2, log(100), log(8, 2) are -4, 512, 4.605, 3 in mathjs; 4, 64, 2, 3 in HyperFormula; 4, 64, 2, 0.333 in DuckDB.')
JS
node seen.mjs
