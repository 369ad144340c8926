#!/bin/sh
# A confidence interval that Vega-Lite draws is another one each time the page is opened.
#
# Guess: the extent "ci" is mean give or take 1.96 standard errors, or at least the same each time for the
#   same data.
# What happens: it is a bootstrap with Math.random: three drawings of the same hundred values give three lower
#   ends. The extents stderr and stdev are the same each time. The specification has no seed.
# Seen with: vega-lite 6.4.1, vega 6.2.0.
# What it means: two people who open the same page see different intervals, and a stored picture cannot be
#   made again. Work the ends out before, and draw them as data.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent vega@6.2.0 vega-lite@6.4.1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import * as vega from 'vega'
import * as vegaLite from 'vega-lite'

const values = Array.from({ length: 100 }, (_, i) => ({ option: 'a', output: (i * 37) % 100 }))
async function lowerEnd(extent) {
  const { spec } = vegaLite.compile({
    data: { values },
    mark: { type: 'errorbar', extent },
    encoding: { x: { field: 'option' }, y: { field: 'output', type: 'quantitative' } },
  })
  const view = new vega.View(vega.parse(spec), { renderer: 'none' })
  await view.runAsync()
  return view.data('data_0')[0].lower_output
}
const three = async (extent) => [await lowerEnd(extent), await lowerEnd(extent), await lowerEnd(extent)]
const [ci, stderr] = [await three('ci'), await three('stderr')]
assert.equal(new Set(stderr).size, 1)
assert.ok(new Set(ci).size > 1)
console.log(`Seen: lower ends of the interval ${ci.join(', ')}; of mean less standard error ${stderr.join(', ')}.`)
JS
node seen.mjs
