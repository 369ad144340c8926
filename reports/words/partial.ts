/** What is said of figures that are made from a part of the replicates, since the others are missing. */

/** @param partial as in `9 of 12 blocks of replicates` */
export function onlyPart(partial: string): string {
  return `from ${partial} only, since the others are missing`
}
