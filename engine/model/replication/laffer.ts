/**
 * The Laffer curve for rules of origin with assembly where it is: what a content rule does to compliance, content,
 * jobs and prices. After Head, Mayer and Melitz (2024); the closure is that of `closure.ts`.
 *
 * With hats for ratios to no rule, each carline has part share chi_hat = chi/chi_U, price c_hat = C^(1-alpha) if it
 * complies and tau if not, quantity q_hat = c_hat^-eta if it complies and tauQ^-eta if not. Over carlines, delta and
 * alpha,
 *
 *     X = E[chi_hat],   L = E[chi_hat * q_hat],   LA = E[q_hat],   P = E[c_hat^(1-eta)]^(1/(1-eta)),
 *     LT = (L + zeta*LA)/(1 + zeta), zeta being assembly jobs for each parts job.
 *
 * Below a rule R, a carline with assembly share alpha must have the cost share (R-alpha)/(1-alpha) of its parts from
 * the region. In ln delta it pays the penalty below a cut-off, complies at a cost up to where it complies freely, and
 * is untouched above. All integrals are Gauss-Legendre sums between those points, of differences from no rule.
 */
import { exp, log, pow } from '../../math/elementary.ts'
import { normalCdf } from '../../math/normalQuantile.ts'
import { vehicleFloorToPartsFloor } from '../content/content.ts'
import {
  costShareOfPartShare,
  logFreeComplianceDelta,
  logCutoffDelta,
  freeShare,
  partShareOfCostShare,
  compliancePenalty,
  createRegionalLadder,
  type RegionalLadder,
} from './carline.ts'
import {
  closureName,
  type Closure,
  type ClosureParameters,
  inRange,
  farthest,
  type Precision,
  normalDensity,
  type Penalty,
  standardPrecision,
  checkParameters,
  checkPenalties,
  checkRule,
  assemblyNodesBelow,
} from './closure.ts'

/** Outcomes of one rule. Shares and changes are fractions; changes are against no rule. */
export interface RuleOutcome {
  readonly closure: typeof closureName
  /** The content that the rule asks, a share of the vehicle. */
  readonly rule: number
  /** CC: share of carlines that comply at a cost. */
  readonly constrained: number
  /** CU: share that comply as they are. */
  readonly unconstrained: number
  /** NC: share that pay the penalty. */
  readonly nonCompliant: number
  /** RCS: mean regional share of the vehicle's cost, assembly included. */
  readonly content: number
  /** Mean share of parts from the region. */
  readonly partShare: number
  /** X: change of the regional share of parts, mean of the carlines' ratios. */
  readonly partShareChange: number
  /** L: change of jobs in parts. */
  readonly partsJobsChange: number
  /** LA: change of jobs in assembly. */
  readonly assemblyJobsChange: number
  /** LT: change of both. */
  readonly totalJobsChange: number
  /** P: change of the price index. */
  readonly priceChange: number
}

/** Where a carline with one alpha changes behaviour, in (ln delta - mu)/sigma, and the rule's floor by delta. */
export interface Cutoffs {
  readonly alpha: number
  /** Power of C in delivered cost. */
  readonly power: number
  readonly floorAt: (logDelta: number) => number
  /** Working arrays of the carline's content ladder. */
  readonly parts: RegionalLadder
  /** Below it, the penalty. */
  readonly cutoff: number
  /** Above it, free compliance. */
  readonly free: number
}

/** Where carlines of one assembly share `alpha` and penalty `tau` change behaviour under a rule. */
export function cutoffsOf(rule: number, alpha: number, tau: number, parameters: ClosureParameters): Cutoffs {
  const { theta, mu, sigma, ruleOn, complianceTest } = parameters
  const floor = vehicleFloorToPartsFloor(rule, alpha, true)
  const floorAt =
    ruleOn === 'cost' ? () => floor : (logDelta: number) => costShareOfPartShare(floor, exp(logDelta), theta)
  const free = inRange((logFreeComplianceDelta(floor, theta) - mu) / sigma)
  const testPower = complianceTest === 'vehicle' ? 1 - alpha : 1
  const parts = createRegionalLadder()
  const complianceAt = (logDelta: number): number => compliancePenalty(parts, floorAt(logDelta), exp(logDelta), theta)
  const cutoff = logCutoffDelta(complianceAt, testPower, tau, mu - sigma * farthest, mu + sigma * free)
  return { alpha, power: 1 - alpha, floorAt, parts, cutoff: inRange((cutoff - mu) / sigma), free }
}

/** Sums over carlines, delta and alpha of differences from no rule. */
export interface Sums {
  constrained: number
  nonCompliant: number
  content: number
  partShare: number
  partShareRatio: number
  partsJobs: number
  assemblyJobs: number
  /** Of c_hat^(1-eta). */
  price: number
}

/** Sums of no carline. */
export function emptySums(): Sums {
  return {
    constrained: 0,
    nonCompliant: 0,
    content: 0,
    partShare: 0,
    partShareRatio: 0,
    partsJobs: 0,
    assemblyJobs: 0,
    price: 0,
  }
}

/** Adds carlines that comply at a cost, for ln delta between two cut-offs, each delta weighing `probability`. */
export function addConstrained(
  cutoffs: Cutoffs,
  from: number,
  to: number,
  probability: number,
  { parameters, precision }: Closure,
  sums: Sums,
): void {
  if (!(to > from)) return
  const { theta, eta, mu, sigma } = parameters
  const { alpha, power, floorAt, parts } = cutoffs
  const pricePower = parameters.price === 'cost' ? 1 : 1 - alpha
  const { nodes, weights } = precision.delta
  for (let n = 0; n < nodes.length; n++) {
    const z = from + (to - from) * nodes[n]
    const mass = probability * (to - from) * weights[n] * normalDensity(z)
    const logDelta = mu + sigma * z
    const delta = exp(logDelta)
    const costShare = floorAt(logDelta)
    const free = freeShare(delta, theta)
    const partShare = partShareOfCostShare(costShare, delta, theta)
    const logPrice = power * pricePower * log(compliancePenalty(parts, costShare, delta, theta))
    const quantity = exp(-eta * logPrice)
    sums.constrained += mass
    sums.content += mass * (1 - alpha) * (costShare - free)
    sums.partShare += mass * (partShare - free)
    sums.partShareRatio += mass * (partShare / free - 1)
    sums.partsJobs += mass * ((partShare / free) * quantity - 1)
    sums.assemblyJobs += mass * (quantity - 1)
    sums.price += mass * (exp((1 - eta) * logPrice) - 1)
  }
}

/** Adds carlines of mass `mass` that keep their parts and pay a penalty. */
export function addNonCompliant(
  mass: number,
  alpha: number,
  penalty: Penalty,
  parameters: ClosureParameters,
  sums: Sums,
): void {
  const { eta } = parameters
  const quantityChange = pow(penalty.tauQ, -eta) - 1
  const pricePower = parameters.price === 'cost' ? 1 : 1 - alpha
  sums.nonCompliant += mass
  sums.partsJobs += mass * quantityChange
  sums.assemblyJobs += mass * quantityChange
  sums.price += mass * (pow(penalty.tau, pricePower * (1 - eta)) - 1)
}

/** Mean of lambda_U, the regional share of parts without a rule. */
function meanFreeShare(parameters: ClosureParameters, precision: Precision): number {
  const { theta, mu, sigma } = parameters
  const { nodes, weights } = precision.delta
  let sum = 0
  for (let from = -farthest; from < farthest; from += 3) {
    for (let n = 0; n < nodes.length; n++) {
      const z = from + 3 * nodes[n]
      sum += 3 * weights[n] * normalDensity(z) * freeShare(exp(mu + sigma * z), theta)
    }
  }
  return sum
}

/**
 * What a rule does to carlines with these penalties, each counted once.
 *
 * @param penalties one for each carline.
 * @param rule regional content that the rule asks, from 0 (no rule) to 1.
 * @throws RangeError if there are no carlines, or a penalty, rule or parameter has no meaning.
 */
export function lafferOutcome(
  penalties: readonly Penalty[],
  rule: number,
  parameters: ClosureParameters,
  precision: Precision = standardPrecision,
): RuleOutcome {
  checkParameters(parameters)
  checkRule(rule)
  checkPenalties(penalties)
  const { alpha, probability } = assemblyNodesBelow(rule, parameters, precision.assembly)
  const sums = emptySums()
  const closure = { parameters, precision }
  for (const penalty of penalties) {
    for (let i = 0; i < alpha.length; i++) {
      if (probability[i] === 0) continue
      const mass = probability[i] / penalties.length
      const cutoffs = cutoffsOf(rule, alpha[i], penalty.tau, parameters)
      addNonCompliant(mass * normalCdf(cutoffs.cutoff), alpha[i], penalty, parameters, sums)
      addConstrained(cutoffs, cutoffs.cutoff, cutoffs.free, mass, closure, sums)
    }
  }
  return outcomeOf(rule, sums, parameters, precision)
}

function outcomeOf(rule: number, sums: Sums, parameters: ClosureParameters, precision: Precision): RuleOutcome {
  const { eta, assemblyMean, assemblyToPartsJobs } = parameters
  const free = meanFreeShare(parameters, precision)
  return {
    closure: closureName,
    rule,
    constrained: sums.constrained,
    unconstrained: 1 - sums.constrained - sums.nonCompliant,
    nonCompliant: sums.nonCompliant,
    content: assemblyMean + (1 - assemblyMean) * free + sums.content,
    partShare: free + sums.partShare,
    partShareChange: sums.partShareRatio,
    partsJobsChange: sums.partsJobs,
    assemblyJobsChange: sums.assemblyJobs,
    totalJobsChange: (sums.partsJobs + assemblyToPartsJobs * sums.assemblyJobs) / (1 + assemblyToPartsJobs),
    priceChange: pow(1 + sums.price, 1 / (1 - eta)) - 1,
  }
}
