/**
 * The design of a run: numbers that the sampler does not use are refused, for whoever wrote them wanted another; and the
 * precision that is asked for.
 */
import { derivedTexts } from '../file/derived.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import type { Problem } from '../file/problem.ts'
import { type Sampler, type DesignBlock, samplingDefaults } from '../parameters/sampling.ts'
import { type CheckContext, problemAt } from './context.ts'
import type { Years } from './policy.ts'
import { untilProblems } from './until.ts'

const samplerOf: Readonly<Record<'strata' | 'scramblings', Sampler>> = {
  strata: 'latin-hypercube',
  scramblings: 'sobol',
}

/** What a design asks in vain: settings of another sampler, targets that cannot be looked at, counts that do not fit. */
export function designProblems(
  { design, derived }: Pick<ScenarioFile, 'design' | 'derived'>,
  years: Years,
  context: CheckContext,
): readonly Problem[] {
  return [...samplerProblems(design, context), ...untilProblems(design ?? {}, derivedTexts(derived), years, context)]
}

function samplerProblems(design: DesignBlock | null | undefined, context: CheckContext): readonly Problem[] {
  const sampler = design?.sampler ?? samplingDefaults.sampler
  return (['strata', 'scramblings'] as const).flatMap((key) => {
    const needed = samplerOf[key]
    if (design?.[key] === undefined || design[key] === null || sampler === needed) return []
    const message = `belongs to sampler: ${needed}, and the sampler is ${sampler}; change the sampler, or write ${key}: null`
    return [problemAt(context, ['design', key], { message, allowed: `sampler: ${needed}`, onKey: true })]
  })
}
