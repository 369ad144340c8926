/**
 * Rule `row-residual`: what plants build and the three markets do not buy leaves the region. Plant output in the files,
 * scaled to each country's national total, is the aim; sales are never cut to meet it. Of Mexican lines it is known what
 * leaves.
 */
import type { MexicanLines } from './mexicoLines.ts'
import type { Sketch } from './sketch.ts'
import type { Targets } from './targets.ts'

/** National output by place: US, CA, MX; vehicles a year. */
export function nationalOutput(targets: Targets): readonly number[] {
  return [targets.usOutput.value, targets.canadaOutput.value, targets.mexicoOutput.value]
}

/** [plant] output of the files, scaled so that each country's plants sum to its national output. */
export function plantTargets(sketch: Sketch, targets: Targets): Float64Array {
  const wanted = nationalOutput(targets)
  const listed = wanted.map((_, o) =>
    sketch.plantRows.reduce((sum, row, p) => sum + (sketch.plants[p].place === o ? row.production : 0), 0),
  )
  return Float64Array.from(sketch.plantRows, (row, p) => {
    const o = sketch.plants[p].place
    return listed[o] > 0 ? (row.production * wanted[o]) / listed[o] : 0
  })
}

/** [plant] sum over its lines. */
export function byPlant(sketch: Sketch, ofLines: Float64Array): Float64Array {
  const sums = new Float64Array(sketch.plants.length)
  sketch.lines.forEach(({ plant }, j) => {
    if (plant >= 0) sums[plant] += ofLines[j]
  })
  return sums
}

/** [plant] vehicles that plants build beyond those already assigned to their lines, `taken` [line]. */
export function spareOutput(sketch: Sketch, targets: Targets, taken: Float64Array): Float64Array {
  const takenByPlant = byPlant(sketch, taken)
  return plantTargets(sketch, targets).map((target, p) => Math.max(0, target - takenByPlant[p]))
}

/**
 * Spreads a volume over one country's plants by what they have to spare, and over a plant's lines by `weights` (evenly where
 * these are all zero).
 *
 * @param spareByPlant [plant] vehicles that a plant builds beyond those already assigned, see `spareOutput`
 * @param chosen whether a line may take part
 * @returns [line] that sums to `volume`, or to 0 where no plant has anything to spare
 */
export function spreadOverSpareOutput(
  sketch: Sketch,
  place: number,
  volume: number,
  spareByPlant: Float64Array,
  weights: Float64Array,
  chosen: (j: number) => boolean,
): Float64Array {
  const weightByPlant = byPlant(
    sketch,
    weights.map((weight, j) => (chosen(j) ? weight : 0)),
  )
  const linesByPlant = byPlant(
    sketch,
    Float64Array.from(sketch.lines, (_, j) => (chosen(j) ? 1 : 0)),
  )
  const spare = spareByPlant.map((vehicles, p) =>
    sketch.plants[p].place === place && linesByPlant[p] > 0 ? vehicles : 0,
  )
  const allSpare = spare.reduce((sum, value) => sum + value, 0)
  return Float64Array.from(sketch.lines, ({ plant }, j) => {
    if (plant < 0 || !chosen(j) || spare[plant] === 0) return 0
    const share = weightByPlant[plant] > 0 ? weights[j] / weightByPlant[plant] : 1 / linesByPlant[plant]
    return (volume * spare[plant] * share) / allSpare
  })
}

/** [line] vehicles shipped outside the three markets; national output is met wherever it exceeds sales. */
export function exportsByLine(
  sketch: Sketch,
  targets: Targets,
  sold: Float64Array,
  { toOther }: MexicanLines,
): Float64Array {
  const taken = sold.map((value, j) => value + toOther[j])
  const spare = spareOutput(sketch, targets, taken)
  const exports = toOther.slice()
  nationalOutput(targets).forEach((output, o) => {
    const soldHere = sketch.lines.reduce((sum, line, j) => sum + (line.place === o ? taken[j] : 0), 0)
    const residual = Math.max(0, output - soldHere)
    // A residual of a few vehicles is rounding, not trade.
    if (residual < 1e-6 * output) return
    const spread = spreadOverSpareOutput(sketch, o, residual, spare, sold, () => true)
    spread.forEach((value, j) => {
      exports[j] += value
    })
  })
  return exports
}
