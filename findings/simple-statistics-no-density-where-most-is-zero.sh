#!/bin/sh
# A kernel density of values of which three quarters are equal is NaN everywhere.
#
# Guess: a tall peak at the common value and a low one at the others; the default bandwidth is a rule of thumb
#   that falls back to the standard deviation where quartiles coincide, as in R.
# What happens: the rule takes the lesser of standard deviation and interquartile range / 1.34, which is 0,
#   divides by it, and every density is NaN, or 0 away from the data. With a bandwidth given, the density is as
#   it should be.
# Seen with: simple-statistics 7.12.1.
# What it means: outcomes that are mostly zero (entrants, plants closed, duties of a lane that is free) have
#   no picture. Look at the spread first, or give the bandwidth.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent simple-statistics@7.12.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { kernelDensityEstimation } from 'simple-statistics'

const closures = [0, 0, 0, 0, 0, 0, 0, 1]
const byRule = kernelDensityEstimation(closures)
assert.ok(Number.isNaN(byRule(0)))
const stated = kernelDensityEstimation(closures, 'gaussian', 0.2)
assert.ok(stated(0) > stated(1) && stated(1) > 0)
assert.ok(kernelDensityEstimation([1, 2, 3, 4])(2) > 0)
console.log(`Seen: the density at 0 is ${byRule(0)} by the rule and ${stated(0).toFixed(2)} with a bandwidth of 0.2.`)
JS
node seen.mjs
