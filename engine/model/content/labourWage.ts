/**
 * Work that counts as labour value content when the wage that a plant must pay is not the USMCA's 16 USD an hour (Annex 4-B,
 * Article 7). Section 3 of docs/model.md.
 *
 * A country's plants pay wages with a log-logistic law around its mean production wage w, so that the part of its work at
 * plants that pay at least x is
 *
 *     F(x) = 1 / (1 + (x/w)^(1/spread))
 *
 * At 16 the model counts all US and Canadian work and no Mexican work. F is scaled to keep that: a threshold x above 16 leaves
 * F(x)/F(16) of US and Canadian work, one below lets (F(x) - F(16))/(1 - F(16)) of Mexican work count. The scaling and the law
 * are judgement; wages are those of the base year.
 */
import { place } from '../inputs/sets.ts'
import { pow } from '../../math/elementary.ts'
import type { Industry } from '../inputs/industry.ts'

/** USD an hour that the USMCA asks. */
export const agreedWage = 16

/** What of the work in each place counts towards labour value content. */
export interface CountedWork {
  /** [assembly origin: US, CA, MX, an ally abroad, China] part of assembly. */
  readonly assembly: Float64Array
  /** Part of US and Canadian parts together, by their employment; and part of Mexican parts. */
  northernParts: number
  mexicanParts: number
}

/** Work of a rule that counts all of it in the US and Canada, and none in Mexico. */
export function createCountedWork(): CountedWork {
  return { assembly: new Float64Array(5), northernParts: 1, mexicanParts: 0 }
}

export type Wages = Pick<Industry, 'assemblyWage' | 'partsWage' | 'partsJobs'>

/** Part of work at plants that pay at least `least`, where `wage` is the mean; both USD an hour. */
function workAbove(least: number, wage: number, spread: number): number {
  return 1 / (1 + pow(least / wage, 1 / spread))
}

/** Part of the work of a country that counts, all of it or none at `agreedWage`. */
export function countedPart(least: number, wage: number, spread: number, countsAtAgreed: boolean): number {
  const agreed = workAbove(agreedWage, wage, spread)
  const above = workAbove(least, wage, spread)
  return countsAtAgreed ? Math.min(1, above / agreed) : Math.max(0, (above - agreed) / (1 - agreed))
}

/** Fills `target` for a rule that counts work paid `least` USD an hour or more. */
export function countWork(least: number, wages: Wages, spread: number, target: CountedWork): void {
  const { assemblyWage, partsWage, partsJobs } = wages
  let counted = 0
  for (let o = 0; o < place.MX; o++) {
    target.assembly[o] = countedPart(least, assemblyWage[o], spread, true)
    counted += countedPart(least, partsWage[o], spread, true) * partsJobs[o]
  }
  target.assembly[place.MX] = countedPart(least, assemblyWage[place.MX], spread, false)
  target.northernParts = counted / (partsJobs[place.US] + partsJobs[place.CA])
  target.mexicanParts = countedPart(least, partsWage[place.MX], spread, false)
}

/**
 * Floor on US and Canadian parts with which a vehicle has the labour value content `vehicle`. Of northern parts a part q
 * counts: the floor is 1/q of what is asked. Where a part m of Mexican parts counts beside all northern ones, what is asked
 * follows from a floor on northern parts and the regional content that the vehicle must have anyway:
 * N + m M = (1-m) N + m (N+M). It is enough, not needed, where regional content is above its own floor.
 *
 * @param regional floor on regional parts
 * @returns above 1 where no parts could meet it
 */
export function labourFloorOnParts(
  vehicle: number,
  assemblyShare: number,
  origin: number,
  regional: number,
  { assembly, northernParts, mexicanParts }: CountedWork,
): number {
  const asked = (vehicle - assemblyShare * assembly[origin]) / (1 - assemblyShare)
  if (!(vehicle > 0) || !(asked > 0)) return 0
  if (mexicanParts === 0) return asked / northernParts
  return Math.max(0, (asked - mexicanParts * Math.max(regional, asked)) / (1 - mexicanParts))
}
