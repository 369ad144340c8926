#!/bin/sh
# No event is rarer than one in a thousand for simple-statistics: the normal probability of -3.1 and of -9 is
# 0.001.
#
# Guess: cumulativeStdNormalProbability is rough far out, but keeps falling: 2.9e-7 at -5.
# What happens: it reads a printed table with four digits that ends at 3.09, and stays at the last entry:
#   0.001 for everything below, 0.999 for everything above. probit(0.975) is 1.957, not 1.960.
# Seen with: simple-statistics 7.12.1.
# What it means: tail risks come out hundreds of times too large, p-values never below 0.001, and intervals
#   made with probit are too narrow by 0.14%. Its mean, deviation and quantile are sound; take the normal
#   distribution from elsewhere.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent simple-statistics@7.12.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { cumulativeStdNormalProbability as p, probit } from 'simple-statistics'

assert.deepEqual([-3.1, -5, -9].map((z) => Number(p(z).toFixed(10))), [0.001, 0.001, 0.001])
assert.deepEqual([4, 9].map(p), [0.999, 0.999])
assert.ok(Math.abs(probit(0.975) - 1.95716) < 1e-5)
console.log('Seen: the probability below -3.1, -5 and -9 is 0.001 each, below 9 it is 0.999; probit(0.975) is 1.957.')
JS
node seen.mjs
