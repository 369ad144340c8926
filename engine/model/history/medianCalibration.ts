/**
 * Whether the industry can be calibrated where every parameter is at the median of its law: what is asked before a run, since
 * otherwise nearly every replicate of it would fail.
 */
import { rootKey } from '../../math/streams.ts'
import { drawReplicate } from '../draws/draws.ts'
import { atMedians, type ParameterLaws } from '../draws/parameterLaws.ts'
import type { Industry } from '../inputs/industry.ts'
import type { CompiledScenario } from '../inputs/policy.ts'
import { calibrateIndustry } from './calibrate.ts'
import { readParameters } from './drawnParameters.ts'
import { createWorkspace, underLaws } from './workspace.ts'

/** Tells of laws whether the industry can be calibrated at their medians, with the lines and plants of one replicate. */
export function medianCalibration(industry: Industry, scenario: CompiledScenario): (laws: ParameterLaws) => boolean {
  let workspace: ReturnType<typeof createWorkspace> | undefined
  return (laws) => {
    const held = atMedians(laws)
    workspace = workspace === undefined ? createWorkspace(industry, held, [scenario]) : underLaws(workspace, held)
    drawReplicate(workspace, rootKey('medians'), 0, workspace.draws)
    return calibrateIndustry(workspace, readParameters(workspace.draws.parameters))
  }
}
