#!/bin/sh
# An axis of two years says 2025 six times.
#
# Guess: years as numbers with tickFormat: 'd' are written once each, 2024 and 2025; the format d is meant for
#   whole numbers and would refuse or leave out others.
# What happens: ticks stand at every tenth of a year and d rounds each of them: 2024 five or six times, then
#   2025. Without the format the labels are 2,024.0, 2,024.1 and so on. interval: 1 gives one tick a year,
#   still 2,024.0.
# Seen with: @observablehq/plot 0.6.17.
# What it means: a chart over twelve years looks right and the same chart over two does not; short horizons
#   need interval: 1 and tickFormat: 'd' together.
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
function labels(x) {
  const plot = Plot.plot({ document, x, marks: [Plot.dot([[2024, 1], [2025, 2]])] })
  return [...plot.querySelectorAll('g[aria-label="x-axis tick label"] text')].map((label) => label.textContent)
}
const plain = labels({})
const whole = labels({ tickFormat: 'd' })
assert.deepEqual(plain.slice(0, 2), ['2,024.0', '2,024.1'])
assert.equal(whole.length, 11)
assert.ok(whole.every((label) => label === '2024' || label === '2025'))
assert.deepEqual(labels({ interval: 1 }), ['2,024.0', '2,025.0'])
assert.deepEqual(labels({ interval: 1, tickFormat: 'd' }), ['2024', '2025'])
const first = whole.filter((label) => label === '2024').length
console.log(`Seen: 2024 ${first} times and 2025 ${whole.length - first} times with d; 2,024.0, 2,024.1 and so on without.`)
JS
node seen.mjs
