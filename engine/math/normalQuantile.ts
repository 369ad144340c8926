/**
 * The standard normal distribution: quantiles and probabilities.
 *
 * Quantiles by M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37
 * (1988), routine PPND16: three rational functions, relative error about 1e-16. One uniform gives one normal, which paired
 * draws and stratified points need.
 *
 * Probabilities by W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation 23
 * (1969), with the coefficients for the normal integral of his routine ANORM ("Algorithm 715: SPECFUN", ACM Transactions
 * on Mathematical Software 19, 1993); relative error about 1e-15, in the tails too.
 */
import { exp, log } from './elementary.ts'

/** 1/sqrt(2 pi), the height of the density at 0. */
const densityAtZero = 0.3989422804014326779

/**
 * The x with probability `p` below it, in standard deviations. 0 gives -Infinity and 1 gives Infinity; anything outside
 * [0, 1], and NaN, gives NaN.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (q >= -0.425 && q <= 0.425) return q * centralQuantile(0.180625 - q * q)
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p))
  const distance = r <= 5 ? tailQuantile(r - 1.6) : farTailQuantile(r - 5)
  return q < 0 ? -distance : distance
}

function centralQuantile(r: number): number {
  const numerator =
    ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r +
      13731.693765509461125) * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608
  const denominator =
    ((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r +
      5394.1960214247511077) * r + 687.1870074920579083) * r + 42.313330701600911252) * r + 1
  return numerator / denominator
}

function tailQuantile(r: number): number {
  const numerator =
    ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
      1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r +
      4.6303378461565452959) * r + 1.42343711074968357734
  const denominator =
    ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
      0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r +
      2.05319162663775882187) * r + 1
  return numerator / denominator
}

function farTailQuantile(r: number): number {
  const numerator =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r +
      5.4637849111641143699) * r + 6.6579046435011037772
  const denominator =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r +
      0.59983220655588793769) * r + 1
  return numerator / denominator
}

/** Probability below x of the standard normal distribution; 0 below -37.5, where it is under 1e-307. NaN gives NaN. */
export function normalCdf(x: number): number {
  const distance = Math.abs(x)
  if (distance <= 0.66291) return 0.5 + x * centralProbability(x * x)
  if (distance > 37.5) return x < 0 ? 0 : 1
  const ratio = distance <= 5.656854249492381 ? tailRatio(distance) : farTailRatio(distance)
  const tail = gaussian(distance) * ratio
  return x < 0 ? tail : 1 - tail
}

/** exp(-x*x/2), with x split at a multiple of 1/16 so that the rounding of the square does not grow in the exponential. */
function gaussian(x: number): number {
  const near = Math.floor(x * 16) / 16
  return exp(-0.5 * near * near) * exp(-0.5 * (x - near) * (x + near))
}

function centralProbability(square: number): number {
  const numerator =
    (((0.065682337918207449113 * square + 2.2352520354606839287) * square + 161.02823106855587881) * square +
      1067.6894854603709582) * square + 18154.981253343561249
  const denominator =
    (((square + 47.20258190468824187) * square + 976.09855173777669322) * square + 10260.932208618978205) * square +
    45507.789335026729956
  return numerator / denominator
}

/** Probability beyond x over exp(-x*x/2), x up to sqrt(32). */
function tailRatio(x: number): number {
  const numerator =
    (((((((1.0765576773720192317e-8 * x + 0.39894151208813466764) * x + 8.8831497943883759412) * x +
      93.506656132177855979) * x + 597.27027639480026226) * x + 2494.5375852903726711) * x + 6848.1904505362823326) * x +
      11602.651437647350124) * x + 9842.7148383839780218
  const denominator =
    (((((((x + 22.266688044328115691) * x + 235.38790178262499861) * x + 1519.377599407554805) * x +
      6485.558298266760755) * x + 18615.571640885098091) * x + 34900.952721145977266) * x + 38912.003286093271411) * x +
    19685.429676859990727
  return numerator / denominator
}

/** The same for larger x, as the asymptotic 1/(x sqrt(2 pi)) less a correction. */
function farTailRatio(x: number): number {
  const r = 1 / (x * x)
  const numerator =
    ((((0.02307344176494017303 * r + 0.21589853405795699) * r + 0.1274011611602473639) * r + 0.022235277870649807) * r +
      0.001421619193227893466) * r + 2.9112874951168792e-5
  const denominator =
    ((((r + 1.28426009614491121) * r + 0.468238212480865118) * r + 0.0659881378689285515) * r +
      0.00378239633202758244) * r + 7.29751555083966205e-5
  return (densityAtZero - r * (numerator / denominator)) / x
}
