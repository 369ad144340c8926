/**
 * The closure of Head, Mayer and Melitz (2024), named `replication` in all output to keep it apart from the engine's
 * own: constant elasticity of demand, carlines counted once each whatever they sell, a continuum of parts with two
 * origins.
 *
 * A carline has a relative price of outside parts, ln delta ~ Normal(mu, sigma), an assembly cost share alpha ~ Beta,
 * and penalties tau (on its price index) and tauQ (on its quantity) for not complying. Its part cost with a rule is C
 * times the cost without; delivered cost is C^(1-alpha) if it complies, tau if not.
 */
import { logBeta } from '../../math/beta.ts'
import { exp, pow } from '../../math/elementary.ts'
import { gaussLegendre, type Quadrature } from '../../math/gaussLegendre.ts'

export const closureName = 'replication'

/** What not complying costs a carline, both as factors >= 1. */
export interface Penalty {
  readonly tau: number
  readonly tauQ: number
}

export interface ClosureParameters {
  /** Dispersion of part costs. */
  readonly theta: number
  /** Elasticity of demand. */
  readonly eta: number
  /** Mean and standard deviation of ln delta. */
  readonly mu: number
  readonly sigma: number
  /** Mean of the Beta law of assembly's cost share; 0 for a model of parts alone. */
  readonly assemblyMean: number
  /** Sum of the two parameters of that law. */
  readonly assemblyConcentration: number
  /** Assembly jobs for each parts job where there is no rule. */
  readonly assemblyToPartsJobs: number
  /** What the rule's share is a share of: cost, or the number of parts, as in the paper's theory without assembly. */
  readonly ruleOn: 'cost' | 'parts'
  /** Complies at a cost if C^(1-alpha) <= tau, or if C <= tau. */
  readonly complianceTest: 'vehicle' | 'parts'
  /**
   * Price ratio of a carline: its delivered cost ratio, or that to the power 1-alpha once more, as the programs
   * published with the paper have it.
   */
  readonly price: 'cost' | 'program'
}

/**
 * The paper's calibration. The ratio of jobs is the value in the comments of the programs published with the paper,
 * from employment in US industries 3361-3363 (Bureau of Labor Statistics, Current Employment Statistics).
 */
export const paperParameters: ClosureParameters = {
  theta: 4,
  eta: 4,
  mu: 0.11,
  sigma: 0.18,
  assemblyMean: 0.15,
  assemblyConcentration: 3,
  assemblyToPartsJobs: 0.647,
  ruleOn: 'cost',
  complianceTest: 'vehicle',
  price: 'cost',
}

/**
 * Nodes of the integrals over alpha and over ln delta. Both integrands are smooth between the cut-offs, where the
 * integrals are split; 24 nodes leave an error below 1e-7 of the outcomes.
 */
export interface Precision {
  readonly assembly: Quadrature
  readonly delta: Quadrature
}

/** What all carlines of a comparison share: the paper's parameters, and how finely they are integrated over. */
export interface Closure {
  readonly parameters: ClosureParameters
  readonly precision: Precision
}

/** Gauss-Legendre nodes for integrals over delta and assembly shares: so many of each. */
export function precisionOf(nodes: number): Precision {
  return { assembly: gaussLegendre(nodes), delta: gaussLegendre(nodes) }
}

export const standardPrecision: Precision = precisionOf(24)

/** Assembly cost shares and the probability that each stands for. */
export interface AssemblyNodes {
  readonly alpha: Float64Array
  readonly probability: Float64Array
}

/**
 * Nodes for assembly shares below `limit`. In v = alpha^a the density is v-free but for (1-alpha)^(b-1), so that the
 * integrand is smooth although the Beta density is infinite at 0.
 */
export function assemblyNodesBelow(limit: number, parameters: ClosureParameters, rule: Quadrature): AssemblyNodes {
  const { assemblyMean, assemblyConcentration } = parameters
  if (assemblyMean === 0) return { alpha: Float64Array.of(0), probability: Float64Array.of(limit > 0 ? 1 : 0) }
  const a = assemblyMean * assemblyConcentration
  const b = assemblyConcentration - a
  const top = pow(Math.min(1, limit), a)
  const alpha = rule.nodes.map((node) => pow(node * top, 1 / a))
  const scale = top / (a * exp(logBeta(a, b)))
  const probability = rule.weights.map((weight, i) => weight * scale * pow(1 - alpha[i], b - 1))
  return { alpha, probability }
}

/** Nodes for assembly shares above `limit`, by the mirror image of the same substitution. */
export function assemblyNodesAbove(limit: number, parameters: ClosureParameters, rule: Quadrature): AssemblyNodes {
  if (parameters.assemblyMean === 0) return { alpha: new Float64Array(0), probability: new Float64Array(0) }
  const mirrored = { ...parameters, assemblyMean: 1 - parameters.assemblyMean }
  const { alpha, probability } = assemblyNodesBelow(1 - limit, mirrored, rule)
  return { alpha: alpha.map((share) => 1 - share), probability }
}

/** Range of (ln delta - mu)/sigma that is integrated over; what lies beyond has probability 2e-19. */
export const farthest = 9

/** A cut-off z, in standard deviations, no farther out than integrals go. */
export function inRange(z: number): number {
  return Math.max(-farthest, Math.min(farthest, z))
}

/** Standard normal density. */
export function normalDensity(z: number): number {
  return 0.3989422804014327 * exp((-z * z) / 2)
}

/** Throws RangeError, naming the value, if a parameter has no meaning. */
export function checkParameters(parameters: ClosureParameters): void {
  const { theta, eta, sigma, assemblyMean, assemblyConcentration } = parameters
  const rules: readonly (readonly [string, number, boolean, string])[] = [
    ['theta', theta, theta > 0, 'above 0'],
    ['eta', eta, eta > 0 && eta !== 1, 'above 0 and not 1'],
    ['sigma', sigma, sigma > 0, 'above 0'],
    ['assemblyMean', assemblyMean, assemblyMean >= 0 && assemblyMean < 1, 'from 0 to below 1'],
    ['assemblyConcentration', assemblyConcentration, assemblyConcentration > 0, 'above 0'],
  ]
  const broken = rules.find(([, , holds]) => !holds)
  if (broken) throw new RangeError(`replication closure: ${broken[0]} must be ${broken[3]}; given: ${broken[1]}`)
}

/** @throws RangeError if the rule is no fraction from 0 to 1. */
export function checkRule(rule: number): void {
  if (!(rule >= 0 && rule <= 1)) {
    throw new RangeError(`replication closure: a content rule is a fraction from 0 to 1, as in 0.75; given: ${rule}`)
  }
}

/** @throws RangeError if there is no carline, or a penalty is below 1. */
export function checkPenalties(penalties: readonly Penalty[]): void {
  if (penalties.length === 0) throw new RangeError('replication closure: at least one carline is needed; given: none')
  const broken = penalties.find((penalty) => !(penalty.tau >= 1 && penalty.tauQ >= 1))
  if (broken) {
    throw new RangeError(
      'replication closure: penalties are factors of at least 1, as in 1.025; ' +
        `given: tau ${broken.tau}, tauQ ${broken.tauQ}`,
    )
  }
}
