/**
 * What INEGI counts of each line built in Mexico, and rule `ford-canada`: Ford books no exports to Canada. What goes
 * there is a part of its exports to the US, the same as the other makers' together:
 *
 *   to Canada = to US * others' Canada / (others' US + others' Canada)
 */
import { fordBooksWithUs } from './judgement.ts'
import type { MexicoRow } from './mexicoRows.ts'
import { dataError, type DataProblem } from './problems.ts'
import type { Sketch } from './sketch.ts'
import { type Targets, yearOfNineMonths } from './targets.ts'

export interface MexicanLines {
  /** [line] its row; undefined for a line that is not built in Mexico. */
  readonly rows: readonly (MexicoRow | undefined)[]
  /** [line] vehicles of the base year, 0 for lines built elsewhere. */
  readonly output: Float64Array
  readonly toUs: Float64Array
  readonly toCanada: Float64Array
  readonly toOther: Float64Array
  readonly soldInMexico: Float64Array
}

/** Finds the row of every Mexican line: by nameplate and plant, or by the plant alone where no nameplate is built. */
export function mexicanLines(sketch: Sketch, models: readonly MexicoRow[]): MexicanLines {
  const rows = sketch.lines.map(({ product, plant }) => {
    if (plant < 0) return undefined
    const { product: named, composite } = sketch.products[product]
    return models.find(
      (row) =>
        row.plant === sketch.plants[plant].id &&
        (composite !== undefined || (row.brand === named.brand && row.model === named.name)),
    )
  })
  const column = (read: (row: MexicoRow) => number): Float64Array =>
    Float64Array.from(rows, (row) => (row === undefined ? 0 : read(row)))
  const booked = { toUs: column(({ toUs }) => toUs), toCanada: column(({ toCanada }) => toCanada) }
  return {
    rows,
    output: column(({ output }) => output),
    ...fordToCanada(sketch, booked.toUs, booked.toCanada),
    toOther: column(({ toOther }) => toOther),
    soldInMexico: column(({ soldInMexico }) => soldInMexico),
  }
}

/**
 * Holds the sums of Mexican lines against what Canada and Mexico buy in all.
 *
 * @throws an error of kind `data` where they leave no room for cars from elsewhere
 */
export function checkMexicanTotals({ toCanada, soldInMexico }: MexicanLines, targets: Targets): void {
  const problems: DataProblem[] = []
  const check = (column: string, values: Float64Array, room: number, where: string): void => {
    const sum = values.reduce((total, value) => total + value, 0)
    if (sum <= room) return
    const [given, allowed] = [String(Math.round(sum)), `at most ${Math.round(room)}`]
    const message = `the rows sum to ${given} for ${where}, must be ${allowed}: its sales in markets.csv less other origins'`
    problems.push({ file: 'mexico_models.csv', column, message, given, allowed })
  }
  check('to_canada', toCanada, targets.canadaSales.value - targets.usToCanada.value, 'Canada')
  const others = (targets.usToMexicoNineMonths.value + targets.chinaToMexicoNineMonths.value) * yearOfNineMonths
  const unreported = targets.mexicoSales.value - targets.mexicoSalesReported.value
  check('sold_in_mexico', soldInMexico, targets.mexicoSales.value - unreported - others, 'Mexico')
  if (problems.length > 0) throw dataError(problems)
}

/** Part of shipments north that goes to Canada, over all makers that book it. */
function fordToCanada(
  sketch: Sketch,
  toUs: Float64Array,
  toCanada: Float64Array,
): Pick<MexicanLines, 'toUs' | 'toCanada'> {
  const isFord = sketch.lines.map(
    ({ product }) => sketch.makers[sketch.products[product].maker].name === fordBooksWithUs,
  )
  const sum = (values: Float64Array, ford: boolean): number =>
    values.reduce((total, value, j) => total + (isFord[j] === ford ? value : 0), 0)
  const north = sum(toUs, false) + sum(toCanada, false)
  // A file in which Ford does book them needs no rule.
  const share = sum(toCanada, true) > 0 || north === 0 ? 0 : sum(toCanada, false) / north
  return {
    toUs: toUs.map((value, j) => (isFord[j] ? value * (1 - share) : value)),
    toCanada: toCanada.map((value, j) => (isFord[j] ? value + toUs[j] * share : value)),
  }
}
