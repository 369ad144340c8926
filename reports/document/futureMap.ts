/** One year of one future as a map: plants and lines of the option against the baseline of the same future in the same year. */
import type { Future, Standing } from '../../engine/model/explain/future.ts'
import { places } from '../../engine/model/inputs/sets.ts'
import type { LineMove } from '../charts/map/arrows.ts'
import type { PlantMapChart } from '../charts/map/plantMap.ts'
import type { Fate, MapPlant } from '../charts/map/symbols.ts'
import type { PlantRow } from '../data/places.ts'
import { figure } from '../words/figures.ts'
import { decimalText, signedText } from '../words/numbers.ts'
import { placeName } from '../words/outcomes.ts'
import { type DocumentTable, words } from './document.ts'

/** A plant that builds a tenth more or less than under the baseline has changed, as everywhere. */
const leastChange = 0.1
/** Plants with a number on the map and a row in the table. */
const mostNumbered = 10

/** A plant in one year of one future. */
export interface FuturePlant {
  readonly site: PlantRow
  readonly fate: Fate
  /** Vehicles in the year. */
  readonly baseline: number
  readonly option: number
  /** Rank among those that change, from 1; 0 for the others. */
  readonly number: number
}

/**
 * Every plant of the data and every new one, in the order of their slots.
 *
 * @param sites rows of the option, a plant slot each
 * @param t position of the year
 */
export function futurePlants({ standing }: Future, sites: readonly PlantRow[], t: number): readonly FuturePlant[] {
  const [without, with_] = standing.map((years) => years[t])
  const plants = sites.map((site, slot) => ({
    site,
    fate: fateOf(site, slot, without, with_),
    baseline: without.output[slot],
    option: with_.output[slot],
  }))
  const ranked = plants
    .filter(({ fate }) => fate !== 'steady')
    .toSorted((one, other) => Math.abs(other.option - other.baseline) - Math.abs(one.option - one.baseline))
    .slice(0, mostNumbered)
  return plants.map((plant) => ({ ...plant, number: ranked.indexOf(plant) + 1 }))
}

function fateOf(site: PlantRow, slot: number, without: Standing, with_: Standing): Fate {
  const [before, after] = [without.output[slot], with_.output[slot]]
  if (with_.closed[slot] && !without.closed[slot]) return 'closes'
  if (after < before * (1 - leastChange)) return 'shrinks'
  if (after <= before * (1 + leastChange)) return 'steady'
  return site.baseYearOutput === 0 && before === 0 ? 'opens' : 'grows'
}

function isThere({ site, option, baseline }: FuturePlant): boolean {
  return Number.isFinite(site.latitude) && (site.baseYearOutput > 0 || option > 0 || baseline > 0)
}

/** The map. @param title with the year and the names of both scenarios */
export function futureMap(future: Future, plants: readonly FuturePlant[], t: number, title: string): PlantMapChart {
  return {
    title,
    plants: plants.filter(isThere).map(mapPlant),
    moves: futureMoves(future, t),
    isOfOne: true,
    newPlants: plants
      .filter(({ site, option, baseline }) => !Number.isFinite(site.latitude) && option !== baseline)
      .map(
        ({ site, option, baseline }) =>
          `${site.plant}: ${decimalText(option, 3)} vehicles, ${decimalText(baseline, 3)} under the baseline; site unknown`,
      ),
  }
}

function mapPlant({ site, fate, baseline, option, number }: FuturePlant): MapPlant {
  const { plant: name, place, longitude, latitude } = site
  return {
    name,
    place,
    longitude,
    latitude,
    fate,
    share: 1,
    difference: option - baseline,
    number,
    words: `builds ${decimalText(option, 0)} vehicles, ${decimalText(baseline, 0)} under the baseline`,
  }
}

/** Lines that are built in another country than under the baseline, by both countries, the most first. */
function futureMoves({ standing }: Future, t: number): readonly LineMove[] {
  const [without, with_] = standing.map((years) => years[t].linePlace)
  const counts = new Map<string, LineMove>()
  without.forEach((before, j) => {
    if (before === with_[j]) return
    const [from, to] = [places[before], places[with_[j]]]
    const lines = 1 + (counts.get(`${from} ${to}`)?.lines ?? 0)
    counts.set(`${from} ${to}`, { from, to, lines, words: lines === 1 ? '1 line' : `${lines} lines` })
  })
  return [...counts.values()].toSorted((one, other) => other.lines - one.lines)
}

const fateWords: Readonly<Record<Fate, string>> = {
  closes: '■ closed for good',
  opens: '★ opened',
  grows: '▲ builds more',
  shrinks: '▼ builds less',
  steady: '● little changed',
}

/** The plants with a number. @param caption with the year and the names of both scenarios */
export function futurePlantTable(plants: readonly FuturePlant[], caption: string): DocumentTable {
  const numbered = plants.filter(({ number }) => number > 0).toSorted((one, other) => one.number - other.number)
  return {
    id: 'future-plants',
    caption,
    columns: [
      { key: 'number', title: 'On the map', align: 'right' },
      { key: 'plant', title: 'Plant', align: 'left' },
      { key: 'place', title: 'Country', align: 'left' },
      { key: 'fate', title: 'In this future', align: 'left' },
      { key: 'baseline', title: 'Baseline, vehicles', align: 'right' },
      { key: 'difference', title: 'Difference', align: 'right' },
    ],
    groups: [
      {
        title: '',
        rows: numbered.map(({ site, fate, number, baseline, option }) => [
          words(String(number)),
          words(site.plant),
          words(placeName(site.place)),
          words(fateWords[fate]),
          { text: decimalText(baseline, 0), value: figure(baseline, NaN) },
          { text: signedText(option - baseline, 0), value: figure(option - baseline, NaN) },
        ]),
      },
    ],
  }
}
