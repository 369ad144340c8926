/**
 * Outcomes that somebody makes by a formula from those of the catalogue. Their numbers stand behind the catalogue's, and from
 * there on they are outcomes like any other: kept in blocks, summed up, compared.
 */
import { evaluator } from '../math/formula.ts'
import { type OutcomeDefinition, outcomeDefinitions } from '../model/accounts/outcomes.ts'
import { type BlockLayout, columnStart, type ResultShape } from './layout.ts'

/** An outcome by its number: of the catalogue, or of a derived one behind it. */
function definitionAt({ catalogue, derived = [] }: ResultShape, c: number): OutcomeDefinition {
  return c < catalogue ? outcomeDefinitions[c] : derived[c - catalogue].definition
}

/** Definitions of the outcomes that a run keeps, in their order. */
export function keptDefinitions(shape: ResultShape): readonly OutcomeDefinition[] {
  return shape.kept.outcomes.map((c) => definitionAt(shape, c))
}

/**
 * Fills the columns of derived outcomes of a block whose other columns are there. What is not finite, and what belongs to a
 * replicate that has failed, is not a number.
 *
 * @throws RangeError where an input is not among the outcomes that are kept
 */
export function fillDerived(shape: ResultShape, layout: BlockLayout, target: Float64Array): void {
  const { catalogue, derived = [], kept } = shape
  kept.outcomes.forEach((c, position) => {
    if (c < catalogue) return
    const { formula, inputs, definition } = derived[c - catalogue]
    const places = inputs.map((input) => kept.outcomes.indexOf(input))
    if (places.includes(-1)) throw new RangeError(`${definition.id}: what it is made of is not kept`)
    const evaluate = evaluator(formula)
    for (let s = 0; s < shape.scenarios; s++) {
      for (let t = 0; t < shape.years; t++) {
        const column = (place: number): Float64Array => {
          const start = columnStart(shape, layout.count, s, t, place)
          return target.subarray(start, start + layout.count)
        }
        const into = column(position)
        evaluate(places.map(column), into)
        const status = layout.statusStart + s * layout.count
        for (let d = 0; d < layout.count; d++) {
          if (target[status + d] !== 0 || !Number.isFinite(into[d])) into[d] = NaN
        }
      }
    }
  })
}
