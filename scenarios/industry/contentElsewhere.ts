/**
 * Rule `parts-elsewhere`: parts of a line at places where it is not built (docs/model.md section 3). They are not the
 * line's own: a car built in Japan has 1% US parts, the same maker's cars built in Kentucky 60%. The mean of the
 * maker's lines built there, moved by half of the line's own deviation (in logs, beyond what the label's rounding
 * hides) from the maker's lines where it is built.
 */
import { log, exp } from '../../engine/math/elementary.ts'
import { placeCount, originCount, overseasPlace, countries, type Country } from '../../engine/model/inputs/sets.ts'
import { writeShares, makerOf, meanShares } from './content.ts'
import { labelRounding, deviationKept } from './judgement.ts'
import type { Sketch } from './sketch.ts'

/**
 * @param base [line x origin] where the line is built
 * @param volume [line] vehicles, the weights of means
 * @returns [line x place x origin]
 */
export function contentByPlace(sketch: Sketch, base: Float64Array, volume: Float64Array): Float64Array {
  const shares = new Float64Array(sketch.lines.length * placeCount * originCount)
  // Composites have content of other lines already; they do not count twice.
  const isListed = sketch.lines.map(({ product }) => sketch.products[product].composite === undefined)
  const weights = volume.map((value, j) => (isListed[j] ? value : 0))
  sketch.lines.forEach((line, j) => {
    const own = base.subarray(j * originCount, (j + 1) * originCount)
    const home = line.place === overseasPlace ? line.overseas : line.place
    const homeMean = makersMean(sketch, j, home, base, weights) ?? own
    for (let o = 0; o < placeCount; o++) {
      const row = j * placeCount + o
      const country = o === overseasPlace ? line.overseas : o
      const isHere = o === line.place || country < 0
      if (isHere) shares.set(own, row * originCount)
      else writeShares(shares, row, moved(groupMean(sketch, j, country, base, weights) ?? own, own, homeMean))
    }
  })
  return shares
}

/** Mean of the maker's lines built in a country; undefined where it builds none. */
function makersMean(
  sketch: Sketch,
  j: number,
  country: number,
  base: Float64Array,
  weights: Float64Array,
): Float64Array | undefined {
  const maker = makerOf(sketch, j)
  return meanShares(base, weights, (n) => builtIn(sketch, n, country) && makerOf(sketch, n) === maker)
}

/**
 * The maker's mean, else that of makers with the same home region, else of all lines built there, else of all abroad.
 */
function groupMean(
  sketch: Sketch,
  j: number,
  country: number,
  base: Float64Array,
  weights: Float64Array,
): Float64Array | undefined {
  const region = homeRegion(sketch.makerHome[makerOf(sketch, j)])
  const sameHome = (n: number): boolean => homeRegion(sketch.makerHome[makerOf(sketch, n)]) === region
  return (
    makersMean(sketch, j, country, base, weights) ??
    meanShares(base, weights, (n) => builtIn(sketch, n, country) && sameHome(n)) ??
    meanShares(base, weights, (n) => builtIn(sketch, n, country)) ??
    meanShares(base, weights, (n) => sketch.lines[n].place === overseasPlace && sameHome(n))
  )
}

function builtIn(sketch: Sketch, j: number, country: number): boolean {
  return sketch.lines[j].country === countries[country]
}

/** Europe is one region: the EU and the UK. */
export function homeRegion(country: Country): Country {
  return country === 'UK' ? 'EU' : country
}

function moved(mean: Float64Array, own: Float64Array, homeMean: Float64Array): Float64Array {
  return mean.map((share, k) => {
    const deviation = log((own[k] + labelRounding) / (homeMean[k] + labelRounding))
    return share * exp(deviationKept * deviation)
  })
}
