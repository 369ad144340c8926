#!/bin/sh
# A map asked for four classes has five, and one asked for three has two.
#
# Guess: color: { type: 'quantize', n: 4 } cuts the domain into four equal classes, as d3's scaleQuantize with
#   four colours does.
# What happens: n is a wish, like a number of ticks: the cuts are put on round numbers. From 0 to 1, 3 gives
#   two classes, 4, 5, 6 and 7 give five, 8 gives ten; from -0.3 to 0.8, 4 gives six.
# Seen with: @observablehq/plot 0.6.17.
# What it means: a legend written for four classes does not fit the map, and two maps with the same n have
#   different numbers of colours. Use type: 'threshold' with the cuts written out.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @observablehq/plot@0.6.17 linkedom@0.18.15

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

const { document } = parseHTML('<html></html>')
function classes(n, domain) {
  const color = { type: 'quantize', n, domain }
  return Plot.plot({ document, color, marks: [Plot.cell([domain[0]], { fill: (d) => d })] }).scale('color').range.length
}
assert.deepEqual([3, 4, 5, 6, 7, 8].map((n) => classes(n, [0, 1])), [2, 5, 5, 5, 5, 10])
assert.deepEqual([3, 4, 5].map((n) => classes(n, [-0.3, 0.8])), [3, 6, 6])
console.log('Seen: n = 3, 4, 5, 6, 7, 8 from 0 to 1 gives 2, 5, 5, 5, 5, 10 classes.')
JS
node seen.mjs
