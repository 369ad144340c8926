#!/bin/sh
# States without data are not on the map: Observable Plot draws neither their colour nor their outline.
#
# Guess: in Plot.geo a state whose fill is undefined, null or NaN is drawn without colour, or grey; its stroke
#   is drawn in any case.
# What happens: the shape is left out altogether, also with a stroke, so the country has holes that look like
#   water. With color: { unknown: '#ccc' } all of them are drawn.
# Seen with: @observablehq/plot 0.6.17, us-atlas 3.0.1.
# What it means: a map of plants by state shows those states only that have a plant, and an outcome that
#   failed for a state removes the state. Name the unknown colour, or draw the outlines as a mark of their
#   own.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @observablehq/plot@0.6.17 linkedom@0.18.15 us-atlas@3.0.1 topojson-client@3.1.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { feature } from 'topojson-client'

const { document } = parseHTML('<html></html>')
const atlas = createRequire(import.meta.url)('us-atlas/states-albers-10m.json')
const states = feature(atlas, atlas.objects.states).features
const known = new Map(states.slice(0, 40).map((state, i) => [state.id, i]))
function drawn(missing, color) {
  const fill = (state) => known.get(state.id) ?? missing
  const marks = [Plot.geo(states, { fill, stroke: 'black' })]
  return Plot.plot({ document, projection: 'identity', color, marks }).querySelectorAll('g[aria-label=geo] path').length
}
assert.equal(states.length, 51)
assert.deepEqual([undefined, null, NaN].map((missing) => drawn(missing)), [40, 40, 40])
assert.deepEqual([undefined, null, NaN].map((missing) => drawn(missing, { unknown: '#ccc' })), [51, 51, 51])
console.log('Seen: of 51 shapes with a stroke, 40 of them with data, 40 are drawn; 51 with an unknown colour.')
JS
node seen.mjs
