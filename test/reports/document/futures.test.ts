/** Futures drawn one by one, in words, tables and pictures. */
import { describe, expect, test } from 'vitest'
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
