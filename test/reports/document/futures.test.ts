/** Futures drawn one by one, in words, tables and pictures. */
import { describe, expect, test } from 'vitest'
import { probability } from '../../../engine/analysis/paired.ts'
import type { Future } from '../../../engine/model/explain/future.ts'
import type { PlantRow } from '../../../reports/data/places.ts'
import { futureMap, futurePlants, futurePlantTable } from '../../../reports/document/futureMap.ts'
import { futureDotsSvg, futurePathsSvg } from '../../../reports/charts/futures.ts'
import {
  futuresInWords,
  futuresTable,
  futureTable,
  leastForInterval,
  spreadOrNone,
} from '../../../reports/document/futures.ts'

const values = Array.from({ length: 40 }, (_, n) => 1000 * ((n * 7) % 40) - 5000)

function number(text: string): number {
  return Number(text.replaceAll(',', ''))
}

describe('futures in words', () => {
  test('count those that lie in the interval', () => {
    const [first, second] = futuresInWords(values, 'jobs')
    const [, drawn, inside, low, high] =
      /Of (\d+) futures drawn, (\d+) lie between ([-+\d,]+) and ([-+\d,]+) jobs/.exec(first)!
    expect(drawn).toBe('40')
    expect(values.filter((value) => value >= number(low) && value <= number(high))).toHaveLength(Number(inside))
    expect(inside).toBe('36')
    expect(second).toContain('Their mean is +14,500, and may be off by 3,000')
  })

  test('claim no interval of a few', () => {
    expect(futuresInWords([], 'jobs')).toEqual([])
    expect(futuresInWords([1], 'jobs').join(' ')).toContain('One future')
    for (let n = 1; n < leastForInterval; n++) {
      expect(futuresInWords(values.slice(0, n), 'jobs').join(' ')).not.toContain('interval')
      expect(spreadOrNone(values.slice(0, n))).toBeUndefined()
    }
    expect(futuresInWords(values.slice(0, leastForInterval), 'jobs').join(' ')).toContain('90% interval')
  })

  test('are the same in whichever order they were drawn', () => {
    expect(futuresInWords(values.toReversed(), 'jobs')).toEqual(futuresInWords(values, 'jobs'))
  })
})

describe('pictures of futures', () => {
  const dots = (n: number): string =>
    futureDotsSvg(
      {
        title: 'Jobs',
        unit: 'jobs',
        values: values.slice(0, n),
        shown: n - 1,
        spread: spreadOrNone(values.slice(0, n)),
        words: '',
      },
      760,
    )

  test('have a dot for every future, one of them a ring', () => {
    for (const n of [1, 9, 40]) {
      expect(dots(n).match(/<circle/g)).toHaveLength(n)
      expect(dots(n).match(/<circle[^>]*fill="#ffffff"/g)).toHaveLength(1)
    }
    expect(dots(9)).not.toContain('nine in ten')
    expect(dots(10)).toContain('nine in ten')
  })

  test('have a smooth hill behind the dots when there are enough, as high as they are', () => {
    const hill = (n: number): string | undefined =>
      /fill="#c9d6e2"[^>]*>(?:<g[^>]*>)?<path d="([^"]*)"/.exec(dots(n))?.[1]
    expect(hill(9)).toBeUndefined()
    const heights = [...hill(40)!.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y))
    const tops = [...dots(40).matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y))
    expect(Math.min(...heights)).toBeLessThan(Math.max(...tops))
    expect(Math.min(...heights)).toBeGreaterThan(Math.min(...tops) - 40)
  })

  test('have a line for every future, and a band when there are enough', () => {
    const years = [2024, 2025, 2026]
    const paths = values.map((value) => [0, value / 2, value])
    const drawn = (n: number): string => {
      const some = paths.slice(0, n)
      const spreads = years.flatMap((_, t) => spreadOrNone(some.map((path) => path[t])) ?? [])
      return futurePathsSvg(
        { title: 'Jobs', unit: 'jobs', years, paths: some, shown: 0, year: 2026, spreads, words: '' },
        340,
      )
    }
    expect([drawn(9), drawn(10)].map((svg) => svg.includes('fill="#c9d6e2"><path'))).toEqual([false, true])
    const thin = /<g[^>]*stroke-width="0.8"[^>]*>(.*?)<\/g>/.exec(drawn(12))![1]
    expect(thin.match(/<path/g)).toHaveLength(11)
  })
})

describe('tables of futures', () => {
  test('hold every figure to the last digit', () => {
    const [{ rows }] = futuresTable(values, 'Jobs', 'jobs').groups
    expect(rows.map(([, { value }]) => Number(value))).toEqual(values)
    const row = { year: 2030, rules: ['today', 'full'], baseline: 1.0131, option: 1.0381 } as const
    const [{ rows: years }] = futureTable([row], ['Prices', 'base', 'option']).groups
    expect(years[0].map(({ text }) => text)).toEqual(['2030', 'today', 'full', '1.013', '1.038', '+0.025'])
  })
})

const site = (plant: string, place: string, baseYearOutput: number, latitude: number): PlantRow => {
  const none = probability(0, 1)
  const shares = {
    active: none,
    closed: none,
    idled: none,
    opened: none,
    gained: none,
    lost: none,
    cut: none,
    raised: none,
  }
  const zero = { baselineOutput: 0, output: 0, difference: 0, differenceStandardError: 0, n: 1 }
  return {
    scenario: 'x',
    plant,
    maker: 'M',
    city: '',
    state: '',
    place,
    latitude,
    longitude: -90,
    baseYearOutput,
    ...shares,
    ...zero,
  }
}

const standing = (output: readonly number[], closed: readonly number[], linePlace: readonly number[]) => ({
  output,
  closed: output.map((_, slot) => closed.includes(slot)),
  lines: output.map((vehicles) => (vehicles > 0 ? 1 : 0)),
  linePlace,
})

describe('the map of one year of one future', () => {
  const sites = [
    site('A', 'MX', 100, 20),
    site('B', 'US', 100, 40),
    site('C', 'CA', 100, 45),
    site('New', 'US', 0, NaN),
    site('D', 'US', 100, 41),
  ]
  const future: Future = {
    replicate: 0,
    parameters: [],
    scenarios: [],
    standing: [
      [standing([100, 100, 100, 0, 100], [], [0, 1, 2, 2, 3])],
      [standing([80, 130, 0, 50, 105], [2], [0, 0, 0, 0, 3])],
    ],
  }
  const plants = futurePlants(future, sites, 0)

  test('says of every plant what has become of it, the largest change first', () => {
    expect(plants.map(({ fate }) => fate)).toEqual(['shrinks', 'grows', 'closes', 'opens', 'steady'])
    expect(plants.map(({ number }) => number)).toEqual([4, 3, 1, 2, 0])
    const [{ rows }] = futurePlantTable(plants, 'x').groups
    expect(rows.map((row) => row[1].text)).toEqual(['C', 'New', 'B', 'A'])
    expect(rows[0].map(({ text }) => text)).toEqual(['1', 'C', 'Canada', '■ closed for good', '100', '-100'])
  })

  test('draws the lines that are elsewhere than under the baseline, and new plants in words', () => {
    const { moves, newPlants, plants: drawn } = futureMap(future, plants, 0, 'x')
    expect(moves.map(({ from, to, words }) => `${from} ${to} ${words}`)).toEqual(['MX US 2 lines', 'CA US 1 line'])
    expect(drawn.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D'])
    expect(newPlants).toHaveLength(1)
  })
})
