/** Symbols of plants on a map: shape for what happens, filling for how sure it is, size for how many vehicles. */
import { type Markup, markup, trusted } from '../../words/markup.ts'
import { quiet, paper, ink } from '../plot.ts'
import type { Outlines } from './outlines.ts'
import { spreadOut } from './spread.ts'

export type Fate = 'closes' | 'shrinks' | 'grows' | 'opens' | 'steady'

export interface MapPlant {
  readonly name: string
  /** Country, as in `CA`. */
  readonly place: string
  readonly longitude: number
  readonly latitude: number
  readonly fate: Fate
  /** Share of replicates in which that happens. */
  readonly share: number
  /** Change of vehicles a year against the baseline. */
  readonly difference: number
  /** Number in the table beside the map; 0 for none. */
  readonly number: number
  /** As in `grows in 84% of replicates`. */
  readonly words: string
}

/** Colours of symbols; shapes differ too. */
export const fill: Readonly<Record<Fate, string>> = {
  closes: '#8c1c13',
  shrinks: '#b4530a',
  grows: '#1f5a8a',
  opens: '#1f5a8a',
  steady: quiet,
}
/** Inside of a symbol whose fate is more likely than not. */
export const likely = '#dbe3ea'

/** Symbols where they are placed, the later ones over the earlier. */
export function symbols(placed: readonly PlacedPlant[]): readonly Markup[] {
  return placed.map(({ plant, x, y, radius }) => symbolMark(plant, [x, y], radius))
}

/** A plant with where it is drawn, pixels. */
export interface PlacedPlant {
  readonly plant: MapPlant
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** How far a symbol is moved to stay in its state, pixels; beyond that it may go to another of its country. */
const stateReach = 30
const countryReach = 400

/** Where each plant is drawn. The largest stay where they are, and the others make room, each within its state where that is near, always in its country. */
export function placedPlants(plants: readonly MapPlant[], land: Outlines, scale: number): readonly PlacedPlant[] {
  const ranked = plants.toSorted((one, other) => Math.abs(other.difference) - Math.abs(one.difference))
  const sized = ranked.map((plant) => {
    const [x, y] = land.place(plant.longitude, plant.latitude)
    const inCountry = (atX: number, atY: number): boolean => land.isIn(plant.place, atX, atY)
    const inState = land.stateAround(x, y)
    const country = { isIn: inCountry, reach: countryReach }
    const areas =
      inState === undefined
        ? [country]
        : [{ isIn: (atX: number, atY: number) => inState(atX, atY) && inCountry(atX, atY), reach: stateReach }, country]
    return { plant, x, y, radius: radiusOf(plant) * scale, areas }
  })
  const places = spreadOut(sized, 0.5)
  return sized.map(({ plant, radius }, k) => ({ plant, x: places[k][0], y: places[k][1], radius }))
}

/** Area as vehicles a year: radius of a change of so many, pixels. */
export function radiusOfChange(vehicles: number): number {
  return Math.sqrt(Math.abs(vehicles)) / 42
}

/** Least radius of a plant that changes, and of one with a number in it, pixels. */
const leastRadius = { plain: 4.5, numbered: 8 } as const

function radiusOf({ difference, fate, number }: MapPlant): number {
  const radius = fate === 'steady' ? 3 : Math.max(leastRadius.plain, radiusOfChange(difference))
  return number > 0 ? Math.max(leastRadius.numbered, radius) : radius
}

/** Changes of the plants whose symbols are as large as their changes, and not as large as they must be to be seen: vehicles a year. */
export function changesToScale(plants: readonly MapPlant[]): readonly number[] {
  return plants
    .filter((plant) => radiusOf(plant) === radiusOfChange(plant.difference))
    .map(({ difference }) => Math.abs(difference))
}

function symbolMark(
  { name, fate, share, number, words }: MapPlant,
  [x, y]: readonly [number, number],
  radius: number,
): Markup {
  const isSure = share >= 0.9
  const isLikely = share >= 0.5
  const label =
    number === 0
      ? undefined
      : markup`<text y="${fate === 'grows' ? 5.5 : fate === 'shrinks' ? 2.5 : 4}" text-anchor="middle" font-size="10" font-weight="700" fill="${isSure ? paper : ink}">${number}</text>`
  return markup`<g transform="translate(${x.toFixed(1)},${y.toFixed(1)})"><title>${name} ${words}</title><path d="${shape(fate, radius)}" fill="${
    fate === 'steady' ? quiet : isSure ? fill[fate] : isLikely ? likely : paper
  }" stroke="${fill[fate]}" stroke-width="${
    isSure ? 0.8 : 1.4
  }" ${fate !== 'steady' && !isLikely ? trusted('stroke-dasharray="2 2"') : ''}/>${label}</g>`
}

/** Path of a symbol of a fate, around the origin. */
export function shape(fate: Fate, r: number): string {
  if (fate === 'grows')
    return polygon([
      [0, -1.25 * r],
      [1.2 * r, 0.85 * r],
      [-1.2 * r, 0.85 * r],
    ])
  if (fate === 'shrinks')
    return polygon([
      [0, 1.25 * r],
      [1.2 * r, -0.85 * r],
      [-1.2 * r, -0.85 * r],
    ])
  if (fate === 'closes')
    return polygon([
      [-r, -r],
      [r, -r],
      [r, r],
      [-r, r],
    ])
  if (fate === 'opens') return star(1.2 * r)
  const size = r.toFixed(1)
  return `M-${size},0a${size},${size} 0 1 0 ${(2 * r).toFixed(1)},0a${size},${size} 0 1 0 ${(-2 * r).toFixed(1)},0Z`
}

function polygon(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`
}

/** A star of five points, of radius `r` pixels, around the origin. */
export function star(r: number): string {
  return polygon(
    Array.from({ length: 10 }, (_, k) => {
      const distance = k % 2 === 0 ? r : r * 0.45
      const angle = (Math.PI * k) / 5
      return [distance * Math.sin(angle), -distance * Math.cos(angle)] as const
    }),
  )
}
