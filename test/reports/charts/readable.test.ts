/** What a reader in a hurry takes from a picture is what its figures say. */
import { describe, expect, test } from 'vitest'
import { fanSvgs, type Fan } from '../../../reports/charts/fan.ts'
import { flowsSvgs } from '../../../reports/charts/flows.ts'
import type { FlowRow } from '../../../reports/charts/flowRow.ts'
import { intervalsSvgs } from '../../../reports/charts/intervals.ts'
import { yearTicks } from '../../../reports/charts/plot.ts'
import { surfaceSvgs, surfaceUnit } from '../../../reports/charts/surface.ts'
import { sampleSurface } from '../sampleParts.ts'

/** Texts of a picture in their order. */
function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)].map(([, text]) => text.replaceAll(/<[^>]*>/g, ' ').trim())
}

/** Two options, of which one moves a hundred times as much. */
function fanOver(years: readonly number[]): Fan {
  const options = ['A large', 'B small']
  const countries = ['United States', 'Canada', 'Mexico']
  return {
    title: 'Vehicles built',
    baseline: 'base',
    countries,
    options,
    points: options.flatMap((option, s) =>
      countries.flatMap((country) =>
        years.map((year) => {
          const mean =
            (s === 0 ? -0.5 : -0.005) *
            (years.length === 1 ? 1 : (year - years[0]) / (years[years.length - 1] - years[0]))
          return { option, country, year, low: 1.2 * mean, mean, high: 0.8 * mean }
        }),
      ),
    ),
  }
}

describe('years on an axis', () => {
  test('are all named where there is room, whatever years are kept', () => {
    expect(yearTicks([2026, 2028, 2031, 2036], 600)).toEqual([2026, 2028, 2031, 2036])
    expect(yearTicks([2036], 600)).toEqual([2036])
    expect(yearTicks([2028, 2036], 80)).toEqual([2028, 2036])
  })

  test('are few on a narrow page, the first and the last among them', () => {
    const years = Array.from({ length: 13 }, (_, t) => 2024 + t)
    expect(yearTicks(years, 90)).toEqual([2024, 2036])
    expect(yearTicks(years, 220)).toEqual([2024, 2028, 2032, 2036])
  })

  test.each([[[2036]], [[2028, 2036]], [[2026, 2028, 2031, 2036]]])('stand below a fan of %j', (years) => {
    const { wide, narrow } = fanSvgs(fanOver(years))
    for (const svg of [wide, narrow])
      for (const year of [years[0], years[years.length - 1]]) expect(textsOf(svg)).toContain(String(year))
  })
})

describe('a fan of several options', () => {
  const { wide, narrow } = fanSvgs(fanOver([2024, 2025, 2026]))

  test('draws the one that moves little as high as the one that moves much, and says on its axis how little it is', () => {
    for (const svg of [wide, narrow]) {
      expect(textsOf(svg)).toContain('-60%')
      expect(textsOf(svg).some((text) => /^-[01]\.\d%$/.test(text))).toBe(true)
    }
  })

  test('says the mean of the last year of each option and country in figures', () => {
    for (const svg of [wide, narrow]) {
      expect(textsOf(svg).filter((text) => text === '-50%').length).toBeGreaterThanOrEqual(3)
      expect(textsOf(svg).filter((text) => text === '-0.5%').length).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('intervals', () => {
  const chart = {
    title: 'Gains',
    unit: 'billion USD',
    format: (value: number) => value.toFixed(1),
    rows: [
      { group: '', label: 'much', low: -4, mean: -3, high: -2 },
      { group: '', label: 'nothing', low: 0, mean: 0, high: 0 },
      { group: '', label: 'open', low: -1, mean: 0.2, high: 2 },
    ],
    bars: true,
  }

  test('whose interval holds nothing are hollow and have no bar', () => {
    const { wide } = intervalsSvgs(chart)
    expect([...wide.matchAll(/<circle [^>]*fill="#ffffff"/g)]).toHaveLength(2)
    expect([...wide.matchAll(/<circle [^>]*fill="#1b3a57"/g)]).toHaveLength(1)
    expect([...wide.matchAll(/<rect [^>]*height="\d+" [^>]*width="[\d.]+"/g)]).toHaveLength(1)
  })

  test('that cannot be told from zero say so beside the point in place of a figure', () => {
    const said = { long: 'not distinguishable from zero', short: '≈ 0' }
    const rows = [
      ...chart.rows.slice(0, 1),
      { group: '', label: 'noise', low: 0.1, mean: 0.2, high: 0.3, isOpen: true, said },
    ]
    const { wide, narrow } = intervalsSvgs({ ...chart, rows })
    expect(textsOf(wide)).toContain(said.long)
    expect(textsOf(narrow)).toContain(said.short)
    expect(textsOf(wide)).not.toContain('0.2')
  })

  test('of two charts with one reach have one scale', () => {
    const ticks = (rows: typeof chart.rows): readonly string[] =>
      textsOf(intervalsSvgs({ ...chart, rows, reach: { low: -40, high: 20 } }).wide).filter((text) =>
        /^-?\d+$/.test(text),
      )
    expect(ticks(chart.rows.slice(0, 1))).toContain('-40')
    expect(ticks(chart.rows.slice(0, 1))).toEqual(ticks(chart.rows.slice(1)))
  })
})

test('flows of five options are all drawn, with their figures, and what nobody builds is left out', () => {
  const row = { market: 'Mexico', scenario: 'x' }
  const rows: readonly FlowRow[] = ['baseline', 'option A', 'option B', 'option C', 'option D', 'option E'].flatMap(
    (short, k) => [
      { ...row, origin: 'Overseas', short, isBaseline: k === 0, low: 900 + k, mean: 940 + k, high: 980 + k },
      { ...row, origin: 'Canada', short, isBaseline: k === 0, low: 0, mean: 0, high: 0 },
    ],
  )
  const { wide, narrow } = flowsSvgs(rows)
  for (const svg of [wide, narrow]) {
    for (const { short, mean } of rows.filter(({ origin }) => origin === 'Overseas')) {
      expect(textsOf(svg)).toContain(short)
      expect(textsOf(svg)).toContain(String(mean))
    }
    expect(textsOf(svg)).not.toContain('Canada')
  }
})

describe.each([2, 3] as const)('a surface over %i levers', (levers) => {
  const surface = sampleSurface(levers)
  const { wide, narrow } = surfaceSvgs(surface)

  test('has the figure of every point with its sign, the levels of every lever and their names', () => {
    const { divisor } = surfaceUnit(surface)
    for (const svg of [wide, narrow]) {
      const texts = textsOf(svg)
      for (const { mean } of surface.cells) {
        const value = Math.round(mean / divisor)
        expect(texts).toContain(
          value === 0 ? '0' : `${value > 0 ? '+' : '-'}${Math.abs(value).toLocaleString('en-US')}`,
        )
      }
      for (const { levels } of surface.levers) for (const level of levels) expect(texts).toContain(level)
      expect(texts.join(' ')).toContain('Duty on vehicles, fraction of value')
    }
  })

  test('frames the points whose direction is open, and no other', () => {
    const open = surface.cells.filter(({ mean, spread }) => mean !== 0 && spread.low < 0 && spread.high > 0)
    const frames = [...wide.matchAll(/<g [^>]*stroke-dasharray="3 3"[^>]*>(.*?)<\/g>/gs)]
    const count = frames.reduce((sum, [, content]) => sum + content.split('<rect').length - 1, 0)
    expect(count).toBe(open.length)
  })
})
