/** Names of the columns in which the parameters that replicates drew stand beside levers and outcomes. */
import { parameterIndex, parameterNames, type ParameterName } from '../../engine/model/draws/parameters.ts'
import type { RunPlanFile } from '../../studies/plan/runPlan.ts'

export interface ParameterColumn {
  readonly name: string
  /** Position of the parameter in `parameterNames`. */
  readonly parameter: number
}

/** Columns as `draws.parquet` names them; a sweep may have a lever of the same name, and the parameter is then `parameters.NAME`. */
export function parameterColumns(
  plan: Pick<RunPlanFile, 'levers'>,
  names: readonly ParameterName[] = parameterNames,
): readonly ParameterColumn[] {
  const levers = new Set((plan.levers ?? []).map(({ name }) => name))
  return names.map((name) => ({
    name: levers.has(name) ? `parameters.${name}` : name,
    parameter: parameterIndex(name),
  }))
}
