#!/bin/sh
# In Squiggle an exact law minus itself is not zero, and a sampled law minus itself is.
#
# Guess: a name stands for one quantity, so that x - x is 0 whatever x is made of; Sym.normal is only the
#   exact way to write the same law.
# What happens: with x = normal(5, 1) the spread of x - x is 0. With x = Sym.normal(5, 1) it is 1.414, as of
#   two quantities that know nothing of each other, and so it is through a second name y = x. The mean of x / x
#   of a Sym.lognormal is above 1.
# Seen with: @quri/squiggle-lang 0.10.0.
# What it means: a difference of two policies that share an uncertain parameter is too wide by the whole of
#   that parameter. Write laws without Sym wherever one stands twice.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @quri/squiggle-lang@0.10.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { run } from '@quri/squiggle-lang'

async function number(code) {
  const { result } = await run(code)
  assert.ok(result.ok, code)
  return Number(String(result.value.result))
}
const sampled = await number('x = normal(5, 1)\nstdev(x - x)')
const exact = await number('x = Sym.normal(5, 1)\nstdev(x - x)')
const renamed = await number('x = Sym.normal(5, 1)\ny = x\nstdev(x - y)')
const ratio = await number('x = Sym.lognormal({ p5: 1, p95: 10 })\nmean(x / x)')
assert.equal(sampled, 0)
assert.ok(Math.abs(exact - Math.SQRT2) < 1e-9)
assert.equal(renamed, exact)
assert.ok(ratio > 1.2)
console.log(`Seen: the spread of x - x is ${sampled} sampled and ${exact.toFixed(3)} exact; the mean of x / x is ${ratio.toFixed(2)}.`)
JS
node seen.mjs
