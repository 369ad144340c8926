#!/bin/sh
# A missing value read by toArray() of apache-arrow is 0.
#
# Guess: vector.toArray() of 10, null, 20 gives null or NaN in the middle, as iterating over the vector does.
# What happens: it returns the buffer beneath, in which a missing number is stored as 0: 10, 0, 20.
#   [...vector] is 10, null, 20. Written back from that array, the 0 is a value like any other.
# Seen with: apache-arrow 21.2.0. (@uwdata/flechette 2.6.0 gives null.)
# What it means: the quick way to a typed array, which its own documentation and every example of fast code
#   take, counts closed plants as plants that build nothing: the mean of 10 and 20 becomes 10 instead of 15.
#   Look at nullCount first.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent apache-arrow@21.2.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { vectorFromArray } from 'apache-arrow'

const vector = vectorFromArray([10, null, 20])
const mean = (values) => values.reduce((sum, x) => sum + x, 0) / values.length
assert.deepEqual([...vector], [10, null, 20])
assert.equal(vector.nullCount, 1)
assert.deepEqual([...vector.toArray()], [10, 0, 20])
assert.equal(mean([...vector.toArray()]), 10)
console.log('Seen: 10, null, 20 is 10, 0, 20 after toArray(), with a mean of 10.')
JS
node seen.mjs
