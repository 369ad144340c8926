/**
 * Rule `place-prior`: how likely each place is for a line before one looks where it is. Half what the maker does with
 * all its cars, half what makers with the same home region do with cars of the same body; every allowed place keeps a
 * least chance, the observed one a larger.
 */
import { placeCount, overseasPlace } from '../../engine/model/inputs/sets.ts'
import { makerOf } from './content.ts'
import { homeRegion } from './contentElsewhere.ts'
import { leastPriorAtHome, leastPrior } from './judgement.ts'
import type { Sketch } from './sketch.ts'

/**
 * @param volume [line] vehicles
 * @returns [line x place] sums to 1 over the places a line may go to; 0 elsewhere
 */
export function placePriors(sketch: Sketch, volume: Float64Array): Float64Array {
  const prior = new Float64Array(sketch.lines.length * placeCount)
  sketch.lines.forEach((line, j) => {
    const maker = makerOf(sketch, j)
    const allowed = allowedPlaces(sketch, j)
    const { body } = sketch.products[line.product].product
    const region = homeRegion(sketch.makerHome[maker])
    const ofMaker = placeShares(sketch, volume, allowed, (n) => makerOf(sketch, n) === maker)
    const ofPeers = placeShares(
      sketch,
      volume,
      allowed,
      (n) =>
        homeRegion(sketch.makerHome[makerOf(sketch, n)]) === region &&
        sketch.products[sketch.lines[n].product].product.body === body,
    )
    const floors = allowed.map((may, o): number => (may ? (o === line.place ? leastPriorAtHome : leastPrior) : 0))
    const free = 1 - floors.reduce((sum, floor) => sum + floor, 0)
    const places = allowed.filter((may) => may).length
    for (let o = 0; o < placeCount; o++) {
      const share = places === 1 ? 1 : (ofMaker[o] + ofPeers[o]) / 2
      prior[j * placeCount + o] = allowed[o] ? floors[o] + free * share : 0
    }
  })
  return prior
}

/** Chinese brands that sell in Mexico only stay where they are: their entry is a question of its own. */
function allowedPlaces(sketch: Sketch, j: number): readonly boolean[] {
  const line = sketch.lines[j]
  const stays = sketch.mexicoOnly[makerOf(sketch, j)]
  return Array.from({ length: placeCount }, (_, o) => {
    if (stays) return o === line.place
    return o !== overseasPlace || line.overseas >= 0
  })
}

/** Shares of the chosen lines' volume by place, over the allowed places; even where there is none. */
function placeShares(
  sketch: Sketch,
  volume: Float64Array,
  allowed: readonly boolean[],
  chosen: (n: number) => boolean,
): readonly number[] {
  const sums = allowed.map(() => 0)
  sketch.lines.forEach(({ place }, n) => {
    if (allowed[place] && chosen(n)) sums[place] += volume[n]
  })
  const total = sums.reduce((sum, value) => sum + value, 0)
  const places = allowed.filter((may) => may).length
  return sums.map((sum, o) => (total > 0 ? sum / total : allowed[o] ? 1 / places : 0))
}
