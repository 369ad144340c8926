/**
 * Numbers as people read them: no more digits than the Monte Carlo standard error supports, thousands apart, shares as
 * percentages.
 */

/** Position of a number's leading digit: 3 for 1234, -2 for 0.012. */
export function magnitude(value: number): number {
  return Number(Math.abs(value).toExponential().split('e')[1])
}

/**
 * Decimal place to round to (3: thousands; -2: hundredths) so that `digits` digits of the standard error remain. Without a
 * usable error (none, or 0 because the figure is exact) a whole number stays whole and any other keeps eight significant digits.
 */
export function roundingPlace(value: number, standardError: number, digits: number): number {
  if (Number.isFinite(standardError) && standardError > 0) return magnitude(standardError) - digits + 1
  return Number.isInteger(value) || !Number.isFinite(value) ? 0 : Math.min(0, magnitude(value) - 7)
}

/** Rounds to a decimal place, by way of the decimal digits, so that 0.15 does not turn into 0.15000000000000002. */
export function roundAt(value: number, place: number): number {
  if (!Number.isFinite(value) || value === 0) return value
  if (place > magnitude(value) + 1) return 0
  if (place <= 0) return Number(value.toFixed(Math.min(100, -place)))
  const unit = Number(`1e${place}`)
  return Math.round(value / unit) * unit
}

/** Text with thousands separators, rounded at a place. NaN is `-`. */
export function decimalText(value: number, place: number): string {
  if (!Number.isFinite(value)) return '-'
  const rounded = roundAt(value, place)
  const [whole, fraction] = Math.abs(rounded)
    .toFixed(Math.max(0, Math.min(8, -place)))
    .split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = rounded < 0 ? '-' : ''
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** The same with a plus sign before what is not negative; an exact nothing is `0`. */
export function signedText(value: number, place: number): string {
  if (value === 0) return '0'
  const text = decimalText(value, place)
  return value > 0 && text !== '-' ? `+${text}` : text
}

/** A figure and its standard error as two texts, cut to one digit of the error; the error of an exact figure is `0`. */
export function figureTexts(
  value: number,
  standardError: number,
  text: (value: number, place: number) => string = decimalText,
): readonly [string, string] {
  const place = roundingPlace(value, standardError, 1)
  return [text(value, place), standardError > 0 ? decimalText(standardError, place) : '0']
}

/** A worth, which cannot be below 0, is told as a figure where it is more than two of its Monte Carlo errors. */
export function isFromZero(value: number, standardError: number): boolean {
  return value > 2 * standardError
}

/** A share in words of hundredths, as in `+11.6%`. */
export function percentText(share: number, place: number, signed: boolean = false): string {
  if (!Number.isFinite(share)) return '-'
  return `${signed ? signedText(100 * share, place) : decimalText(100 * share, place)}%`
}

/**
 * Decimal place of a change in percents, the same wherever the change is shown: the first digit of its Monte Carlo error, but no
 * more than two decimals and never less than whole percents.
 */
export function percentPlace(share: number, standardError: number): number {
  return Math.max(-2, Math.min(0, roundingPlace(100 * share, 100 * standardError, 1)))
}

/** A share of replicates, as in `84%`; never 0% or 100% unless it is none or all of them. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.005) return '<1%'
  if (share < 1 && share >= 0.995) return '>99%'
  return percentText(share, 0)
}

/** A span of time, as in `1 min 20 s`. */
export function durationText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`
}

/** A number of bytes, as in `17 MB`. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}
