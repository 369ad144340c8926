#!/bin/sh
# The sample variance of a single number is 0 in three tools of seven.
#
# Guess: with n - 1 in the denominator one number has no variance: NaN or missing everywhere.
# What happens: mathjs, Octave and gretl say 0. R says NA, d3 undefined, formulajs NaN, simple-statistics
#   stops with an error.
# Seen with: mathjs 15.2.0, d3-array 3.2.5, @formulajs/formulajs 4.6.1, simple-statistics 7.12.1; octave
#   7.3.0, gretl 2022c, R 4.2.2 of Debian 12.
# What it means: in a sweep, a cell with one replicate left is reported as exact by half of the tools; a
#   weighting by 1 / variance gives it all the weight. Ask for the number of replicates first.
set -eu
. "$(dirname "$0")/debian"
debian octave=7.3.0-2 gretl=2022c-1 r-base-core=4.2.2.20221110-2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent mathjs@15.2.0 d3-array@3.2.5 @formulajs/formulajs@4.6.1 simple-statistics@7.12.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { VAR } from '@formulajs/formulajs'
import { variance } from 'd3-array'
import { evaluate } from 'mathjs'
import { sampleVariance } from 'simple-statistics'
assert.equal(evaluate('variance([5])'), 0)
assert.equal(evaluate('variance([4, 6])'), 2)
assert.equal(variance([5]), undefined)
assert.equal(VAR.S([5]), NaN)
assert.throws(() => sampleVariance([5]), /at least two data points/)
JS
node seen.mjs
[ "$(octave-cli -q --eval 'printf("%g %g", var(5), var([4 6]))' 2>/dev/null)" = '0 2' ]
printf 'printf "is %%g %%g\\n", var({5}), var({4; 6})\n' >seen.inp
gretlcli -b -q seen.inp 2>/dev/null | grep -qx 'is 0 2'
[ "$(Rscript -e 'cat(var(5), var(c(4, 6)))')" = 'NA 2' ]
echo 'Seen: var(5) is 0 in mathjs, Octave and gretl, NA in R, undefined in d3, NaN in formulajs, an error in simple-statistics.'
