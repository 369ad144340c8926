#!/bin/sh
# Given its limits, a histogram of Observable Plot leaves out what lies beyond them, and what lies on the
# last.
#
# Guess: thresholds: [1, 2] of Plot's bin cut the data at 1 and 2 into three bars, as the same thresholds of
#   d3.bin do; Plot is built on d3.
# What happens: they are the edges of all bars: of 0, 1, 2, 3, 3, 3 one value is drawn. With [0, 1, 2, 3] the
#   three values equal to 3 are still left out. d3.bin draws all six in both cases. Nothing warns.
# Seen with: @observablehq/plot 0.6.17, d3-array 3.2.5.
# What it means: the tails, which a Monte Carlo histogram is looked at for, vanish, and its bars do not add up
#   to the number of replicates. Put edges beyond the least and greatest value, and check the sum.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @observablehq/plot@0.6.17 linkedom@0.18.15 d3-array@3.2.5

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import * as Plot from '@observablehq/plot'
import { bin } from 'd3-array'
import { parseHTML } from 'linkedom'

const { document } = parseHTML('<html></html>')
const values = [0, 1, 2, 3, 3, 3]
function counts(thresholds) {
  const bars = Plot.text(values, Plot.binX({ text: 'count' }, { thresholds }))
  const labels = Plot.plot({ document, marks: [bars] }).querySelectorAll('g[aria-label=text] text')
  return [...labels].map((label) => Number(label.textContent))
}
const d3Counts = (thresholds) => bin().thresholds(thresholds)(values).map((bar) => bar.length)
assert.deepEqual([counts([1, 2]), d3Counts([1, 2])], [[1], [1, 1, 4]])
assert.deepEqual([counts([0, 1, 2, 3]), d3Counts([0, 1, 2, 3])], [[1, 1, 1], [1, 1, 1, 3]])
assert.deepEqual(counts([0, 1, 2, 3, 4]), [1, 1, 1, 3])
console.log('Seen: of six values Plot draws 1 with thresholds 1, 2 and 3 with 0, 1, 2, 3; d3.bin draws all six.')
JS
node seen.mjs
