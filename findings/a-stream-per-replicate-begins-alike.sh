#!/bin/sh
# A thousand streams with the seeds 1 to 1000 begin with nearly the same number in four libraries.
#
# Guess: generators with different seeds give unrelated numbers from the first draw on; at worst the streams
#   overlap far out.
# What happens: the first draw is a straight line in the seed. With d3-random's randomLcg it lies between
#   0.236 and 0.624 and its correlation with the seed is 1.000; with prando between 0.500 and 0.563; with
#   minstd of stdlib below 0.008; with xoroshiro128plus of pure-rand every one is above 0.9999, and uniformInt
#   from 0 to 999 gives 646, 645, 644 for seeds 1, 2, 3. alea and the default of seedrandom are as they should
#   be.
# Seen with: d3-random 3.0.2, prando 6.0.1, @stdlib/random-base-minstd 0.2.3, pure-rand 8.4.2, seedrandom
#   3.0.5.
# What it means: with one stream per replicate, the parameter drawn first hardly varies, or runs through its
#   range in the order of the replicates. Hash the seed first, or throw the first draws away.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent d3-random@3.0.2 prando@6.0.1 @stdlib/random-base-minstd@0.2.3 pure-rand@8.4.2 seedrandom@3.0.5

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import minstd from '@stdlib/random-base-minstd'
import { randomLcg } from 'd3-random'
import Prando from 'prando'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import seedrandom from 'seedrandom'

const seeds = Array.from({ length: 1000 }, (_, i) => i + 1)
function correlation(x, y) {
  const mean = (v) => v.reduce((sum, one) => sum + one, 0) / v.length
  const sum = (u, v) => u.reduce((total, _, i) => total + (u[i] - mean(u)) * (v[i] - mean(v)), 0)
  return sum(x, y) / Math.sqrt(sum(x, x) * sum(y, y))
}
const first = {
  'd3-random': (seed) => randomLcg(seed)(),
  prando: (seed) => new (Prando.default ?? Prando)(seed).next(),
  minstd: (seed) => minstd.factory({ seed }).normalized(),
  'pure-rand': (seed) => uniformFloat64(xoroshiro128plus(seed)),
  seedrandom: (seed) => seedrandom(String(seed))(),
  alea: (seed) => seedrandom.alea(seed)(),
}
const seen = Object.entries(first).map(([name, draw]) => {
  const x = seeds.map(draw)
  return { name, low: Math.min(...x), high: Math.max(...x), line: Math.abs(correlation(seeds, x)) }
})
for (const { name, low, high, line } of seen) {
  if (name === 'seedrandom' || name === 'alea') assert.ok(high - low > 0.95 && line < 0.1, name)
  else assert.ok(high - low < 0.4 && line > 0.99, `${name} ${low} ${high} ${line}`)
}
assert.deepEqual([1, 2, 3].map((seed) => uniformInt(xoroshiro128plus(seed), 0, 999)), [646, 645, 644])
console.log(`Seen: first draws of seeds 1 to 1000: ${seen.map((s) => `${s.name} ${s.low.toFixed(4)} to ${s.high.toFixed(4)}`).join('; ')}.`)
JS
node seen.mjs
