/**
 * Outlines of Canada, the United States with their states, and Mexico as SVG paths, in a conic equal-area projection.
 *
 * Geometry: us-atlas (US Census Bureau, 2017) and world-atlas (Natural Earth, 1:50 million), both in the public
 * domain; the packages by Mike Bostock. Points nearer to the last one than a pixel, and islands smaller than a few,
 * are left out.
 */
import { geoConicEqualArea, geoPath, type GeoContext, type GeoProjection } from 'd3-geo'
import { feature, mesh } from 'topojson-client'

/** A window of the map: degrees west, south, east and north that must be in it, on so many pixels. */
export interface MapWindow {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  readonly width: number
  readonly height: number
}

type Topology = Parameters<typeof feature>[0]
type Shape = Parameters<ReturnType<typeof geoPath>>[0]

/** The geometry of both packages, which whoever draws reads from where he has it. */
export interface Atlas {
  /** Countries of world-atlas and states of us-atlas. */
  readonly world: Topology
  readonly states: Topology
}

export interface Outlines {
  /** Paths in pixels of the window. */
  readonly canada: string
  readonly unitedStates: string
  readonly mexico: string
  readonly stateBorders: string
  /** Pixels of a place, from degrees. */
  readonly place: (longitude: number, latitude: number) => readonly [number, number]
  /** Whether a pixel lies in a country as it is drawn, and in no other: `US`, `CA`, `MX`. */
  readonly isIn: (country: string, x: number, y: number) => boolean
  /** The same for the state of the United States that a pixel lies in; undefined for pixels elsewhere. */
  readonly stateAround: (siteX: number, siteY: number) => ((x: number, y: number) => boolean) | undefined
}

/** Least span of a ring and least step between its points, pixels: of what is drawn, and of what decides where a site lies. */
const seen = { span: 3, step: 1.2 }
const whole = { span: 0, step: 0 }

const canadaCode = '124'
const mexicoCode = '484'

/** After so many states whoever draws piece by piece may do something else. */
const statesAtOnce = 8

/** Outlines of the countries and states that are seen in the window, as paths of SVG; made piece by piece, with a pause after each. */
export function* outlinesByPieces(window: MapWindow, { world, states }: Atlas): Generator<undefined, Outlines> {
  const projection = fitted(window)
  const country = (code: string): readonly Ring[] => {
    const found = shapesOf(world, 'countries').find(({ id }) => id === code)
    return found === undefined ? [] : ringsOf(projection, feature(world, found), seen)
  }
  const unitedStates = ringsOf(projection, feature(states, states.objects['nation']), seen)
  yield
  const canada = country(canadaCode)
  yield
  const countries: Readonly<Record<string, readonly Ring[]>> = {
    US: unitedStates,
    CA: canada,
    MX: country(mexicoCode),
  }
  const stateRings: (readonly Ring[])[] = []
  for (const shape of shapesOf(states, 'states')) {
    if (stateRings.length % statesAtOnce === 0) yield
    stateRings.push(ringsOf(projection, feature(states, shape), whole))
  }
  yield
  const borders = mesh(states, states.objects['states'] as Parameters<typeof mesh>[1], (one, other) => one !== other)
  return {
    canada: pathOf(countries['CA']),
    mexico: pathOf(countries['MX']),
    unitedStates: pathOf(unitedStates),
    stateBorders: pathOf(ringsOf(projection, borders, { span: 0, step: 1.2 })),
    place: (longitude, latitude) => projection([longitude, latitude]) ?? [NaN, NaN],
    // Two packages draw the countries, and their outlines overlap by a pixel here and there.
    isIn: (name, x, y) =>
      Object.entries(countries).every(([country, rings]) => isInside(rings, x, y) === (country === name)),
    stateAround: (siteX, siteY) => {
      const rings = stateRings.find((state) => isInside(state, siteX, siteY))
      return rings === undefined ? undefined : (x, y) => isInside(rings, x, y)
    },
  }
}

function shapesOf(topology: Topology, name: string) {
  const collection = topology.objects[name]
  return collection.type === 'GeometryCollection' ? collection.geometries : []
}

function fitted({ west, south, east, north, width, height }: MapWindow): GeoProjection {
  // Corners and the middle of each side, since a parallel is curved on this map.
  const middle = (west + east) / 2
  const coordinates = [
    [west, south],
    [middle, south],
    [east, south],
    [east, north],
    [middle, north],
    [west, north],
  ]
  return geoConicEqualArea()
    .parallels([20, 50])
    .rotate([-middle, 0])
    .fitExtent(
      [
        [0, 0],
        [width, height],
      ],
      { type: 'MultiPoint', coordinates },
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ])
}

interface Ring {
  readonly points: (readonly [number, number])[]
  closed: boolean
}

/** Lines of a shape in pixels, without the points and rings that nobody would see. */
function ringsOf(projection: GeoProjection, shape: Shape, least: typeof seen): readonly Ring[] {
  const rings: Ring[] = []
  const context: GeoContext = {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo: (x, y) => void rings.push({ points: [[x, y]], closed: false }),
    lineTo: (x, y) => {
      const { points } = rings[rings.length - 1]
      const [lastX, lastY] = points[points.length - 1]
      if (Math.abs(x - lastX) + Math.abs(y - lastY) >= least.step) points.push([x, y])
    },
    closePath: () => {
      rings[rings.length - 1].closed = true
    },
  }
  geoPath(projection, context)(shape)
  return rings.filter(({ points }) => points.length > 1 && span(points) >= least.span)
}

function pathOf(rings: readonly Ring[]): string {
  return rings
    .map(
      ({ points, closed }) =>
        `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}${closed ? 'Z' : ''}`,
    )
    .join('')
}

/** Whether a ray from the pixel to the right crosses the rings an odd number of times. */
function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false
  for (const { points } of rings) {
    let [lastX, lastY] = points[points.length - 1]
    for (const [nextX, nextY] of points) {
      if (nextY > y !== lastY > y && x < ((lastX - nextX) * (y - nextY)) / (lastY - nextY) + nextX) inside = !inside
      lastX = nextX
      lastY = nextY
    }
  }
  return inside
}

function span(points: readonly (readonly [number, number])[]): number {
  const extent = (axis: 0 | 1): number => {
    const values = points.map((point) => point[axis])
    return Math.max(...values) - Math.min(...values)
  }
  return Math.max(extent(0), extent(1))
}
