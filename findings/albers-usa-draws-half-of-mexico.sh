#!/bin/sh
# The map projection of the United States draws the north of Mexico and not the rest, and Hermosillo lies in
# Alaska's frame.
#
# Guess: geoAlbersUsa returns null for every place outside the United States, so plants of Mexico and Canada
#   are all left out.
# What happens: whatever falls into the rectangle of the lower 48 is projected: Monterrey, Saltillo, Ramos
#   Arizpe, Juarez, Tijuana and all of southern Ontario and Quebec. Silao, Aguascalientes, Puebla and Mexico
#   City are null. Hermosillo's point lies in the inset: inverted it is 64 degrees north instead of 29.
# Seen with: d3-geo 3.1.2.
# What it means: a map of North American plants loses half of Mexico's output without a warning, and a click
#   on a Mexican plant can find another place. Use a conic projection fitted to the three countries.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent d3-geo@3.1.2

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { geoAlbersUsa } from 'd3-geo'

const project = geoAlbersUsa()
const drawn = { Monterrey: [-100.3, 25.67], Saltillo: [-101, 25.43], 'Ramos Arizpe': [-100.95, 25.54], Juarez: [-106.48, 31.69],
  Tijuana: [-117, 32.5], Hermosillo: [-110.97, 29.07], Windsor: [-83.02, 42.3], Oshawa: [-78.86, 43.9], Alliston: [-79.87, 44.15] }
const left = { Silao: [-101.43, 20.94], Aguascalientes: [-102.29, 21.88], Puebla: [-98.2, 19.04], 'Mexico City': [-99.13, 19.43] }
for (const [name, place] of Object.entries(drawn)) assert.ok(project(place), name)
for (const [name, place] of Object.entries(left)) assert.equal(project(place), null, name)
const [x, y] = project(drawn.Hermosillo)
const [east, north] = project.invert([x, y])
assert.ok(north > 55 && east < -110, `${east} ${north}`)
console.log(`Seen: six Mexican places have a point, four have none; Hermosillo's point reads back as ${north.toFixed(0)} degrees north.`)
JS
node seen.mjs
