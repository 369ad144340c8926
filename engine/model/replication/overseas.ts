/**
 * When a carline leaves the region rather than comply with its content rule or pay the penalty, after Head, Mayer and
 * Melitz (2024), section on endogenous assembly.
 *
 * Overseas it pays a penalty tau for distance and duties, and each region's parts reach the other kappa times dearer
 * than at home. With delta the relative price of outside parts as seen in the region, building overseas costs
 *
 *     f(delta) = tau * [ kappa * C_U(delta/kappa^2) / C_U(delta) ]^(1-alpha)
 *     C_U(delta) = (1 + delta^-theta)^(-1/theta)
 *
 * times what it costs in the region without a rule. It rises with delta from tau*kappa^-(1-alpha) to
 * tau*kappa^(1-alpha). Cut-offs are in z = (ln delta - mu)/sigma.
 */
import { exp, log, pow } from '../../math/elementary.ts'
import { compliancePenalty, fallingRoot } from './carline.ts'
import { farthest, inRange, type ClosureParameters } from './closure.ts'
import type { Cutoffs } from './laffer.ts'

/** The paper's factor on the price of parts between the region and overseas; it also tries 1.1 and 1.3. */
export const paperKappa = 1.2

/** z at which building overseas costs `level` times building at home; an end of the range if that lies beyond. */
export function overseasCutoff(
  level: number,
  alpha: number,
  tau: number,
  kappa: number,
  parameters: ClosureParameters,
): number {
  const { theta, mu, sigma } = parameters
  // f = level for x = delta^-theta such that kappa^theta (1+x) = g (1 + kappa^(2 theta) x).
  const g = pow(level / tau, theta / (1 - alpha))
  const k = pow(kappa, theta)
  if (g <= 1 / k) return -farthest
  if (g >= k) return farthest
  const x = (k - g) / (g * k * k - k)
  return inRange((-log(x) / theta - mu) / sigma)
}

/**
 * z up to which a carline goes overseas under a rule.
 *
 * @param penalty what not complying costs it in the region, a factor.
 */
export function leavingCutoff(
  cutoffs: Cutoffs,
  penalty: number,
  tau: number,
  kappa: number,
  parameters: ClosureParameters,
): number {
  const { theta, mu, sigma } = parameters
  const { alpha, cutoff, free, floorAt, power, parts } = cutoffs
  const againstPenalty = overseasCutoff(penalty, alpha, tau, kappa, parameters)
  if (againstPenalty <= cutoff || cutoff >= free) return Math.min(againstPenalty, cutoff)
  // Overseas is still cheaper where complying becomes cheaper than the penalty: compare it with complying.
  const gain = (z: number): number => {
    const logDelta = mu + sigma * z
    const atHome = power * log(compliancePenalty(parts, floorAt(logDelta), exp(logDelta), theta))
    return atHome - logOverseasCost(logDelta, alpha, tau, kappa, theta)
  }
  return fallingRoot(gain, cutoff, free)
}

/** ln of the cost of building overseas over that of building at home without a rule. */
function logOverseasCost(logDelta: number, alpha: number, tau: number, kappa: number, theta: number): number {
  const x = exp(-theta * logDelta)
  const k = pow(kappa, theta)
  return log(tau) + ((1 - alpha) / theta) * (log(k) + log(1 + x) - log(1 + k * k * x))
}
