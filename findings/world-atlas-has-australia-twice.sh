#!/bin/sh
# Two countries of world-atlas share an id, and five have none.
#
# Guess: the id of a country, its ISO 3166 number, is there and unique, so that a table can be joined to
#   the map by it.
# What happens: 036 stands twice, for Australia and for the Ashmore and Cartier Islands: a map from ids to
#   shapes that is filled in order keeps a few reefs for Australia. Five shapes have no id at all. In the
#   file of 110m no id stands twice.
# Seen with: world-atlas 2.0.2, countries-50m.json.
# What it means: Join by id and name, or put the parts of one id together first.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts world-atlas@2.0.2

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
const shapes = (file) => JSON.parse(readFileSync(`node_modules/world-atlas/${file}`, 'utf8')).objects.countries.geometries
const fine = shapes('countries-50m.json')
const named = (id) => fine.filter((one) => one.id === id).map((one) => one.properties.name)
assert.deepEqual(named('036'), ['Australia', 'Ashmore and Cartier Is.'])
assert.equal(new Map(fine.map((one) => [one.id, one.properties.name])).get('036'), 'Ashmore and Cartier Is.')
assert.deepEqual(named(undefined).toSorted(), ['Indian Ocean Ter.', 'Kosovo', 'N. Cyprus', 'Siachen Glacier', 'Somaliland'])
const ids = shapes('countries-110m.json').flatMap(({ id }) => id ?? [])
assert.equal(new Set(ids).size, ids.length)
JS
node seen.mjs
echo 'Seen: 036 -> Australia, Ashmore and Cartier Is.; no id: Somaliland, Kosovo, N. Cyprus, Indian Ocean Ter., Siachen Glacier.'
