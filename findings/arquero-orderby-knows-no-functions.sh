#!/bin/sh
# A function of op that works in derive and filter is no function where arquero sorts.
#
# Guess: orderby takes the expressions that derive and filter take, as its documentation says ("if a function, must be a valid table
#   expression"); orderby(d => op.abs(d.change)) sorts by size.
# What happens: an error, "fn.abs is not a function", as soon as a row is asked for, not where orderby is called. Operators and
#   aggregates (op.mean) work: the comparator hides the functions behind a list of its own that has the same name.
# Seen with: arquero 8.0.3.
# What it means: derive the key first and sort by the column; a test that only builds the table does not see it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent arquero@8.0.3 @uwdata/flechette@2.6.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { op, table } from 'arquero'

const moves = table({ change: [-3, 2, -1] })
assert.deepEqual(moves.derive({ size: (d) => op.abs(d.change) }).orderby('size').array('change'), [-1, 2, -3])
assert.deepEqual(moves.orderby((d) => d.change * d.change).array('change'), [-1, 2, -3])
const sorted = moves.orderby((d) => op.abs(d.change))
assert.throws(() => sorted.array('change'), /fn\.abs is not a function/)
console.log('Seen: sorted by op.abs(change), asking for rows fails; sorted by a derived column, they are -1, 2, -3.')
JS
node seen.mjs
