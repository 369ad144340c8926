/** The name that a misspelt one was probably meant to be, by edit distance. */

/**
 * Nearest of `names` within a third of the given name's length; else the only one that holds what was given, as when the
 * end of a name is left out; else undefined.
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(given.length / 3)) + 1
  for (const name of names) {
    const distance = editDistance(given.toLowerCase(), name.toLowerCase())
    if (distance < least) [best, least] = [name, distance]
  }
  if (best !== undefined || given.length < fewestLetters) return best
  const holding = names.filter((name) => name.toLowerCase().includes(given.toLowerCase()))
  return holding.length === 1 ? holding[0] : undefined
}

const fewestLetters = 4

/** Levenshtein's distance: letters to put in, take out or change. */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const changed = above[column - 1] + (one[row - 1] === other[column - 1] ? 0 : 1)
      current.push(Math.min(above[column] + 1, current[column - 1] + 1, changed))
    }
    above = current
  }
  return above[other.length]
}
