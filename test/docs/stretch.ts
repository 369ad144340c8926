/** Stretches of a page between two marks, which are made; the rest of the page is somebody's writing. */

/** The text with what stands between the marks replaced. @throws Error when the marks are not there */
export function betweenMarks(current: string, begin: string, made: string, end: string): string {
  const from = current.indexOf(begin)
  const to = current.indexOf(end)
  if (from < 0 || to < from) throw new Error(`the page must have ${begin} and, after it, ${end}`)
  return `${current.slice(0, from + begin.length)}\n${made}${current.slice(to)}`
}

/** Where a page and what it should be differ: the first line of it, and the lines of both up to where they agree again. */
export interface Difference {
  readonly line: number
  readonly there: readonly string[]
  readonly made: readonly string[]
}

export function differenceOf(current: string, wanted: string): Difference | undefined {
  if (current === wanted) return undefined
  const [there, made] = [current.split('\n'), wanted.split('\n')]
  const shorter = Math.min(there.length, made.length)
  let first = 0
  while (first < shorter && there[first] === made[first]) first += 1
  let last = 0
  while (last < shorter - first && there.at(-1 - last) === made.at(-1 - last)) last += 1
  return {
    line: first + 1,
    there: there.slice(first, there.length - last),
    made: made.slice(first, made.length - last),
  }
}

const mostLines = 12

/** As in `docs/results.md:41: ...` and the lines of both, as a diff has them. */
export function differenceText(page: string, { line, there, made }: Difference): string {
  const shown = (mark: string, lines: readonly string[]): readonly string[] => [
    ...lines.slice(0, mostLines).map((text) => `${mark} ${text.slice(0, 200)}`),
    ...(lines.length > mostLines ? [`${mark} ... and ${lines.length - mostLines} lines more`] : []),
  ]
  return [`${page}:${line}: is not what the program says; npm run docs writes it`]
    .concat(shown('-', there), shown('+', made))
    .join('\n')
}
