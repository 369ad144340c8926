#!/bin/sh
# With percent: true a domain of [0, 1] of Observable Plot ends at one per cent.
#
# Guess: percent: true changes how shares are labelled; the domain stays in the units of the data, so [0, 1]
#   is the whole.
# What happens: the data are multiplied by 100 before the domain is applied, so [0, 1] is 0% to 1%: a bar of
#   one half is drawn 17,500 pixels tall and runs out of the picture. [0, 100] is the whole.
# Seen with: @observablehq/plot 0.6.17.
# What it means: charts of market shares and of duties, with one axis fixed so that options can be compared,
#   look full or empty. Write the domain in per cent.
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
function height(y) {
  const plot = Plot.plot({ document, y, marks: [Plot.barY([0.5])] })
  return Number(plot.querySelector('g[aria-label=bar] rect').getAttribute('height'))
}
assert.equal(height({ domain: [0, 1] }), 175)
assert.equal(height({ percent: true, domain: [0, 1] }), 17500)
assert.equal(height({ percent: true, domain: [0, 100] }), 175)
console.log('Seen: with percent and a domain of [0, 1] a bar of 0.5 is 17,500 pixels tall, with [0, 100] 175.')
JS
node seen.mjs
