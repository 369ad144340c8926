/**
 * How tight quotas are: the part t of the way from the inside to the outside duty at which the volume that claims a quota
 * just fills it. Section 4 of docs/model.md.
 *
 *   t = 0             the volume at the inside duty fits the quota
 *   0 < t < 1         the volume is the quota; all of it pays the inside duty, and the margin costs t of the difference
 *   t = 1             the volume exceeds the quota even at the outside duty; the rest pays that
 *
 * Volume falls as t rises, so that halving brackets finds it; the number of rounds is fixed, and so is the result. All
 * quotas are searched at once. A caller settles markets at `tightness`, writes `volume`, and goes on until `searchOn` says
 * that it is done.
 */

/** Rounds of halving: the margin is right to 1/2048 of the difference in duty. */
const halvings = 11

export interface QuotaSearch {
  /** [quota] vehicles a year that may pay the inside duty; Infinity where the regime has no such quota. */
  readonly limit: Float64Array
  /** [quota] t to settle markets at, and the volume that then claims the quota. */
  readonly tightness: Float64Array
  readonly volume: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  round: number
}

/** Room for the search of so many quotas; `beginSearch` sets it. */
export function createQuotaSearch(quotas: number): QuotaSearch {
  const perQuota = (): Float64Array => new Float64Array(quotas)
  return {
    limit: perQuota(),
    tightness: perQuota(),
    volume: perQuota(),
    low: perQuota(),
    high: perQuota(),
    round: 0,
  }
}

/** Begins a search in regime r, at the inside duty. */
export function beginSearch(search: QuotaSearch, quotaVolume: Float64Array, r: number): void {
  const quotas = search.limit.length
  for (let q = 0; q < quotas; q++) search.limit[q] = quotaVolume[r * quotas + q]
  search.tightness.fill(0)
  search.low.fill(0)
  search.high.fill(1)
  search.round = 0
}

/** Takes in the volumes at the last tightness and sets the next; false when the search is done. */
export function searchOn(search: QuotaSearch): boolean {
  const { limit, tightness, volume, low, high } = search
  const last = search.round === halvings + 2
  let open = false
  for (let q = 0; q < limit.length; q++) {
    const over = volume[q] > limit[q]
    if (search.round === 0) {
      if (over) open = true
      continue
    }
    if (over) low[q] = Math.max(low[q], tightness[q])
    else high[q] = Math.min(high[q], tightness[q])
  }
  if (search.round === 0 ? !open : last) return false
  search.round += 1
  const ends = search.round === halvings + 2
  for (let q = 0; q < limit.length; q++) {
    if (search.round === 1) tightness[q] = limit[q] < Infinity ? 1 : 0
    else if (limit[q] === Infinity || high[q] === 0) tightness[q] = 0
    // A quota that no tightness above 0 overfills does not bind.
    else if (ends) tightness[q] = low[q] === 0 ? 0 : high[q]
    else tightness[q] = (low[q] + high[q]) / 2
  }
  return true
}

/** Part of the volume that does not fit the quota and pays the outside duty. */
export function shareOutside(search: QuotaSearch, q: number): number {
  const { volume, limit } = search
  return volume[q] > limit[q] ? 1 - limit[q] / volume[q] : 0
}
