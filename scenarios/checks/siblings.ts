/** Scenario files that one file extends side by side: that they do not contradict each other. */
import { type ScenarioSource, inheritable } from '../join/files.ts'
import { valuePosition, pathText } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { contradictions, type Contradiction, rivalCourses } from '../join/siblings.ts'

/** Two scenarios that a third extends, and that contradict each other on what it leaves open. */
export function siblingProblems(sources: readonly ScenarioSource[]): readonly Problem[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const layers = sources.map(({ path, parents, value }) => {
    const { extends: _, ...said } = inheritable(value)
    return { name: path, parents, value: said }
  })
  const found = contradictions(layers)
  const names = (path: string): string => byPath.get(path)?.file ?? path
  const problem = (contradiction: Omit<Contradiction, 'path'>, said: string): Problem => {
    const joiner = byPath.get(contradiction.joiner)
    const place = joiner === undefined ? undefined : valuePosition(joiner.positions, ['extends'])
    return {
      ...(place === undefined ? { file: names(contradiction.joiner) } : place),
      path: 'extends',
      message: `extends: ${names(contradiction.one)} and ${names(contradiction.other)} ${said}`,
    }
  }
  const courses = rivalCourses(layers).filter(
    ({ one, other }) =>
      !found.some((known) => known.one === one && known.other === other && known.path[0] === 'policy'),
  )
  return [
    ...groups(found).map(({ first, paths }) =>
      problem(first, `say different things under ${paths.join(', ')}; write here which it shall be`),
    ),
    ...courses.map((pair) =>
      problem(
        pair,
        'each say which regime is in force, so that one would end the other; write policy.start or ' +
          'policy.events here (a regime may extend several)',
      ),
    ),
  ]
}

function keyOf({ one, other, joiner }: Contradiction): string {
  return JSON.stringify([one, other, joiner])
}

/** Contradictions of the same two files are one problem. */
function groups(found: readonly Contradiction[]): readonly { first: Contradiction; paths: readonly string[] }[] {
  const firsts = found.filter((known, n) => found.findIndex((one) => keyOf(one) === keyOf(known)) === n)
  return firsts.map((first) => ({
    first,
    paths: found.filter((known) => keyOf(known) === keyOf(first)).map(({ path }) => pathText(path)),
  }))
}
