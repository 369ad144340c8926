/** The factors of a sensitivity analysis: every parameter that a scenario leaves uncertain, alone or by groups. */
import type { Factor } from '../../engine/analysis/sensitivity/factors.ts'
import { lawKinds, type ParameterLaws } from '../../engine/model/draws/parameterLaws.ts'
import { parameterNames, parameterIndex } from '../../engine/model/draws/parameters.ts'
import { parameterGroupNames, parameterGroups } from './parameterGroups.ts'

export const factorKinds = ['groups', 'parameters'] as const
export type FactorKind = (typeof factorKinds)[number]

const constantKind = lawKinds.indexOf('constant')

/** Parameters that the scenario holds at a number are in no factor, and a group of such is none. */
export function sensitivityFactors(kind: FactorKind, laws: ParameterLaws): readonly Factor[] {
  const uncertain = parameterNames.filter((name) => laws.kinds[parameterIndex(name)] !== constantKind)
  if (kind === 'parameters') return uncertain.map((name) => ({ name, dimensions: [parameterIndex(name)] }))
  return parameterGroupNames
    .map((group) => uncertain.filter((name) => parameterGroups[name] === group))
    .filter((names) => names.length > 0)
    .map((names) => ({ name: parameterGroups[names[0]], dimensions: names.map((name) => parameterIndex(name)) }))
}
