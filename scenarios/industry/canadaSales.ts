/**
 * Rule `canada-by-origin`: sales in Canada by line. Lines built in Mexico sell what is shipped to Canada. For
 * the others there are no figures by nameplate, so US sales are the seed, raked to where Canada's cars come from and to its
 * battery-electric cars. What Canadian plants do not ship to the US is sold at home, so that Canadian output is met.
 */
import { place } from '../../engine/model/inputs/sets.ts'
import type { MexicanLines } from './mexicoLines.ts'
import { spreadOverSpareOutput, spareOutput } from './output.ts'
import { rake } from './rake.ts'
import type { Sketch } from './sketch.ts'
import type { Targets } from './targets.ts'

/** Origins whose sales are raked; Canadian-built cars follow from output, Mexican-built ones from shipments. */
const rakedPlaces = [place.US, place.overseas] as const

/** [line] vehicles; the sum is the national total. */
export function canadaSalesByLine(
  sketch: Sketch,
  targets: Targets,
  usSales: Float64Array,
  { toCanada }: MexicanLines,
): Float64Array {
  const sales = builtInCanada(sketch, targets, usSales).map((value, j) => value + toCanada[j])
  const electric = (j: number): boolean => sketch.products[sketch.lines[j].product].product.electric
  const known = sumWhere(sales, () => true)
  // The official count has battery cars of mixed nameplates too; the table's electric nest has the pure ones.
  const pureShare = sumWhere(usSales, electric) / targets.usElectric.value
  const electricSales = Math.max(0, targets.canadaElectric.value * pureShare - sumWhere(sales, electric))
  const imported = targets.canadaSales.value - known
  const overseas = imported - targets.usToCanada.value
  const seed = rakedPlaces.map((o) =>
    [true, false].map((isElectric) =>
      sumWhere(usSales, (j) => sketch.lines[j].place === o && electric(j) === isElectric),
    ),
  )
  const raked = rake(seed, [targets.usToCanada.value, overseas], [electricSales, imported - electricSales])
  return sales.map((value, j) => {
    const row = rakedPlaces.findIndex((o) => o === sketch.lines[j].place)
    if (row < 0) return value
    const column = electric(j) ? 0 : 1
    return seed[row][column] > 0 ? (usSales[j] * raked[row][column]) / seed[row][column] : 0
  })
}

/** [line] Canadian cars sold in Canada: output less shipments to the US, by plants' output beyond those shipments. */
function builtInCanada(sketch: Sketch, targets: Targets, usSales: Float64Array): Float64Array {
  const shipped = sketch.lines.reduce((sum, line, j) => sum + (line.place === place.CA ? usSales[j] : 0), 0)
  const atHome = Math.max(0, targets.canadaOutput.value - shipped)
  return spreadOverSpareOutput(sketch, place.CA, atHome, spareOutput(sketch, targets, usSales), usSales, () => true)
}

function sumWhere(values: Float64Array, chosen: (j: number) => boolean): number {
  return values.reduce((sum, value, j) => sum + (chosen(j) ? value : 0), 0)
}
