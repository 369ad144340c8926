#!/bin/sh
# A formula in mathjs that uses `year` without being given one is no mistake: its value is a duration.
#
# Guess: a name that the caller does not supply stops with "Undefined symbol".
# What happens: `rate * price` stops so, but `year`, `day`, `month`, `ton`, `t`, `h`, `m`, `g`, `i` and other
#   short names are units or constants: rate * year is "0.25 year", `h ? 1 : 2` chooses 2, and 3 i is a
#   complex number.
# Seen with: mathjs 15.2.0.
# What it means: a misspelt or forgotten variable with an economist's usual name (t for the year, h, i, e for
#   emissions) is not caught where the others are. Walk the parsed tree and compare its names with the known
#   ones before evaluating.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent mathjs@15.2.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { evaluate } from 'mathjs'

const scope = () => ({ rate: 0.25 })
assert.throws(() => evaluate('rate * price', scope()), /Undefined symbol price/)
assert.equal(String(evaluate('rate * year', scope())), '0.25 year')
for (const name of ['day', 'month', 'ton', 't', 'h', 'm', 'g']) {
  assert.equal(String(evaluate(`rate * ${name}`, scope())), `0.25 ${name}`)
}
assert.equal(evaluate('h ? 1 : 2'), 2)
assert.equal(String(evaluate('3 i')), '3i')
assert.equal(evaluate('rate * e', scope()), 0.25 * Math.E)
console.log('Seen: an unknown price is refused; an unknown year, day, ton, t, h, i or e has a value of its own.')
JS
node seen.mjs
