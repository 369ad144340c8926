/**
 * Rule `mexico-by-origin`: sales in Mexico by line. Mexican-built cars are INEGI's of the year. Other totals by
 * country of assembly are known for nine months and taken to a year. Cars from China are the brands' own figures and
 * composites; the rest comes from overseas by the nameplates sold in the US.
 */
import { overseasPlace, place } from '../../engine/model/inputs/sets.ts'
import type { MexicanLines } from './mexicoLines.ts'
import type { Sketch } from './sketch.ts'
import { type Targets, yearOfNineMonths } from './targets.ts'

/**
 * @returns [line] vehicles; the sum is the national total, brands that do not report included
 */
export function mexicoSalesByLine(
  sketch: Sketch,
  targets: Targets,
  usSales: Float64Array,
  { rows, soldInMexico }: MexicanLines,
): Float64Array {
  const own = ownFigures(sketch).map((value, j) => (rows[j] === undefined ? value : 0))
  const ownAtPlace = (o: number): number => sumWhere(own, (j) => sketch.lines[j].place === o)
  const fromUs = targets.usToMexicoNineMonths.value * yearOfNineMonths
  const fromMexico = sumWhere(soldInMexico, () => true)
  const overseas = targets.mexicoSales.value - fromUs - fromMexico - ownAtPlace(overseasPlace)
  const ofUs = byUsSales(sketch, usSales, fromUs, (j) => sketch.lines[j].place === place.US)
  // Nameplates that the US gets from China are in the Chinese total already.
  const isAbroad = (j: number): boolean => sketch.lines[j].place === overseasPlace && sketch.lines[j].country !== 'CN'
  const ofOverseas = byUsSales(sketch, usSales, overseas, isAbroad)
  return own.map((value, j) => value + ofUs[j] + ofOverseas[j] + soldInMexico[j])
}

/** [line] sales that are known by themselves: composites of Chinese brands and of cars made in China. */
function ownFigures(sketch: Sketch): Float64Array {
  return Float64Array.from(sketch.lines, ({ product }) => sketch.products[product].composite?.mexicoSales ?? 0)
}

function byUsSales(
  sketch: Sketch,
  usSales: Float64Array,
  volume: number,
  chosen: (j: number) => boolean,
): Float64Array {
  const total = sumWhere(usSales, chosen)
  return Float64Array.from(sketch.lines, (_, j) => (chosen(j) ? (usSales[j] * volume) / total : 0))
}

function sumWhere(values: Float64Array, chosen: (j: number) => boolean): number {
  return values.reduce((sum, value, j) => sum + (chosen(j) ? value : 0), 0)
}
