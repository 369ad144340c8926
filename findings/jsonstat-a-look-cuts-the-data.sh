#!/bin/sh
# JSONstat: looking at one country takes the others out of the data set.
#
# Guess: Dice returns the part that was asked for, as filter, slice and groupby do elsewhere, and leaves the
#   data set as it was.
# What happens: it returns the data set itself, cut: after a look at Mexico six values are two, and a question for
#   Canada in 2025 is answered with a list that holds Mexico's 5. With { clone: true } the original keeps its six.
# Seen with: jsonstat-toolkit 2.2.2.
# What it means: Eurostat, INEGI and other offices publish JSON-stat. Give { clone: true } with every Dice.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent jsonstat-toolkit@2.2.2

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import JSONstat from 'jsonstat-toolkit'

const vehicles = () =>
  JSONstat({
    version: '2.0',
    class: 'dataset',
    id: ['place', 'year'],
    size: [3, 2],
    dimension: {
      place: { category: { index: ['US', 'MX', 'CA'] } },
      year: { category: { index: ['2024', '2025'] } },
    },
    value: [10, 11, 4, 5, 1, 2],
  })

const data = vehicles()
assert.equal(data.n, 6)
assert.equal(data.Data({ place: 'CA', year: '2025' }).value, 2)
const mexico = data.Dice({ place: ['MX'] })
assert.equal(mexico.n, 2)
assert.equal(mexico, data)
assert.equal(data.n, 2)
const gone = data.Data({ place: 'CA', year: '2025' })
assert.deepEqual(gone.map(({ value }) => value), [5])

const kept = vehicles()
assert.equal(kept.Dice({ place: ['MX'] }, { clone: true }).n, 2)
assert.equal(kept.n, 6)
console.log(`Seen: 6 values before Dice, ${data.n} after; Canada then is ${JSON.stringify(gone)}.`)
JS
node seen.mjs
