#!/bin/sh
# The largest of [1, NaN, 3] is 3 and of [NaN, 1, 3] is NaN; medians with a NaN take one of three values.
#
# Guess: max and median of numbers with a NaN among them are NaN, whatever the order, or leave it out,
#   whatever the order.
# What happens: in simple-statistics and jStat max and min are NaN only when the NaN stands first. The median
#   of 1, 2, 3 and NaN is 1.5, 2.5 or NaN by its place, because a comparison with NaN misleads the selection:
#   three different answers, none marked.
# Seen with: simple-statistics 7.12.1, jstat 1.9.6.
# What it means: a replicate that failed changes the median of a report by its number, so the answer depends
#   on how blocks were merged. Count the non-finite values and take them out first; no library does it for
#   you.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent simple-statistics@7.12.1 jstat@1.9.6

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import jstat from 'jstat'
import { max, median, quantile } from 'simple-statistics'

const { jStat } = jstat
assert.deepEqual([max([1, NaN, 3]), max([NaN, 1, 3])], [3, NaN])
assert.deepEqual([jStat.max([1, NaN, 3]), jStat.max([NaN, 1, 3])], [3, NaN])
assert.deepEqual([median([2, 1, NaN, 3]), median([NaN, 3, 1, 2])], [1.5, NaN])
assert.deepEqual([quantile([3, NaN, 1, 2], 0.5), quantile([NaN, 1, 2, 3], 0.5)], [2.5, 1.5])
console.log('Seen: max is 3 or NaN, the median of 1, 2, 3, NaN is 1.5, 2.5 or NaN, by the order of the list.')
JS
node seen.mjs
