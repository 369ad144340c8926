/** The design of a run: numbers that the sampler does not use are refused, for whoever wrote them wanted another. */
import type { ScenarioFile } from '../scenario.ts'
import type { Problem } from '../problem.ts'
import { samplingDefaults, type Sampler } from '../sampling.ts'
import { problemAt, type CheckContext } from './context.ts'

const samplerOf: Readonly<Record<'strata' | 'scramblings', Sampler>> = {
  strata: 'latin-hypercube',
  scramblings: 'sobol',
}

export function designProblems({ design }: ScenarioFile, context: CheckContext): readonly Problem[] {
  const sampler = design?.sampler ?? samplingDefaults.sampler
  return (['strata', 'scramblings'] as const).flatMap((key) => {
    const needed = samplerOf[key]
    if (design?.[key] === undefined || design[key] === null || sampler === needed) return []
    const message = `belongs to sampler: ${needed}, and the sampler is ${sampler}; change the sampler, or write ${key}: null`
    return [problemAt(context, ['design', key], { message, allowed: `sampler: ${needed}`, onKey: true })]
  })
}
