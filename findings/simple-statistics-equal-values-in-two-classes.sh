#!/bin/sh
# Natural breaks put equal values into two classes where the data have fewer values than classes.
#
# Guess: asked for three classes of 1, 1, 1, 2, ckmeans gives two, or fails; equal values are never parted.
#   jenks gives the same classes as breaks.
# What happens: ckmeans gives [1, 1], [1] and [2]; jenks gives the breaks 1, 1, 2, 2. The documentation speaks
#   of classes with the least variance within, which two classes have already. One value alone, four times, in
#   two classes of jenks: 5, 5, 5.
# Seen with: simple-statistics 7.12.1.
# What it means: a map with such classes draws two plants of the same size in two colours, with a legend "1 to
#   1" twice. Ask for no more classes than there are different values.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent simple-statistics@7.12.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { ckmeans, jenks } from 'simple-statistics'

assert.deepEqual(ckmeans([1, 2, 10, 11], 2), [[1, 2], [10, 11]])
assert.deepEqual(ckmeans([1, 1, 1, 2], 3), [[1, 1], [1], [2]])
assert.deepEqual(jenks([1, 1, 1, 2], 3), [1, 1, 2, 2])
assert.deepEqual(jenks([5, 5, 5, 5], 2), [5, 5, 5])
console.log('Seen: ckmeans([1, 1, 1, 2], 3) is [1, 1], [1], [2]; jenks gives 1, 1, 2, 2.')
JS
node seen.mjs
