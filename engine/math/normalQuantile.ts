/**
 * The standard normal distribution: quantiles and probabilities.
 *
 * Quantiles by M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics
 * 37 (1988), routine PPND16: three rational functions, relative error about 1e-16. One uniform gives one normal, which
 * paired draws and stratified points need.
 *
 * Probabilities by W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation
 * 23 (1969), with the coefficients for the normal integral of his routine ANORM ("Algorithm 715: SPECFUN", ACM
 * Transactions on Mathematical Software 19, 1993); relative error about 1e-15, in the tails too.
 *
 * Published coefficients are written as the doubles nearest to them.
 */
import { exp, log } from './elementary.ts'

/** 1/sqrt(2 pi), the height of the density at 0. */
const densityAtZero = 0.3989422804014327

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
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665
  const denominator =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1
  return numerator / denominator
}

function tailQuantile(r: number): number {
  const numerator =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835
  const denominator =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1
  return numerator / denominator
}

function farTailQuantile(r: number): number {
  const numerator =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103
  const denominator =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1
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

/** exp(-x*x/2), with x split at a multiple of 1/16, whose square is exact and does not blow up its rounding. */
function gaussian(x: number): number {
  const near = Math.floor(x * 16) / 16
  return exp(-0.5 * near * near) * exp(-0.5 * (x - near) * (x + near))
}

function centralProbability(square: number): number {
  const numerator =
    (((0.06568233791820745 * square + 2.2352520354606837) * square + 161.02823106855587) * square +
      1067.6894854603709) *
      square +
    18154.98125334356
  const denominator =
    (((square + 47.202581904688245) * square + 976.0985517377767) * square + 10260.932208618979) * square +
    45507.78933502673
  return numerator / denominator
}

/** Probability beyond x over exp(-x*x/2), x up to sqrt(32). */
function tailRatio(x: number): number {
  const numerator =
    (((((((1.0765576773720192e-8 * x + 0.39894151208813466) * x + 8.883149794388377) * x + 93.50665613217785) * x +
      597.2702763948002) *
      x +
      2494.5375852903726) *
      x +
      6848.190450536283) *
      x +
      11602.65143764735) *
      x +
    9842.714838383978
  const denominator =
    (((((((x + 22.266688044328117) * x + 235.387901782625) * x + 1519.3775994075547) * x + 6485.558298266761) * x +
      18615.571640885097) *
      x +
      34900.95272114598) *
      x +
      38912.00328609327) *
      x +
    19685.429676859992
  return numerator / denominator
}

/** The same for larger x, as the asymptotic 1/(x sqrt(2 pi)) less a correction. */
function farTailRatio(x: number): number {
  const r = 1 / (x * x)
  const numerator =
    ((((0.023073441764940174 * r + 0.215898534057957) * r + 0.12740116116024736) * r + 0.022235277870649807) * r +
      0.0014216191932278934) *
      r +
    2.9112874951168793e-5
  const denominator =
    ((((r + 1.284260096144911) * r + 0.4682382124808651) * r + 0.06598813786892856) * r + 0.0037823963320275824) * r +
    7.297515550839662e-5
  return (densityAtZero - r * (numerator / denominator)) / x
}
