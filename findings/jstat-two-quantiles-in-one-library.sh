#!/bin/sh
# jStat has three quartile functions with three answers; by one of them the median of 1, 2, 3, 4 is 2.
#
# Guess: percentile, quantiles and quartiles of one library use one definition, most likely that of R, numpy
#   and spreadsheets.
# What happens: the 10% point of 1, 2, 3, 4, 10 is 1.4 by percentile (that definition) and 1 by quantiles
#   (another, with 3/8 as its plotting position). quartiles takes elements of the list: of 1, 2, 3, 4 the
#   middle one is 2 while median gives 2.5.
# Seen with: jstat 1.9.6.
# What it means: bands of 5% to 95% from few replicates differ by the name of the function called, more than
#   many policies differ.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent jstat@1.9.6

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import jstat from 'jstat'

const { jStat } = jstat
const x = [1, 2, 3, 4, 10]
const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-12, `${value} against ${wanted}`)
near(jStat.percentile(x, 0.1), 1.4)
near(jStat.quantiles(x, [0.1])[0], 1)
near(jStat.percentile(x, 0.75), 4)
near(jStat.quantiles(x, [0.75])[0], 5.875)
near(jStat.quartiles([1, 2, 3, 4])[1], 2)
near(jStat.median([1, 2, 3, 4]), 2.5)
console.log('Seen: the 75% point of 1, 2, 3, 4, 10 is 4 by percentile and 5.875 by quantiles; quartiles puts the median of 1, 2, 3, 4 at 2.')
JS
node seen.mjs
