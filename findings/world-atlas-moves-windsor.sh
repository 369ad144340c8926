#!/bin/sh
# On the coarse world map Windsor, Ontario is in the United States, and so are Matamoros and Nuevo Laredo.
#
# Guess: countries-110m is coarse by some kilometres at coasts; a city still lies in its country.
# What happens: asked by geoContains, the file of 1:110 million puts Windsor, Matamoros and Nuevo Laredo into
#   the United States; the one of 1:50 million puts each where it is.
# Seen with: world-atlas 2.0.2, topojson-client 3.1.0, d3-geo 3.1.2.
# What it means: many of the plants that such a study moves stand near these borders. A country looked up from
#   coordinates on the small file counts a plant of Ontario as American. Take the country from the data; use
#   50m for maps of the region.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent world-atlas@2.0.2 topojson-client@3.1.0 d3-geo@3.1.2

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { geoContains } from 'd3-geo'
import { feature } from 'topojson-client'

const require = createRequire(import.meta.url)
const towns = { Windsor: [-83.02, 42.3], Matamoros: [-97.5, 25.87], 'Nuevo Laredo': [-99.5, 27.48], Oshawa: [-78.86, 43.88] }
function countries(scale) {
  const atlas = require(`world-atlas/countries-${scale}.json`)
  const { features } = feature(atlas, atlas.objects.countries)
  const at = (place) => features.find((country) => geoContains(country, place))?.properties.name
  return Object.fromEntries(Object.entries(towns).map(([town, place]) => [town, at(place)]))
}
const usa = 'United States of America'
assert.deepEqual(countries('110m'), { Windsor: usa, Matamoros: usa, 'Nuevo Laredo': usa, Oshawa: 'Canada' })
assert.deepEqual(countries('50m'), { Windsor: 'Canada', Matamoros: 'Mexico', 'Nuevo Laredo': 'Mexico', Oshawa: 'Canada' })
console.log('Seen: Windsor, Matamoros and Nuevo Laredo are in the United States at 1:110 million, in Canada and Mexico at 1:50 million.')
JS
node seen.mjs
