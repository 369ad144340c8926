/** What replicates drew, as the groups of parameters that an analysis asks about. */
import type { ParameterGroup } from '../../engine/analysis/decisions/partialInformation.ts'
import { parameterNames, parameterCount } from '../../engine/model/draws/parameters.ts'
import { parameterGroupNames, parameterGroups } from '../../scenarios/parameters/parameterGroups.ts'

/**
 * Parameters that are held at one value have nothing to be known about, and a group of such only is left out.
 *
 * @param draws [replicate x parameter]
 */
export function drawnGroups(draws: Float64Array): readonly ParameterGroup[] {
  const columns = parameterNames.map((_, p) => parameterColumn(draws, p))
  return parameterGroupNames.flatMap((name) => {
    const members = columns.filter((_, p) => parameterGroups[parameterNames[p]] === name)
    const own = members.filter((column) => varies(column))
    return own.length === 0 ? [] : [{ name, columns: own }]
  })
}

/** [replicate] of one parameter. */
function parameterColumn(draws: Float64Array, p: number): Float64Array {
  return Float64Array.from({ length: draws.length / parameterCount }, (_, d) => draws[d * parameterCount + p])
}

function varies(column: Float64Array): boolean {
  return column.some((value) => value !== column[0])
}
