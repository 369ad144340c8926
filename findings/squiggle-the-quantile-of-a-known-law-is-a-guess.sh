#!/bin/sh
# In Squiggle the 95% point of a standard normal is 1.56.
#
# Guess: normal(0, 1) is a law with parameters, so that its quantiles, mean and chances come from its
#   formulas: 1.645, 0, 0.5.
# What happens: normal, uniform and their like are 1,000 draws. The 95% point of normal(0, 1) comes out at
#   1.558, its chance of being below 0 as 0.492, the mean of uniform(0, 1) as 0.494, the same in every run, with
#   nothing said of an error. Sym.uniform gives 0.95.
# Seen with: @quri/squiggle-lang 0.10.0.
# What it means: ends of an interval are off by 5% before any model is run. Raise the number of samples, or
#   take Sym for the laws of single inputs.
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
const end = await number('quantile(normal(0, 1), 0.95)')
const again = await number('quantile(normal(0, 1), 0.95)')
const below = await number('cdf(normal(0, 1), 0)')
const mean = await number('mean(uniform(0, 1))')
const exact = await number('quantile(Sym.uniform(0, 1), 0.95)')
assert.ok(Math.abs(end - 1.645) > 0.05)
assert.equal(again, end)
assert.notEqual(below, 0.5)
assert.notEqual(mean, 0.5)
assert.equal(exact, 0.95)
console.log(`Seen: the 95% point is ${end.toFixed(3)}, below 0 ${below}, the mean of uniform(0, 1) ${mean.toFixed(3)}; Sym ${exact}.`)
JS
node seen.mjs
