#!/bin/sh
# Sorted by cost in arquero, the lines whose cost is missing come first.
#
# Guess: null, undefined and NaN come last in both directions, as in pandas, R and d3.sort.
# What happens: ascending they come first (null, NaN, 1, 3), descending last; rank() gives the missing one
#   rank 1, and orderby('cost').slice(0, 1) returns it as the cheapest.
# Seen with: arquero 8.0.3.
# What it means: "the cheapest place to build" is a place without data. Filter with op.is_finite before
#   sorting.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent arquero@8.0.3 @uwdata/flechette@2.6.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { desc, op, table } from 'arquero'

const places = table({ place: ['Ohio', 'Silao', 'Oshawa', 'Puebla'], cost: [3, null, 1, NaN] })
assert.deepEqual(places.orderby('cost').array('cost'), [null, NaN, 1, 3])
assert.deepEqual(places.orderby(desc('cost')).array('cost'), [3, 1, NaN, null])
assert.equal(places.orderby('cost').slice(0, 1).get('place', 0), 'Silao')
const ranked = places.orderby('cost').derive({ rank: () => op.rank() })
assert.deepEqual([ranked.get('place', 0), ranked.get('rank', 0)], ['Silao', 1])
assert.equal(places.filter((d) => op.is_finite(d.cost)).orderby('cost').get('place', 0), 'Oshawa')
console.log('Seen: of costs 3, null, 1, NaN the first is null, with rank 1; the cheapest with a cost comes third.')
JS
node seen.mjs
