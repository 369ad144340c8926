#!/bin/sh
# mathjs calls a budget of 1,000,000,000,000 equal to one of 1,000,000,000,001, and floors 2.9999999999999 to
# 3.
#
# Guess: comparison and floor of ordinary numbers are those of JavaScript; if there is a tolerance, it is for
#   == alone.
# What happens: ==, !=, <, <=, >, >= and also floor and ceil take numbers within a relative 1e-12 for equal: a
#   > b is false where a is larger, floor goes up and ceil goes down.
# Seen with: mathjs 15.2.0.
# What it means: a rule such as "content > 0.75" or floor(volume / capacity) gives another answer inside a
#   mathjs formula than in the code around it, just where a threshold binds; sums in whole dollars above a
#   trillion lose their last digit.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent mathjs@15.2.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { evaluate } from 'mathjs'

assert.equal(evaluate('1000000000000 == 1000000000001'), true)
assert.equal(evaluate('1000000000001 > 1000000000000'), false)
assert.equal(evaluate('0.75 + 1e-13 > 0.75'), false)
assert.equal(0.75 + 1e-13 > 0.75, true)
assert.equal(evaluate('floor(2.9999999999999)'), 3)
assert.equal(Math.floor(2.9999999999999), 2)
assert.equal(evaluate('ceil(3.0000000000001)'), 3)
assert.equal(Math.ceil(3.0000000000001), 4)
console.log('Seen: 1e12 + 1 > 1e12 is false, floor(2.9999999999999) is 3 and ceil(3.0000000000001) is 3.')
JS
node seen.mjs
