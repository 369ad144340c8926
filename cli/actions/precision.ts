import type { RunPlanFile } from '../../reports/runPlan.ts'
import type { StoppingRule } from '../../engine/run/monteCarlo.ts'
import type { DesignBlock, PrecisionTarget } from '../../scenarios/sampling.ts'
import type { StudyInputs } from './inputs.ts'
export function precisionRule(_design: DesignBlock): { until: readonly PrecisionTarget[]; min: number; max: number; batch: number } | undefined { return undefined }
export function stoppingRule(_inputs: StudyInputs, _plan: RunPlanFile, _part: number): StoppingRule { throw new Error('soon') }
