#!/bin/sh
# In mathjs a duty of 2.5% + 25% is no duty: the sum is 0.
#
# Guess: the percent sign divides by a hundred, so 2.5% + 25% is 0.275, as in a spreadsheet.
# What happens: after a number, `%` followed by a sign is the remainder: 2.5% + 25% is what 2.5 leaves when
#   divided by +25%, that is 0; so is 50% + 50%, and 2.6% + 25% is 0.1. With a plain number before it, + 10%
#   adds ten per cent of that number: 0.25 + 10% is 0.275, not 0.35. Brackets round each percentage give the
#   sum.
# Seen with: mathjs 15.2.0, hyperformula 3.5.0 beside it.
# What it means: users of a tariff tool add percentages. In a formula language built on mathjs two duties
#   added give none, with no error. Refuse `%`, or want brackets.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent mathjs@15.2.0 hyperformula@3.5.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { HyperFormula } from 'hyperformula'
import { evaluate } from 'mathjs'

const sheet = HyperFormula.buildFromArray([['=2.5%+25%', '=50%+50%']], { licenseKey: 'gpl-v3' })
assert.deepEqual(sheet.getSheetValues(0), [[0.275, 1]])
assert.equal(evaluate('2.5% + 25%'), 0)
assert.equal(evaluate('50% + 50%'), 0)
assert.ok(Math.abs(evaluate('2.6% + 25%') - 0.1) < 1e-12)
assert.equal(evaluate('0.25 + 10%'), 0.275)
assert.equal(evaluate('(2.5%) + (25%)'), 0.275)
console.log('Seen: 2.5% + 25% is 0 and 50% + 50% is 0 in mathjs; 0.275 and 1 in a spreadsheet engine.')
JS
node seen.mjs
