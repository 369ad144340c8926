/**
 * Exponential, logarithm and power with the same bits on every machine.
 *
 * `Math.exp`, `Math.log` and `**` may differ in the last bit from one JavaScript engine, or one version of it, to the
 * next, and a Monte Carlo draw that differs in the last bit may move another plant. The functions here use only
 * + - * /, which IEEE 754 rounds in one way, on tables made from whole-number arithmetic.
 *
 * Method: table lookup and a short Taylor series, after P. T. P. Tang, "Table-driven implementation of the exponential
 * function in IEEE floating-point arithmetic", ACM Transactions on Mathematical Software 15 (1989), and the same
 * author's paper on the logarithm, 16 (1990). Errors stay within about one unit in the last place.
 */

const tableBits = 200n
const one = 1n << tableBits

/** Integer square root: the largest n with n*n <= square (Newton's method from above). */
function integerSquareRoot(square: bigint): bigint {
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + square / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** A fixed-point number with `tableBits` bits after the point, rounded to the nearest double. */
function toDouble(fixed: bigint): number {
  return Number(fixed) / Number(one)
}

/** [128] 2^(i/128): seven square roots give 2^(1/128), products give the rest. */
function rootsOfTwo(): Float64Array {
  let step = 2n * one
  for (let halving = 0; halving < 7; halving++) step = integerSquareRoot(step * one)
  const table = new Float64Array(128)
  for (let i = 0, value = one; i < 128; i++, value = (value * step) >> tableBits) table[i] = toDouble(value)
  return table
}

/** [2047] 2^e for e = -1024 .. 1022, all exact; the two lowest are subnormal numbers. */
function powersOfTwo(): Float64Array {
  const table = new Float64Array(2047)
  table[1024] = 1
  for (let e = 1; e <= 1022; e++) table[1024 + e] = table[1023 + e] * 2
  for (let e = 1; e <= 1024; e++) table[1024 - e] = table[1025 - e] / 2
  return table
}

/** ln(numerator/denominator) in fixed point by the series 2*(s + s^3/3 + s^5/5 + ...), s = (n-d)/(n+d). */
function fixedLog(numerator: bigint, denominator: bigint): bigint {
  const s = ((numerator - denominator) * one) / (numerator + denominator)
  const square = (s * s) / one
  let sum = 0n
  for (let odd = 1n, power = s; power !== 0n; odd += 2n, power = (power * square) / one) sum += power / odd
  return 2n * sum
}

const root = rootsOfTwo()
const powerOfTwo = powersOfTwo()

/** 1.5 * 2^52: adding it and taking it away again rounds to the nearest whole number. */
const rounder = 6755399441055744

// ln 2 in two parts: the first has its last bit at 2^-32, so that its product with a table position is exact.
const fixedLn2 = fixedLog(2n, 1n)
const lastBitOfLn2 = tableBits - 32n
const ln2High = toDouble((fixedLn2 >> lastBitOfLn2) << lastBitOfLn2)
const ln2Low = toDouble(fixedLn2 - ((fixedLn2 >> lastBitOfLn2) << lastBitOfLn2))
const stepHigh = ln2High / 128
const stepLow = ln2Low / 128
const stepsPerUnit = toDouble((128n * one * one) / fixedLn2)

/**
 * e to the power x, within one unit in the last place.
 *
 * The argument is first clamped to [-708, 709], so that no result is subnormal or infinite; but exp(-Infinity) is 0,
 * which products that are not sold rely on. NaN gives NaN.
 */
export function exp(x: number): number {
  if (x === -Infinity) return 0
  const clamped = x < -708 ? -708 : x > 709 ? 709 : x
  const position = clamped * stepsPerUnit + rounder - rounder
  const k = position | 0
  const r = clamped - position * stepHigh - position * stepLow
  const scale = root[k & 127] * powerOfTwo[(k >> 7) + 1024]
  const r2 = r * r
  return scale + scale * (r + r2 * (0.5 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120))))
}

/** Top word of the least mantissa, near sqrt(1/2), placed so that 1 is the middle of a cell of the table. */
const leastMantissa = 0x3fe6b000
const cells = 128

/**
 * [cell x (c, high part of ln c, low part of ln c, unused)] for the middles c of the cells that the upper bits of a
 * mantissa tell apart: multiples of 1/256 below 1 and of 1/128 above. The last bit of the high part is at 2^-42, so
 * that its sum with a multiple of `ln2High` is exact.
 */
function logTable(): Float64Array {
  const table = new Float64Array(4 * cells)
  const lastBit = tableBits - 42n
  for (let i = 0; i < cells; i++) {
    const numerator = i < 74 ? 182 + i : 2 * (54 + i)
    const value = fixedLog(BigInt(numerator), 256n)
    const high = (value >> lastBit) << lastBit
    table[4 * i] = numerator / 256
    table[4 * i + 1] = toDouble(high)
    table[4 * i + 2] = toDouble(value - high)
  }
  return table
}

const logOfCell = logTable()
/** One double and its two words: every use writes it before it reads it, and nothing of it is left for the next. */
const double = new Float64Array(1)
const words = new Int32Array(double.buffer)
double[0] = 1
/** Where the sign, the exponent and the upper bits of the mantissa are: word 1, or 0 on a big-endian machine. */
const topWord = words[1] !== 0 ? 1 : 0
const smallestNormal = powerOfTwo[2]
const twoTo54 = powerOfTwo[1024 + 54]

/**
 * Natural logarithm, within one unit in the last place, near 1 and for subnormal numbers too.
 *
 * log(0) is -Infinity, log(Infinity) is Infinity; a negative number and NaN give NaN.
 */
export function log(x: number): number {
  if (x < smallestNormal) return logOfSmall(x)
  if (x === Infinity) return x
  return logOfNormal(x, 0)
}

/** ln(x * 2^shift) for a normal, positive x = 2^e * m: e ln 2 + ln c + ln(1 + f), f = m/c - 1. */
function logOfNormal(x: number, shift: number): number {
  double[0] = x
  const position = words[topWord] - leastMantissa
  const e = position >> 20
  const cell = ((position >> 13) & 127) << 2
  const m = x * powerOfTwo[1024 - e]
  const c = logOfCell[cell]
  const f = (m - c) / c
  const exponent = e + shift
  const high = exponent * ln2High + logOfCell[cell + 1]
  const sum = high + f
  // What the addition above rounded away; the series is small beside the sum, so that one rounding is left.
  const lost = high - sum + f
  const f2 = f * f
  const series = f2 * (-0.5 + f * (1 / 3) + f2 * (-0.25 + f * 0.2 + f2 * (-1 / 6 + f * (1 / 7))))
  return sum + (lost + (logOfCell[cell + 2] + exponent * ln2Low + series))
}

function logOfSmall(x: number): number {
  if (x > 0) return logOfNormal(x * twoTo54, -54)
  return x === 0 ? -Infinity : NaN
}

/**
 * x to the power y, as exp(y * log(x)): the relative error is about |y * log(x)| units in the last place, so that a
 * whole power is better written as a product. Clamped as `exp` is.
 *
 * pow(x, 0) is 1; pow(0, y) is 0 for y > 0 and exp(709) for y < 0; a negative x gives NaN.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1
  return exp(y * log(x))
}
