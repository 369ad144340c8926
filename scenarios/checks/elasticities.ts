/**
 * Elasticities that contradict each other: buyers leave a product for others more easily than the market, so that its own
 * elasticity lies above that of the market (`engine/model/market/calibrateDemand.ts`). Where it does not, demand cannot be
 * calibrated and the replicate fails: refused where the medians cross, allowed with a warning where only some draws do.
 */
import { type ParameterLaws, parameterValue } from '../../engine/model/draws/parameterLaws.ts'
import { parameterIndex } from '../../engine/model/draws/parameters.ts'
import { flattenLaws } from '../parameters/parameterLaws.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { type CheckContext, type Findings, problemAt } from './context.ts'

const names = ['ownElasticity', 'marketElasticity'] as const
const steps = 400
/** Fewer draws than this go unsaid: a run of a thousand replicates loses one. */
const leastShare = 0.001

/** Elasticities of which no middle draw, or not every draw, can be used. Nothing is said where neither is stated. */
export function elasticityFindings(uncertainties: ScenarioFile['uncertainties'], context: CheckContext): Findings {
  const stated = names.find((name) => uncertainties?.[name] !== undefined && uncertainties[name] !== null)
  if (stated === undefined) return { problems: [], warnings: [] }
  const laws = flattenLaws(uncertainties ?? {})
  const [own, market] = names.map((name) => short(valueAt(laws, name, 0.5)))
  const at = ['uncertainties', stated]
  const allowed = 'ownElasticity above marketElasticity'
  const reason = 'that of a product must be the larger one, or demand cannot reproduce the base year'
  if (own <= market) {
    const message = `in the middle of its law the elasticity of a product is ${own} and that of the market ${market}; ${reason}`
    return { problems: [problemAt(context, at, { message, allowed })], warnings: [] }
  }
  const share = crossingShare(laws)
  if (share < leastShare) return { problems: [], warnings: [] }
  const message = `the elasticity of a product is below that of the market in ${short(share * 100)}% of independent draws, which fail: ${reason}`
  return { problems: [], warnings: [problemAt(context, at, { message, allowed })] }
}

/** Chance that independent draws have the elasticity of a product at or below that of the market. */
function crossingShare(laws: ParameterLaws): number {
  const [own, market] = names.map((name) =>
    Float64Array.from({ length: steps }, (_, n) => valueAt(laws, name, (n + 0.5) / steps)),
  )
  let below = 0
  let pairs = 0
  // Both rise: those below one value are below the next.
  for (const value of market) {
    while (below < steps && own[below] <= value) below += 1
    pairs += below
  }
  return pairs / (steps * steps)
}

function valueAt(laws: ParameterLaws, name: (typeof names)[number], u: number): number {
  return parameterValue(laws, parameterIndex(name), u)
}

function short(value: number): number {
  return Number(value.toPrecision(3))
}
