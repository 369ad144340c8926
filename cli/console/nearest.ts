/** The name that a misspelt one was probably meant to be. */

/** Nearest of `names` by edit distance, or undefined when none is near. */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const allowed = Math.max(2, Math.floor(given.length / 3))
  let best: string | undefined
  let least = allowed + 1
  for (const name of names) {
    const distance = editDistance(given.toLowerCase(), name.toLowerCase())
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** Levenshtein's distance: insertions, deletions and substitutions that turn one word into the other. */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const substitution = above[column - 1] + (one[row - 1] === other[column - 1] ? 0 : 1)
      current.push(Math.min(above[column] + 1, current[column - 1] + 1, substitution))
    }
    above = current
  }
  return above[other.length]
}
