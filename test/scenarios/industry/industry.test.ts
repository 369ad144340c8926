import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, describe, it } from 'vitest'
import {
  nests,
  countries,
  overseasPlace,
  placeCount,
  originCount,
  marketCount,
  origin,
  place,
} from '../../../engine/model/inputs/sets.ts'
import { buildIndustry } from '../../../scenarios/industry/buildIndustry.ts'
import { shippedDataFolder } from '../../../scenarios/industry/dataFolder.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import { readTargets } from '../../../scenarios/industry/targets.ts'
import { shippedTables } from './shippedData.ts'
import { atPlace } from '../../reference/reading.ts'

const { industry, fit, rules } = loadIndustry()
const { products, lines, plants, makers } = industry
const targets = readTargets(shippedTables())
const all = (): boolean => true

/** Sales in a market over the lines that are chosen. */
function sold(m: number, chosen: (j: number) => boolean = all): number {
  return lines.reduce((sum, _, j) => sum + (chosen(j) ? industry.sales[m * lines.length + j] : 0), 0)
}

function exported(chosen: (j: number) => boolean): number {
  return lines.reduce((sum, _, j) => sum + (chosen(j) ? industry.exports[j] : 0), 0)
}

function output(chosen: (j: number) => boolean): number {
  return sold(0, chosen) + sold(1, chosen) + sold(2, chosen) + exported(chosen)
}

function fromCountry(country: string): (j: number) => boolean {
  return (j) => lines[j].country === country
}

function expectNear(ours: number, wanted: number): void {
  expect(Math.abs(ours / wanted - 1)).toBeLessThan(1e-6)
}

describe('the industry of 2024', () => {
  it('has 232 nameplates and 13 composites on 288 lines', () => {
    expect(products.filter(({ composite }) => !composite)).toHaveLength(232)
    expect(products.filter(({ composite }) => composite)).toHaveLength(13)
    expect(lines).toHaveLength(288)
    expect(plants).toHaveLength(82)
  })

  it('names everything once', () => {
    for (const things of [products, lines, plants, makers]) {
      expect(new Set(things.map(({ id }) => id)).size).toBe(things.length)
    }
  })

  it('sorts products by nest, then maker, and lines by product', () => {
    const rank = products.map((_, i) => industry.productNest[i] * makers.length + industry.productMaker[i])
    expect(rank).toEqual(rank.toSorted((one, other) => one - other))
    expect([...industry.lineProduct]).toEqual([...industry.lineProduct].toSorted((one, other) => one - other))
  })

  it('has offsets and types that say the same as the products', () => {
    products.forEach((product, i) => {
      expect(nests[industry.productNest[i]]).toBe(product.nest)
      const own = lines.flatMap((_, j) => (industry.lineProduct[j] === i ? [j] : []))
      expect([own[0], own[own.length - 1] + 1]).toEqual([industry.lineOff[i], industry.lineOff[i + 1]])
    })
    const { typeOff, typeMaker, typeNest } = industry
    expect([typeOff[0], typeOff[typeMaker.length]]).toEqual([0, products.length])
    const keys = [...typeMaker].map((maker, n) => `${maker} ${typeNest[n]}`)
    expect(new Set(keys).size).toBe(keys.length)
    keys.forEach((key, n) => {
      for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
        expect(`${industry.productMaker[i]} ${industry.productNest[i]}`).toBe(key)
      }
    })
  })

  it('puts every line at the place of its plant, or at its home abroad', () => {
    lines.forEach(({ country }, j) => {
      const plant = industry.linePlant[j]
      const place = industry.linePlace[j]
      if (plant >= 0) expect([plants[plant].place, countries[place]]).toEqual([place, country])
      else expect([place, countries[industry.lineOverseas[j]]]).toEqual([overseasPlace, country])
      expect(industry.lineOverseas[j] === -1 || industry.lineOverseas[j] >= overseasPlace).toBe(true)
    })
  })
})

describe('base-year totals', () => {
  it('of sales are the national ones', () => {
    expectNear(sold(0), 15_874_100)
    expectNear(sold(1), 1_853_441)
    expectNear(sold(2), 1_550_797)
  })

  it('of output are the national ones', () => {
    expectNear(output(fromCountry('US')), 10_250_000)
    expectNear(output(fromCountry('CA')), 1_300_000)
    expectNear(output(fromCountry('MX')), 3_989_483)
  })

  it("of US sales by maker are the makers' own, where these are known", () => {
    expect(targets.usSalesByMaker.size).toBeGreaterThan(5)
    makers.forEach(({ name }, f) => {
      const known = targets.usSalesByMaker.get(name)
      const ours = sold(0, (j) => industry.productMaker[industry.lineProduct[j]] === f)
      if (known !== undefined) expectNear(ours, known.value)
    })
  })

  it('of Canadian sales by origin are the ones known', () => {
    expectNear(sold(1, fromCountry('US')), 640_000)
  })

  it('of Mexican sales by origin are nine months taken to a year, but for cars built there', () => {
    expectNear(sold(2, fromCountry('US')), (92_157 * 12) / 9)
    expectNear(sold(2, fromCountry('CN')), (216_535 * 12) / 9 + 54_000)
  })

  it('of the mean US price is the one paid', () => {
    const worth = lines.reduce((sum, _, j) => sum + industry.sales[j] * industry.price[industry.lineProduct[j]], 0)
    expectNear(worth / sold(0), 48)
  })

  it('of US content in Mexican cars, by value, is what customs counted', () => {
    const value = (j: number): number => industry.sales[j] * industry.price[industry.lineProduct[j]]
    const fromMexico = lines.flatMap((_, j) => (fromCountry('MX')(j) ? [j] : []))
    const parts = (j: number, k: number): number => industry.partShares[atPlace(j, place.MX) * originCount + k]
    const counted = fromMexico.reduce(
      (sum, j) => sum + value(j) * 0.85 * (parts(j, 0) + industry.usTracing * parts(j, 2)),
      0,
    )
    expectNear(counted / fromMexico.reduce((sum, j) => sum + value(j), 0), 0.4)
    expect(fit.usTracing).toBeGreaterThan(0.3)
    expect(fit.usTracing).toBeLessThan(0.9)
  })
})

describe('every line', () => {
  it('sells and exports no less than nothing, and exports only from the region', () => {
    expect(industry.sales.every((value) => value >= 0)).toBe(true)
    lines.forEach((_, j) => {
      expect(industry.exports[j]).toBeGreaterThanOrEqual(0)
      if (industry.linePlant[j] < 0) expect(industry.exports[j]).toBe(0)
      expect(output((n) => n === j)).toBeGreaterThan(0)
    })
  })

  it('has parts at every place that sum to 1, with some of every origin', () => {
    for (let row = 0; row < lines.length * placeCount; row++) {
      const shares = industry.partShares.subarray(row * originCount, (row + 1) * originCount)
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-12)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.99999e-4)
    }
  })

  it('has a prior that sums to 1, is nowhere zero where it may go, and is zero where it may not', () => {
    lines.forEach((_, j) => {
      const prior = industry.placePrior.subarray(atPlace(j, 0), atPlace(j + 1, 0))
      expect(prior.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      expect(prior[industry.linePlace[j]]).toBeGreaterThanOrEqual(0.05)
      if (industry.lineOverseas[j] < 0) expect(prior[overseasPlace]).toBe(0)
      if (prior[industry.linePlace[j]] === 1) return
      for (let o = 0; o < overseasPlace; o++) expect(prior[o]).toBeGreaterThanOrEqual(0.02)
    })
  })

  it('has a price in every market and an error only where it sells', () => {
    for (let m = 0; m < marketCount; m++) {
      products.forEach((_, i) => {
        expect(industry.price[m * products.length + i]).toBeGreaterThan(10)
        const sells = sold(m, (j) => industry.lineProduct[j] === i) > 0
        if (!sells) expect(industry.salesError[m * products.length + i]).toBe(0)
      })
    }
  })
})

describe('cars built elsewhere', () => {
  it('take on the suppliers of the place: a Japanese 4Runner has few US parts, the same car from Kentucky many', () => {
    const j = lines.findIndex(({ id }) => id === 'toyota-4runner@JP')
    const usParts = (o: number): number => industry.partShares[atPlace(j, o) * originCount + origin.US]
    expect(usParts(overseasPlace)).toBeLessThan(0.05)
    expect(usParts(0)).toBeGreaterThan(0.3)
  })

  it('by Chinese brands in Mexico stay in China', () => {
    const j = lines.findIndex(({ id }) => id === 'byd-all-models@CN')
    expect([...industry.placePrior.subarray(atPlace(j, 0), atPlace(j + 1, 0))]).toEqual([0, 0, 0, 1])
    expect(sold(2, (n) => n === j)).toBe(40_000)
  })

  it("under a Japanese maker's plate in a joint plant are that maker's, and the plant its first owner's", () => {
    const plant = plants.findIndex(({ id }) => id === 'US-MTM-HSV')
    expect(makers[plants[plant].maker].name).toBe('Toyota')
    const there = lines.flatMap((_, j) => (industry.linePlant[j] === plant ? [industry.lineProduct[j]] : []))
    const built = products.filter((_, i) => there.includes(i))
    expect(new Set(built.map(({ brand }) => brand))).toEqual(new Set(['Toyota', 'Mazda']))
  })
})

describe('the fit', () => {
  it('compares like with like: national totals are met, makers in Mexico within half a percent', () => {
    const table = (id: string): (typeof fit.tables)[number] => fit.tables.filter((candidate) => candidate.id === id)[0]
    for (const { ratio } of table('national').rows.slice(0, 6)) expect(Math.abs(ratio - 1)).toBeLessThan(1e-6)
    expect(table('mexican-output').rows).toHaveLength(10)
    for (const { ratio } of table('mexican-output').rows) expect(Math.abs(ratio - 1)).toBeLessThan(0.005)
  })

  it('has a number in every cell, and evidence that adds up', () => {
    for (const { rows } of fit.tables) {
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(Number.isFinite(row.ours * row.reference * row.ratio)).toBe(true)
    }
    for (const { sourced, derived, approximate } of fit.evidence) {
      expect(sourced + derived + approximate).toBeCloseTo(1, 12)
    }
  })

  it('names the plants that sold more than they built, Brampton first', () => {
    expect(fit.overfullPlants[0]).toMatchObject({ plant: 'CA-STL-BRA', output: 0 })
    for (const { plant, sales } of fit.overfullPlants) {
      const p = plants.findIndex(({ id }) => id === plant)
      expectNear(
        output((j) => industry.linePlant[j] === p),
        sales,
      )
    }
  })

  it('says of every rule how much rests on it', () => {
    expect(rules.map(({ id }) => id)).toContain('row-residual')
    for (const { volume } of rules) expect(volume).toBeGreaterThan(0)
    const residual = exported((j) => !fromCountry('MX')(j))
    expectNear(rules.filter(({ id }) => id === 'row-residual')[0].volume, residual)
  })
})

describe('the data page', () => {
  it('describes every rule that the program uses', () => {
    const page = readFileSync(join(shippedDataFolder(), 'README.md'), 'utf8')
    expect(rules.filter(({ id }) => !page.includes(`**${id}.**`))).toEqual([])
  })
})

describe('building', () => {
  it('is the same to the bit every time', () => {
    expect(buildIndustry(shippedTables()).industry).toEqual(industry)
  })
})
