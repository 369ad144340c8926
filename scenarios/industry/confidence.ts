/**
 * How well each line's sales in each market are known, and the measurement error of a product's sales that follows.
 * A product with lines of several kinds has the mean of their errors, by volume.
 */
import { type Confidence, destination, marketCount } from '../../engine/model/inputs/sets.ts'
import { imputedSalesError, salesErrors } from './judgement.ts'
import type { MexicanLines } from './mexicoLines.ts'
import type { MexicoRow } from './mexicoRows.ts'
import type { ProductSketch, Sketch } from './sketch.ts'

/** A figure of one's own, or one that rules spread over lines from national totals. */
export type Knowledge = Confidence | 'imputed'

/** [market][line] how well sales are known. */
export function salesKnowledge(sketch: Sketch, { rows }: MexicanLines): readonly (readonly Knowledge[])[] {
  const { lines, products } = sketch
  const hasOthers = products.map((_, i) => lines.some(({ product }, j) => product === i && rows[j] === undefined))
  const inUs = lines.map(({ product }, j): Knowledge => {
    const row = rows[j]
    // Output less what went elsewhere, both from the same source: arithmetic on figures, whatever the nameplate's own was.
    return row === undefined || hasOthers[product] ? ownConfidence(products[product]) : arithmeticOn(row)
  })
  const inCanada = rows.map((row): Knowledge => {
    if (row === undefined) return 'imputed'
    // By rule `ford-canada`, where nothing is booked.
    return row.toCanada === 0 && row.toUs > 0 ? arithmeticOn(row) : row.confidence
  })
  const inMexico = lines.map(({ product }, j): Knowledge => {
    const ownFigure =
      products[product].composite?.mexicoSales === undefined ? 'imputed' : ownConfidence(products[product])
    return rows[j]?.confidence ?? ownFigure
  })
  return [inUs, inCanada, inMexico]
}

/** How well a product's sales in its first market are known: the US, and Mexico for composites. */
function ownConfidence({ row, composite }: ProductSketch): Confidence {
  return row?.salesConfidence ?? composite?.confidence ?? 'approximate'
}

function arithmeticOn({ confidence }: MexicoRow): Confidence {
  return confidence === 'approximate' ? 'approximate' : 'derived'
}

/** [line] the confidence that is told of a line: in the US, and in Mexico for composites. */
export function lineConfidence(sketch: Sketch, known: readonly (readonly Knowledge[])[]): readonly Confidence[] {
  return sketch.lines.map(({ product }, j) => {
    const market = sketch.products[product].composite === undefined ? destination.US : destination.MX
    const found = known[market][j]
    return found === 'imputed' ? ownConfidence(sketch.products[product]) : found
  })
}

/**
 * @param sales [market x line]
 * @returns [market x product] standard deviation in logs; 0 where nothing is sold
 */
export function salesErrorsOf(
  sketch: Sketch,
  sales: Float64Array,
  known: readonly (readonly Knowledge[])[],
): Float64Array {
  const { lines, products } = sketch
  const errors = new Float64Array(marketCount * products.length)
  for (let m = 0; m < marketCount; m++) {
    const sold = new Float64Array(products.length)
    lines.forEach(({ product }, j) => {
      const volume = sales[m * lines.length + j]
      const what = known[m][j]
      sold[product] += volume
      errors[m * products.length + product] += volume * (what === 'imputed' ? imputedSalesError : salesErrors[what])
    })
    sold.forEach((volume, i) => {
      if (volume > 0) errors[m * products.length + i] /= volume
    })
  }
  return errors
}
