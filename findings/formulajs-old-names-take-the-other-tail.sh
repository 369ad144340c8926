#!/bin/sh
# TINV, FINV and CHIINV of formulajs take the left tail; the spreadsheet functions of these names take the
# right, or both.
#
# Guess: the library says it is Excel's functions, so TINV(0.05, 3) is 3.182, FINV(0.05, 2, 10) is 4.103 and
#   CHIINV(0.05, 1) is 3.841, as they have been in spreadsheets since before the names with a dot.
# What happens: TINV(0.05, 3) is -2.353, FINV(0.05, 2, 10) is 0.0516 and CHIINV(0.05, 1) is 0.00393: the left
#   tail, as the newer T.INV, F.INV and CHISQ.INV. The old meaning is under T.INV.2T, F.INV.RT and CHIINVRT.
# Seen with: @formulajs/formulajs 4.6.1.
# What it means: an interval mean +- TINV(0.05, n - 1) * se, copied from a workbook, has its ends exchanged
#   and 90% instead of 95%.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @formulajs/formulajs@4.6.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { CHIINV, CHIINVRT, F, FINV, T, TINV } from '@formulajs/formulajs'

const near = (value, wanted) => assert.ok(Math.abs(value / wanted - 1) < 1e-3, `${value} against ${wanted}`)
near(TINV(0.05, 3), -2.353363)
near(FINV(0.05, 2, 10), 0.0515573)
near(CHIINV(0.05, 1), 0.00393214)
near(T.INV['2T'](0.05, 3), 3.182446)
near(F.INV.RT(0.05, 2, 10), 4.102821)
near(CHIINVRT(0.05, 1), 3.841459)
console.log('Seen: TINV(0.05, 3) is -2.353, FINV(0.05, 2, 10) 0.0516, CHIINV(0.05, 1) 0.00393; spreadsheets say 3.182, 4.103, 3.841.')
JS
node seen.mjs
