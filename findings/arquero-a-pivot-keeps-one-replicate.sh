#!/bin/sh
# A pivot in arquero keeps one value of those that meet in a cell, and says nothing.
#
# Guess: two rows for the same cell are an error, as in pandas' pivot and tidyr, or are added up, as in a spreadsheet.
# What happens: the cell holds the first of them; three replicates of base become one. pivot('option', 'output') has
#   `any` as its way of joining unless another is given; a mean has to be asked for.
# Seen with: arquero 8.0.3.
# What it means: a table of means by option is a table of first replicates. Write
#   pivot('option', { value: (d) => op.mean(d.output) }), or roll up first.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent arquero@8.0.3 @uwdata/flechette@2.6.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { op, table } from 'arquero'

const replicates = table({ option: ['base', 'base', 'base', 'tariff'], output: [10, 20, 60, 5] })
assert.deepEqual(replicates.pivot('option', 'output').objects(), [{ base: 10, tariff: 5 }])
const means = replicates.pivot('option', { value: (d) => op.mean(d.output) }).objects()
assert.deepEqual(means, [{ base: 30, tariff: 5 }])
console.log('Seen: outputs 10, 20 and 60 of base are 10 after a pivot, and 30 where the mean is asked for.')
JS
node seen.mjs
