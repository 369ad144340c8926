/** The geometry of the maps for the explorer's page: what of the two packages a map of North America can show. */
import type { Atlas } from '../../reports/charts/map/outlines.ts'
import { readAtlas } from '../../reports/document/atlas.ts'

type Topology = Atlas['world']
type Shape = Topology['objects'][string]

/** Neighbours of the United States, whose own outline is that of its states. */
const countries = ['124', '484']

/** The same atlas without what maps leave out; their pictures are the same to the letter. */
export function pageAtlas(): Atlas {
  const { world, states } = readAtlas()
  const whole = world.objects['countries']
  const kept =
    whole.type === 'GeometryCollection' ? whole.geometries.filter(({ id }) => countries.includes(String(id))) : []
  return {
    world: withoutOtherArcs(world, { countries: { type: 'GeometryCollection', geometries: kept } }),
    states: withoutOtherArcs(states, { nation: states.objects['nation'], states: states.objects['states'] }),
  }
}

/** The topology with these objects alone, and the arcs that they are made of. */
function withoutOtherArcs(topology: Topology, objects: Topology['objects']): Topology {
  const numbers = new Map<number, number>()
  const own = Object.fromEntries(Object.entries(objects).map(([name, shape]) => [name, withNumbers(shape, numbers)]))
  return { ...topology, objects: own, arcs: [...numbers.keys()].map((old) => topology.arcs[old]) }
}

/** The shape with its arcs numbered in the order in which they come. */
function withNumbers(shape: Shape, numbers: Map<number, number>): Shape {
  if (shape.type === 'GeometryCollection') {
    return { ...shape, geometries: shape.geometries.map((one) => withNumbers(one, numbers)) }
  }
  if (!('arcs' in shape)) return shape
  return { id: shape.id, type: shape.type, arcs: renumbered(shape.arcs, numbers) } as Shape
}

/** An arc that is gone through backwards has the complement of its number. */
function renumbered(arcs: unknown, numbers: Map<number, number>): unknown {
  if (Array.isArray(arcs)) return arcs.map((one) => renumbered(one, numbers))
  const given = Number(arcs)
  const old = given < 0 ? ~given : given
  const number = numbers.get(old) ?? numbers.size
  numbers.set(old, number)
  return given < 0 ? ~number : number
}
