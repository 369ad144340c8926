#!/bin/sh
# The world map has two countries numbered 036 and five without a number.
#
# Guess: the id of a country in world-atlas is its ISO number, one for each, so it is a safe key to join data
#   on.
# What happens: at 1:50 million 036 is Australia and also the uninhabited Ashmore and Cartier Islands, which
#   come later in the file, so a Map from id to shape holds the islands. Kosovo, Somaliland, Northern Cyprus
#   and two more have no id at all and collapse into one key. Ids are text with leading zeros ('076'): joined
#   as numbers Brazil and others find nothing.
# Seen with: world-atlas 2.0.2, topojson-client 3.1.0.
# What it means: Australia is blank on a map of trade partners joined by id. Join by id and name, and check
#   that every row found a shape.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent world-atlas@2.0.2 topojson-client@3.1.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'

const atlas = createRequire(import.meta.url)('world-atlas/countries-50m.json')
const { features } = feature(atlas, atlas.objects.countries)
const names = (id) => features.filter((country) => country.id === id).map((country) => country.properties.name)
assert.deepEqual(names('036').sort(), ['Ashmore and Cartier Is.', 'Australia'])
assert.deepEqual(names(undefined).sort(), ['Indian Ocean Ter.', 'Kosovo', 'N. Cyprus', 'Siachen Glacier', 'Somaliland'])
const byId = new Map(features.map((country) => [country.id, country.properties.name]))
console.log(`Seen: 036 is ${names('036').join(' and ')}; a Map keeps ${byId.get('036')}; five have no id.`)
assert.equal(byId.get('036'), 'Ashmore and Cartier Is.')
assert.deepEqual([names('076'), names('76')], [['Brazil'], []])
JS
node seen.mjs
