#!/bin/sh
# The JSON Schema that zod makes of a schema refuses files that the schema accepts.
#
# Guess: z.toJSONSchema describes what parse takes; a validator given both answers alike.
# What happens: by default it describes what parse returns: a field with a default is required, and other
#   fields are forbidden, though parse fills the one in and drops the others. { io: 'input' } mends both. Not
#   mended: multipleOf(0.01) takes 0.07 in zod, and ajv, given the exported "multipleOf": 0.01, refuses 0.07,
#   0.29 and 4.35.
# Seen with: zod 4.6.7, ajv 8.20.0.
# What it means: an editor that checks scenario files against the published schema underlines valid files:
#   every one that leaves out a field with a default. Export with io: 'input', and do not promise multiples of
#   decimal fractions.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent zod@4.6.7 ajv@8.20.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'

const scenario = z.object({ seed: z.number().default(1), rate: z.number().multipleOf(0.01).optional() })
const accepts = (options) => {
  const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(scenario, options))
  return (value) => validate(value)
}
const returned = accepts({})
const taken = accepts({ io: 'input' })
for (const file of [{}, { seed: 1, note: 'x' }, { seed: 1, rate: 0.07 }]) assert.equal(scenario.safeParse(file).success, true)
assert.deepEqual([returned({}), taken({})], [false, true])
assert.deepEqual([returned({ seed: 1, note: 'x' }), taken({ seed: 1, note: 'x' })], [false, true])
assert.equal(returned({ seed: 1 }), true)
assert.deepEqual([0.07, 0.29, 4.35].map((rate) => taken({ rate })), [false, false, false])
assert.deepEqual([0.07, 0.29, 4.35].map((rate) => scenario.safeParse({ rate }).success), [true, true, true])
console.log('Seen: zod takes {}, an unknown note and a rate of 0.07; ajv with the exported schema refuses all three, and 0.07 also with io: input.')
JS
node seen.mjs
