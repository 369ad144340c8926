/** Every chart on made-up figures, kept as a picture: a change that is meant shows in the picture of the change. */
import { describe, expect, test } from 'vitest'
import { convergenceSvgs } from '../../../reports/charts/convergence.ts'
import { curveSvgs } from '../../../reports/charts/curve.ts'
import { fanSvgs, type Fan } from '../../../reports/charts/fan.ts'
import { frontSvgs } from '../../../reports/charts/front.ts'
import { flowsSvgs } from '../../../reports/charts/flows.ts'
import type { FlowRow } from '../../../reports/charts/flowRow.ts'
import { intervalsSvgs } from '../../../reports/charts/intervals.ts'
import { baseMap, plantMapSvg, type PlantMapChart } from '../../../reports/charts/map/plantMap.ts'
import { marginFor, narrowWidth, pageWidth } from '../../../reports/charts/plot.ts'
import { surfaceSvgs } from '../../../reports/charts/surface.ts'
import { readAtlas } from '../../../reports/document/atlas.ts'
import { sampleCurve, sampleFront, sampleSurface } from '../sampleParts.ts'

const atlas = readAtlas()
const attack = '<script>alert("x")</script> & \'more\''

const fan: Fan = {
  title: 'Vehicles built',
  baseline: 'base',
  countries: ['United States', 'Canada', 'Mexico'],
  options: ['A first', 'B second'],
  points: ['United States', 'Canada', 'Mexico'].flatMap((country, c) =>
    ['A first', 'B second'].flatMap((option, s) =>
      [2024, 2025, 2026, 2027, 2028].map((year, t) => {
        const mean = (c - 1) * (s + 1) * t * 0.04
        return { option, country, year, low: mean - 0.02 * t, mean, high: mean + 0.03 * t }
      }),
    ),
  ),
}
const flows: readonly FlowRow[] = ['United States', 'Canada'].flatMap((market) =>
  ['United States', 'Overseas'].flatMap((origin, o) =>
    [true, false].map((isBaseline) => {
      const mean = 900 - 400 * o + (isBaseline ? 0 : 120)
      return {
        market,
        origin,
        scenario: 'x',
        short: isBaseline ? 'baseline' : 'option',
        isBaseline,
        low: mean - 60,
        mean,
        high: mean + 70,
      }
    }),
  ),
)
const gains = {
  title: 'Gains',
  unit: 'billion USD a year',
  format: (value: number) => value.toFixed(1),
  rows: [
    { group: 'United States', label: 'Consumers', low: -16, mean: -14, high: -11 },
    { group: 'United States', label: 'Treasury', low: 5, mean: 7, high: 9 },
    { group: 'Canada', label: 'Workers', low: -1, mean: 0.1, high: 1 },
  ],
}
const map: PlantMapChart = {
  title: 'Plants',
  moves: [
    { from: 'OVERSEAS', to: 'US', lines: 12.4, words: '12.4 lines' },
    { from: 'MX', to: 'US', lines: 8.7, words: '8.7 lines' },
  ],
  newPlants: [
    'United States: 1.5 more new plants than under base in the mean, more in 78% of replicates; sites unknown',
  ],
  plants: [
    {
      name: 'Silao',
      place: 'MX',
      longitude: -101.4,
      latitude: 20.9,
      fate: 'shrinks',
      share: 1,
      difference: -211_000,
      number: 1,
      words: 'builds less in 100%',
    },
    {
      name: 'Fort Wayne',
      place: 'US',
      longitude: -85.4,
      latitude: 41,
      fate: 'grows',
      share: 0.7,
      difference: 80_000,
      number: 2,
      words: 'builds more in 70%',
    },
    {
      name: 'Woodstock',
      place: 'CA',
      longitude: -80.7,
      latitude: 43.1,
      fate: 'closes',
      share: 0.6,
      difference: -171_000,
      number: 0,
      words: 'closes in 60%',
    },
    {
      name: 'Oshawa',
      place: 'CA',
      longitude: -78.8,
      latitude: 43.9,
      fate: 'steady',
      share: 0.95,
      difference: -10,
      number: 0,
      words: 'little changed in 95%',
    },
  ],
}
const bars = {
  title: 'What drives it',
  unit: 'total index',
  format: (value: number) => `${Math.round(100 * value)}%`,
  bars: true,
  rows: [
    { group: '', label: 'demand', low: 0.39, mean: 0.46, high: 0.53, isOpen: false },
    {
      group: '',
      label: 'metals',
      low: 0.001,
      mean: 0.01,
      high: 0.03,
      isOpen: true,
      said: { long: 'not distinguishable from zero', short: '≈ 0' },
    },
  ],
}
const settling = {
  title: 'How output settled',
  unit: 'vehicles',
  wanted: 60_000,
  rows: [8, 16, 24, 32].map((replicates) => ({
    replicates,
    estimate: -1_900_000 - 8e5 / replicates,
    halfWidth: 3e5 / Math.sqrt(replicates),
  })),
}

const severalFlows: readonly FlowRow[] = flows.flatMap((row) =>
  row.isBaseline
    ? [row]
    : ['A', 'B', 'C', 'D', 'E'].map((letter, k) => ({ ...row, short: `option ${letter}`, mean: row.mean + 7 * k })),
)

const pictures: Readonly<Record<string, { readonly wide: string; readonly narrow: string }>> = {
  fan: fanSvgs(fan),
  flows: flowsSvgs(flows),
  gains: intervalsSvgs(gains),
  sweep: curveSvgs(sampleCurve()),
  drivers: intervalsSvgs(bars),
  settling: convergenceSvgs(settling),
  'flows of several options': flowsSvgs(severalFlows),
  front: frontSvgs(sampleFront(), 1),
  'surface over two levers': surfaceSvgs(sampleSurface(2)),
  'surface over three levers': surfaceSvgs(sampleSurface(3)),
  map: { wide: plantMapSvg(map, baseMap(pageWidth, atlas)), narrow: plantMapSvg(map, baseMap(narrowWidth, atlas)) },
}

describe.each(Object.entries(pictures))('the chart of %s', (name, { wide, narrow }) => {
  test('is what it was', async () => {
    await expect(`${wide}\n`).toMatchFileSnapshot(`snapshots/${name.replaceAll(' ', '-')}.svg`)
    await expect(`${narrow}\n`).toMatchFileSnapshot(`snapshots/${name.replaceAll(' ', '-')}-narrow.svg`)
  })

  test('is a picture with a name and a description, in both widths', () => {
    for (const [svg, width] of [
      [wide, pageWidth],
      [narrow, narrowWidth],
    ] as const) {
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
      expect(svg).toMatch(/^<svg [^>]*role="img"/)
      expect(svg).toMatch(/^<svg [^>]*aria-label="[^"]+"/)
      expect(svg).toMatch(/^<svg [^>]*aria-description="[^"]+"/)
      expect(svg).toContain(` width="${width}"`)
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    }
  })
})

test('names that are markup stay text in every chart', () => {
  const hostile = [
    fanSvgs({
      ...fan,
      options: [attack],
      points: fan.points.filter(({ option }) => option === 'A first').map((point) => ({ ...point, option: attack })),
    }),
    flowsSvgs(flows.map((row) => ({ ...row, short: attack }))),
    intervalsSvgs({ ...gains, title: attack, rows: gains.rows.map((row) => ({ ...row, label: attack })) }),
    {
      wide: plantMapSvg(
        { ...map, title: attack, plants: map.plants.map((plant) => ({ ...plant, name: attack })) },
        baseMap(pageWidth, atlas),
      ),
      narrow: '',
    },
  ]
  for (const { wide, narrow } of hostile) expect(wide + narrow).not.toContain('<script')
})

function wordsOf(svg: string): string {
  return svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('numbers of an axis have room however long they are, and a lever that is too long for a line has two', () => {
  const curve = sampleCurve()
  const long = curveSvgs({ ...curve, lever: 'Regional value content of cars at the border of the United States' })
  for (const svg of [long.wide, long.narrow])
    expect(wordsOf(svg)).toContain('Regional value content of cars at the border of the United States, % of value')
  expect(long.narrow).toContain('<tspan')
  expect(marginFor([-1_000_000])).toBeGreaterThan(marginFor([0.01, 150]))
})

test('the map draws a plant as large as its change, and outlines of less than 100 kB', () => {
  const sizeOf = (difference: number): number => {
    const [plant] = map.plants
    const svg = plantMapSvg({ ...map, plants: [{ ...plant, number: 0, difference }] }, baseMap(pageWidth, atlas))
    return Number(/<\/title><path d="M0\.0,([\d.]+)/.exec(svg)?.[1])
  }
  expect(sizeOf(400_000) / sizeOf(100_000)).toBeCloseTo(2, 1)
  expect(pictures['map'].wide.length).toBeLessThan(100_000)
})
