#!/bin/sh
# In mathjs `not 3 > 5` is false, and so is `3 > 5`.
#
# Guess: `not` asks for the opposite of the comparison behind it, as in Python and SQL: not 3 > 5 is true.
# What happens: it is a unary operator like minus, and binds before comparisons: (not 3) > 5, which is false > 5. With
#   brackets, not (3 > 5) is true. There is no warning.
# Seen with: mathjs 15.2.0.
# What it means: a condition such as "not output < 1000" holds in every replicate, whatever the outputs are. Write
#   brackets, or refuse `not` without them.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent mathjs@15.2.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { evaluate, parse } from 'mathjs'

assert.equal(evaluate('3 > 5'), false)
assert.equal(evaluate('not 3 > 5'), false)
assert.equal(evaluate('not (3 > 5)'), true)
assert.equal(parse('not a > b').toString({ parenthesis: 'all' }), '(not a) > b')
const outputs = [900, 1100]
assert.deepEqual(outputs.map((output) => evaluate('not output < 1000', { output })), [true, true])
assert.deepEqual(outputs.map((output) => evaluate('not (output < 1000)', { output })), [false, true])
console.log('Seen: not 3 > 5 is false; not output < 1000 is true for 900 and for 1100.')
JS
node seen.mjs
