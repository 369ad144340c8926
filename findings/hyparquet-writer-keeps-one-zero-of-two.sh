#!/bin/sh
# hyparquet-writer writes a column that holds 0 and -0 with one of the two for both.
#
# Guess: a column of doubles comes back with the same bits, or is refused.
# What happens: a column with both zeros in it comes back with one of them: equal values share an entry of
#   a dictionary, 0 equals -0, and the one that came first wins. With the encoding PLAIN both stay.
# Seen with: hyparquet-writer 0.17.0, read by hyparquet 1.33.0.
# What it means: Two files of equal bits need not come from equal columns, and 1 / x may change its sign.
#   Where bits count, ask for PLAIN.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts hyparquet-writer@0.17.0 hyparquet@1.33.0

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
async function back(values, more = {}) {
  const file = parquetWriteBuffer({ columnData: [{ name: 'x', data: new Float64Array(values), ...more }] })
  return (await parquetReadObjects({ file })).map(({ x }) => x)
}
assert.deepEqual(await back([0, -0]), [0, 0])
assert.deepEqual(await back([-0, 0]), [-0, -0])
assert.deepEqual(await back([0, -0], { encoding: 'PLAIN' }), [0, -0])
JS
node seen.mjs
echo 'Seen: [0, -0] -> [0, 0]; [-0, 0] -> [-0, -0]; with `encoding: '\''PLAIN'\''`: [0, -0].'
