#!/bin/sh
# Table Schema infers that a column of 0.5 and 1 is of no type.
#
# Guess: whole numbers and decimal fractions in one column are inferred as number.
# What happens: the type is "any": each cell votes for one type, 1 for integer and 0.5 for number, and they
#   never meet. 0.25 and 1e-5 are "any" too, and so is a column with one empty cell, although the empty string
#   is the declared missing value. Columns of one kind are inferred as one expects.
# Seen with: tableschema 1.12.6.
# What it means: columns of shares and chances, where 0 and 1 are written short, lose their type, and with it
#   every check of their values. State the schema.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent tableschema@1.12.6

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { infer } from 'tableschema'

const typeOf = async (cells) => (await infer([['column'], ...cells.map((cell) => [cell])])).fields[0].type
assert.equal(await typeOf(['0.5', '0.25']), 'number')
assert.equal(await typeOf(['10', '20']), 'integer')
assert.equal(await typeOf(['0.5', '1']), 'any')
assert.equal(await typeOf(['1', '0.5', '0']), 'any')
assert.equal(await typeOf(['10', '']), 'any')
console.log('Seen: [0.5, 0.25] is number, [10, 20] integer, [0.5, 1] any, and [10, empty] any.')
JS
node seen.mjs
