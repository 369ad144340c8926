#!/bin/sh
# An error thrown in a worker of piscina loses its code; a plain object thrown there keeps it.
#
# Guess: a rejected task has the error that the worker threw: its name, its code, the fields that were put on
#   it.
# What happens: message and cause arrive; name, code, other fields and the errors of an AggregateError do not,
#   and instanceof fails. throw { code: 65 } arrives whole. A result that cannot be sent, such as one with a
#   function in it, rejects with {}: no message at all.
# Seen with: piscina 5.3.2 on Node 20 (the rules are those of structured cloning).
# What it means: "never try again" and "try again", told apart by error.code, are one and the same for the
#   driver. Put what matters into cause, or return it as a value.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent piscina@5.3.2

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { Piscina } from 'piscina'

writeFileSync('worker.mjs', `
class Refused extends Error { name = 'Refused'; code = 65 }
export default (kind) => {
  if (kind === 'error') throw Object.assign(new Refused('no such plant', { cause: { line: 3 } }), { file: 'a.yaml' })
  if (kind === 'many') throw new AggregateError([new Error('one')], 'many')
  if (kind === 'object') throw { code: 65 }
  return { result: () => 1 }
}`)
const pool = new Piscina({ filename: new URL('worker.mjs', import.meta.url).href, maxThreads: 1 })
const thrown = (kind) => pool.run(kind).then(() => assert.fail('no error'), (error) => error)
const error = await thrown('error')
assert.deepEqual([error.message, error.cause, error.name, error.code, error.file], ['no such plant', { line: 3 }, 'Error', undefined, undefined])
const many = await thrown('many')
assert.deepEqual([many instanceof AggregateError, many.errors], [false, undefined])
assert.deepEqual(await thrown('object'), { code: 65 })
const unsent = await thrown('function')
assert.deepEqual([unsent instanceof Error, unsent.message, Object.keys(unsent)], [false, undefined, []])
await pool.destroy()
console.log('Seen: an error arrives as Error with message and cause, without code; { code: 65 } arrives whole; a function in a result rejects with {}.')
JS
node seen.mjs
