/** The name that a misspelt one was probably meant to be, by edit distance; and of many names those most like it. */

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

/** So many names are listed in a message; of more only those most like what was given. */
const mostListed = 12
const mostLike = 5

/**
 * The end of a message on a name that is not there: the one that was meant, or else all names where they are few and the
 * five most like it where they are many.
 *
 * @param list what comes before a list of all names
 */
export function nameHint(given: string, names: readonly string[], list: string = 'there are'): string {
  const nearest = nearestName(given, names)
  if (nearest !== undefined) return `did you mean ${nearest}?`
  if (names.length <= mostListed) return `${list} ${names.join(', ') || 'none'}`
  return `the most like it of ${names.length} are ${likeNames(given, names).join(', ')}`
}

/** Names that share most pairs of letters with what was given, the most like it first. */
function likeNames(given: string, names: readonly string[]): readonly string[] {
  const wanted = pairsOf(given)
  const likeness = (name: string): number => {
    const pairs = pairsOf(name)
    const shared = [...pairs].filter((pair) => wanted.has(pair)).length
    return (2 * shared) / Math.max(1, wanted.size + pairs.size)
  }
  return names
    .map((name) => ({ name, likeness: likeness(name) }))
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, mostLike)
    .map(({ name }) => name)
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase()
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, n) => letters.slice(n, n + 2)))
}

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
