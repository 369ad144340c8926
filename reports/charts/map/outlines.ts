/**
 * Outlines of Canada, the United States with their states, and Mexico as SVG paths, in a conic equal-area projection.
 *
 * Geometry: us-atlas (US Census Bureau, 2017) and world-atlas (Natural Earth, 1:50 million), both in the public
 * domain; the packages by Mike Bostock. Points nearer to the last one than a pixel, and islands smaller than a few,
 * are left out.
 */
import { createRequire } from 'node:module'
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

export interface Outlines {
  /** Paths in pixels of the window. */
  readonly canada: string
  readonly unitedStates: string
  readonly mexico: string
  readonly stateBorders: string
  /** Pixels of a place, from degrees. */
  readonly place: (longitude: number, latitude: number) => readonly [number, number]
}

type Topology = Parameters<typeof feature>[0]
const canadaCode = '124'
const mexicoCode = '484'

const require = createRequire(import.meta.url)

/** Outlines of the countries and states that are seen in the window, as paths of SVG. */
export function outlines(window: MapWindow): Outlines {
  const projection = fitted(window)
  const world = require('world-atlas/countries-50m.json') as Topology
  const states = require('us-atlas/states-10m.json') as Topology
  const country = (code: string): string => {
    const countries = world.objects['countries']
    const shapes = countries.type === 'GeometryCollection' ? countries.geometries : []
    const found = shapes.find(({ id }) => id === code)
    return found === undefined ? '' : pathOf(projection, feature(world, found), 3)
  }
  return {
    canada: country(canadaCode),
    mexico: country(mexicoCode),
    unitedStates: pathOf(projection, feature(states, states.objects['nation']), 3),
    stateBorders: pathOf(
      projection,
      mesh(states, states.objects['states'] as Parameters<typeof mesh>[1], (one, other) => one !== other),
      0,
    ),
    place: (longitude, latitude) => projection([longitude, latitude]) ?? [NaN, NaN],
  }
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

/** Path of a shape without the points and rings that nobody would see. */
function pathOf(
  projection: GeoProjection,
  shape: Parameters<ReturnType<typeof geoPath>>[0],
  leastSpan: number,
): string {
  const rings: { readonly points: (readonly [number, number])[]; closed: boolean }[] = []
  const context: GeoContext = {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo: (x, y) => void rings.push({ points: [[x, y]], closed: false }),
    lineTo: (x, y) => {
      const { points } = rings[rings.length - 1]
      const [lastX, lastY] = points[points.length - 1]
      if (Math.abs(x - lastX) + Math.abs(y - lastY) >= 1.2) points.push([x, y])
    },
    closePath: () => {
      rings[rings.length - 1].closed = true
    },
  }
  geoPath(projection, context)(shape)
  return rings
    .filter(({ points }) => points.length > 1 && span(points) >= leastSpan)
    .map(
      ({ points, closed }) =>
        `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}${closed ? 'Z' : ''}`,
    )
    .join('')
}

function span(points: readonly (readonly [number, number])[]): number {
  const extent = (axis: 0 | 1): number => {
    const values = points.map((point) => point[axis])
    return Math.max(...values) - Math.min(...values)
  }
  return Math.max(extent(0), extent(1))
}
