#!/bin/sh
# jStat's normal distribution has no mass below -9, and loses digits from -6 on; formulajs inherits it.
#
# Guess: cdf(-9) is 1.1e-19, as in R, scipy and spreadsheets: the lower tail is where floating point has
#   digits to spare.
# What happens: it is computed as one half of 1 + erf, so the two halves cancel: at -8 the value is 1.8% below
#   the true 6.22e-16, at -9 it is exactly 0. NORM.S.DIST of formulajs gives the same.
# Seen with: jstat 1.9.6, @formulajs/formulajs 4.6.1; the true value from the continued fraction in the
#   script.
# What it means: logarithms of likelihoods become minus infinity, importance weights become 0, and a normal
#   copula maps its tail to one point. Use a library with an erfc of its own.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent jstat@1.9.6 @formulajs/formulajs@4.6.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { NORM } from '@formulajs/formulajs'
import jstat from 'jstat'

const { jStat } = jstat
/** Lower tail of the standard normal at -z by Laplace's continued fraction, exact to the last digits for z > 5. */
function tail(z) {
  let f = z
  for (let k = 400; k > 0; k--) f = z + k / f
  return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / f
}
const lost = 1 - jStat.normal.cdf(-8, 0, 1) / tail(8)
assert.ok(Math.abs(tail(8) / 6.22096057427178e-16 - 1) < 1e-10)
assert.ok(lost > 0.015 && lost < 0.022, String(lost))
assert.equal(jStat.normal.cdf(-9, 0, 1), 0)
assert.equal(NORM.S.DIST(-9, true), 0)
assert.ok(tail(9) > 1.1e-19 && tail(9) < 1.2e-19)
console.log(`Seen: cdf(-8) is ${(100 * lost).toFixed(1)}% too small and cdf(-9) is 0 where ${tail(9).toExponential(2)} is true.`)
JS
node seen.mjs
