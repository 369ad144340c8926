#!/bin/sh
# seedrandom(1) and seedrandom('1') are two streams, but alea(1) and alea('1') are one.
#
# Guess: a seed is turned into text first, as nearly every function of this kind does, so it does not matter
#   whether it came from a command line or from a file.
# What happens: the default generator and xor128, xorwow and the others mix numbers and texts differently:
#   0.178 against 0.269 for the first draw of seed 1. alea alone takes both for one.
# Seen with: seedrandom 3.0.5.
# What it means: --seed 1 on the command line (a text) and seed: 1 in a file (a number) are two results of
#   "seed 1", both reproducible, and neither wrong. Convert first: seedrandom(String(seed)).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent seedrandom@3.0.5

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import seedrandom from 'seedrandom'

const both = (make) => [make(1)(), make('1')()]
for (const name of ['xor128', 'xorwow', 'xorshift7', 'xor4096', 'tychei']) {
  const [number, text] = both(seedrandom[name])
  assert.notEqual(number, text, name)
}
const [number, text] = both(seedrandom)
assert.notEqual(number, text)
const [aleaNumber, aleaText] = both(seedrandom.alea)
assert.equal(aleaNumber, aleaText)
console.log(`Seen: the first draw is ${number.toFixed(3)} for 1 and ${text.toFixed(3)} for '1'; of alea ${aleaNumber.toFixed(3)} for both.`)
JS
node seen.mjs
