/** Ways through a graph that come back to where they began. */
import { roomOf } from './rooms.ts'
import { targetOf, type Source } from './sources.ts'

export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** [file] the files it imports. */
export function fileGraph(sources: readonly Source[]): Graph {
  return new Map(
    sources.map(({ path, imports }) => [path, new Set(imports.flatMap((imported) => targetOf(path, imported) ?? []))]),
  )
}

/** [room] the other rooms it imports. */
export function roomGraph(sources: readonly Source[]): Graph {
  const graph = new Map<string, Set<string>>()
  for (const [path, targets] of fileGraph(sources)) {
    const room = roomOf(path)
    if (room === undefined) continue
    const imported = graph.get(room) ?? new Set()
    for (const target of targets) {
      const other = roomOf(target)
      if (other !== undefined && other !== room) imported.add(other)
    }
    graph.set(room, imported)
  }
  return graph
}

/** Shortest way from `start` over at least one edge back to `start`, or nothing. */
function shortestCircle(graph: Graph, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const way = [node]
        while (way[0] !== start) way.unshift(cameFrom.get(way[0]) ?? start)
        return way
      }
      if (!cameFrom.has(next)) {
        cameFrom.set(next, node)
        queue.push(next)
      }
    }
  }
  return undefined
}

/** The shortest circle through each node that is in one, each circle once, written from its first name in the alphabet. */
export function circles(graph: Graph): string[] {
  const found = new Set<string>()
  for (const start of graph.keys()) {
    const way = shortestCircle(graph, start)
    if (way === undefined) continue
    const first = way.indexOf(way.toSorted()[0])
    found.add([...way.slice(first), ...way.slice(0, first + 1)].join(' -> '))
  }
  return [...found].toSorted()
}
