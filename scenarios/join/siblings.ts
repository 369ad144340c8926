/**
 * Contradictions between things that one thing extends and that do not extend each other: scenario files, or regimes.
 *
 * What extends another may change it; two that stand side by side may not say different things under one key, unless what
 * extends them both says something itself. Otherwise the order of a list would decide what a policy is.
 */
import { isPlainObject } from '../file/merge.ts'
import type { Path } from '../file/position.ts'

/** One of the things that are joined, in joining order: what is extended comes before what extends it. */
export interface Layer {
  readonly name: string
  /** Names of what it extends itself. */
  readonly parents: readonly string[]
  /** What it says, without what is not inherited. */
  readonly value: unknown
}

export interface Contradiction {
  readonly path: Path
  readonly one: string
  readonly other: string
  /** The first that extends both. */
  readonly joiner: string
}

interface Leaf {
  readonly path: Path
  readonly text: string
}

/** What is said, by path: everything that a later layer replaces whole, as `merge` does. */
function leavesOf(value: unknown, path: Path): readonly Leaf[] {
  if (isPlainObject(value) && !('law' in value)) {
    return Object.entries(value).flatMap(([key, held]) => leavesOf(held, [...path, key]))
  }
  return value === undefined ? [] : [{ path, text: JSON.stringify(value) }]
}

/** Whether one path leads to the other: then what is said at one replaces, or is replaced by, what is said at the other. */
function isRelated(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length).every((part, n) => part === other[n])
}

interface Said {
  readonly name: string
  readonly leaves: readonly Leaf[]
  /** All that it extends, directly or not. */
  readonly ancestors: ReadonlySet<string>
}

function whatIsSaid(layers: readonly Layer[]): readonly Said[] {
  const known = new Map<string, ReadonlySet<string>>()
  return layers.map(({ name, parents, value }) => {
    const ancestors = new Set(parents.flatMap((parent) => [parent, ...(known.get(parent) ?? [])]))
    known.set(name, ancestors)
    return { name, leaves: leavesOf(value, []), ancestors }
  })
}

/** Where each thing extends at most one other, nothing stands side by side. */
function isChain(layers: readonly Layer[]): boolean {
  return layers.every(({ parents }) => parents.length < 2)
}

/** All contradictions, each path once for the layer that joins the two. */
export function contradictions(layers: readonly Layer[]): readonly Contradiction[] {
  if (isChain(layers)) return []
  const said = whatIsSaid(layers)
  const found = new Map<string, Contradiction>()
  said.forEach((one, n) => {
    for (const other of said.slice(n + 1)) {
      if (other.ancestors.has(one.name)) continue
      const above = said.filter(({ ancestors }) => ancestors.has(one.name) && ancestors.has(other.name))
      if (above.length === 0) continue
      for (const path of differing(one.leaves, other.leaves)) {
        if (above.some(({ leaves }) => leaves.some((leaf) => isRelated(leaf.path, path)))) continue
        const joiner = above[0].name
        const key = JSON.stringify([joiner, path])
        if (!found.has(key)) found.set(key, { path, one: one.name, other: other.name, joiner })
      }
    }
  })
  return [...found.values()]
}

function differing(one: readonly Leaf[], other: readonly Leaf[]): readonly Path[] {
  return one.flatMap(({ path, text }) =>
    other.some((leaf) => isRelated(path, leaf.path) && !(leaf.text === text && leaf.path.length === path.length))
      ? [path]
      : [],
  )
}

const courseKeys = ['start', 'events', 'transitions']

/**
 * Pairs of which each says, under keys of its own, which regime is in force: no key is in two of them, but the events of
 * one end the regime of the other. What extends both must say a start, events or transitions itself.
 */
export function rivalCourses(layers: readonly Layer[]): readonly Omit<Contradiction, 'path'>[] {
  if (isChain(layers)) return []
  const said = whatIsSaid(layers)
  const coursesOf = ({ leaves }: Said): readonly string[] =>
    leaves.filter(({ path }) => path[0] === 'policy' && courseKeys.includes(String(path[1]))).map(({ text }) => text)
  return said.flatMap((one, n) =>
    said.slice(n + 1).flatMap((other) => {
      if (other.ancestors.has(one.name)) return []
      const [courses, others] = [coursesOf(one), coursesOf(other)]
      if (courses.length === 0 || others.length === 0) return []
      const above = said.filter(({ ancestors }) => ancestors.has(one.name) && ancestors.has(other.name))
      if (above.length === 0) return []
      if (above.some((joiner) => coursesOf(joiner).length > 0) || courses.join() === others.join()) return []
      return [{ one: one.name, other: other.name, joiner: above[0].name }]
    }),
  )
}
