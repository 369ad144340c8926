#!/bin/sh
# In formulajs an empty cell is left out of the mean but counts as 0 in the median.
#
# Guess: AVERAGE and MEDIAN of 1, empty, 3 treat the empty cell alike, as a spreadsheet does: both are 2.
# What happens: AVERAGE is 2, MEDIAN is 1, SMALL(..., 1) is 0 and GEOMEAN is 0, while MIN is 1, COUNT is 2 and
#   STDEV.S is that of 1 and 3. undefined in place of null is sorted last instead and gives a median of 3.
# Seen with: @formulajs/formulajs 4.6.1.
# What it means: a replicate with no value pulls the median of an outcome towards zero and its mean not at
#   all; the two are then read as skewness. Drop the empty cells first.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @formulajs/formulajs@4.6.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { AVERAGE, COUNT, GEOMEAN, MEDIAN, MIN, SMALL, STDEV } from '@formulajs/formulajs'

const cells = () => [1, null, 3]
assert.deepEqual([AVERAGE(cells()), MIN(cells()), COUNT(cells()), STDEV.S(cells())], [2, 1, 2, Math.SQRT2])
assert.deepEqual([MEDIAN(cells()), SMALL(cells(), 1), GEOMEAN(cells())], [1, 0, 0])
assert.equal(MEDIAN([1, undefined, 3]), 3)
console.log('Seen: of 1, empty, 3 the mean is 2, the median 1, the smallest by SMALL 0 and by MIN 1.')
JS
node seen.mjs
