/**
 * Elasticities that contradict each other: buyers leave a product for others more easily than the market, so that its own
 * elasticity lies above that of the market (`engine/model/market/calibrateDemand.ts`). Where it does not, demand cannot be
 * calibrated and the replicate fails.
 */
import { lawOf } from '../parameters/parameterLaws.ts'
import { parameters } from '../parameters/parameters.ts'
import type { Bounds } from '../parameters/parameter.ts'
import type { Problem } from '../file/problem.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'
import { lawEnds } from './lawEnds.ts'

const endless: Bounds = [-Infinity, Infinity]
const names = ['ownElasticity', 'marketElasticity'] as const

/** Elasticities of which no draw can be used. Nothing is said where neither is stated. */
export function elasticityProblems(
  uncertainties: ScenarioFile['uncertainties'],
  context: CheckContext,
): readonly Problem[] {
  const stated = names.find((name) => uncertainties?.[name] !== undefined && uncertainties[name] !== null)
  if (stated === undefined) return []
  const [own, market] = names.map((name) => lawOf(uncertainties?.[name] ?? parameters[name].law))
  const [, most] = lawEnds(own, endless)
  const [least] = lawEnds(market, endless)
  if (most > least) return []
  const message =
    `an elasticity of a product of at most ${most} beside one of the market of at least ${least}: that of a product must be ` +
    'the larger one, or demand cannot reproduce the base year'
  return [problemAt(context, ['uncertainties', stated], { message, allowed: 'ownElasticity above marketElasticity' })]
}
