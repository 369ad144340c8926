#!/bin/sh
# A YAML document whose alias has no anchor has no errors.
#
# Guess: parseDocument collects everything that is wrong in document.errors, each with its position; an alias
#   to nothing is one of them.
# What happens: errors and warnings are empty. toJS() then throws a ReferenceError that says the name, and has
#   no position. A key that stands twice is in errors, with a position.
# Seen with: yaml 2.9.1.
# What it means: a check that looks at document.errors passes the file, and whoever reads it next fails
#   without a line. Walk the aliases yourself, with their ranges.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent yaml@2.9.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { isAlias, parseDocument, visit } from 'yaml'

const twice = parseDocument('rate: 1\nrate: 2\n')
assert.equal(twice.errors.length, 1)
assert.ok(twice.errors[0].pos[0] > 0)

const nowhere = parseDocument('base: 1\nrate: *usual\n')
assert.equal(nowhere.errors.length + nowhere.warnings.length, 0)
let thrown
try {
  nowhere.toJS()
} catch (error) {
  thrown = error
}
assert.equal(thrown.name, 'ReferenceError')
assert.equal(thrown.pos, undefined)
const places = []
visit(nowhere, { Node: (_, node) => void (isAlias(node) && places.push(node.range[0])) })
assert.deepEqual(places, [14])
console.log(`Seen: no errors; toJS says "${thrown.message}", without a position; the node knows it: ${places[0]}.`)
JS
node seen.mjs
