/**
 * Slow, obvious twins of exp and log: their power series in whole numbers with 1400 bits after the point. A double is
 * such a number exactly, so an error in units of the last place can be measured and not only guessed.
 */
const bits = 1400n
const one = 1n << bits

/** The double as a whole number of 2^-1400; exact. */
function exactly(x: number): bigint {
  let scaled = x
  let shift = bits
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    shift -= 1n
  }
  return BigInt(scaled) << shift
}

/** 1 + x + x^2/2 + ..., with x halved 20 times first and the result squared as often. */
export function exactExp(x: number): bigint {
  const small = exactly(x) >> 20n
  let sum = 0n
  for (let n = 1n, term = one; term !== 0n && term !== -1n; n++) {
    sum += term
    term = ((term * small) >> bits) / n
  }
  for (let squaring = 0; squaring < 20; squaring++) sum = (sum * sum) >> bits
  return sum
}

/** 2 (s + s^3/3 + s^5/5 + ...), s = (x-1)/(x+1), with x brought to [1, 2) by powers of 2 first. */
export function exactLog(x: number): bigint {
  let mantissa = exactly(x)
  let exponent = 0n
  for (; mantissa >= 2n * one; exponent++) mantissa >>= 1n
  for (; mantissa < one; exponent--) mantissa <<= 1n
  return logSeries(mantissa) + exponent * logSeries(2n * one)
}

function logSeries(y: bigint): bigint {
  const s = ((y - one) << bits) / (y + one)
  const square = (s * s) >> bits
  let sum = 0n
  for (let n = 1n, power = s; power !== 0n; n += 2n, power = (power * square) >> bits) sum += power / n
  return 2n * sum
}

/** |value - exact| in units of the last place of `value`. */
export function unitsInLastPlace(value: number, exact: bigint): number {
  let unit = Number.EPSILON
  for (; unit * 2 ** 53 <= Math.abs(value); unit *= 2);
  for (; unit * 2 ** 52 > Math.abs(value) && unit > Number.MIN_VALUE; unit /= 2);
  const error = exactly(value) - exact
  return Number(((error < 0n ? -error : error) << 20n) / exactly(unit)) / 2 ** 20
}
