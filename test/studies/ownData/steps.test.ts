/** What docs/data.md tells a reader to do with a copy of the data, done. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { destination } from '../../../engine/model/inputs/sets.ts'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import { shippedDataFolder, shippedFiles } from '../../../scenarios/industry/dataFolder.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import { checkData } from '../../../studies/ownData/check.ts'
import { copyData } from '../../../studies/ownData/copy.ts'
import { dataSteps, takeStep } from '../../scenarios/industry/ownDataSteps.ts'

const home = mkdtempSync(join(tmpdir(), 'own-data-'))
afterAll(() => rmSync(home, { recursive: true }))
const folder = join(home, 'my', 'data')
copyData(folder)
const before = checkData(folder)

/** The industry after each step of the page, by the step's name. */
const after = new Map<string, Industry>()
for (const step of dataSteps()) {
  takeStep(folder, step)
  after.set(step.name, loadIndustry(folder).industry)
}
const industryAfter = (name: string): Industry => {
  const found = after.get(name)
  if (found === undefined) throw new Error(`docs/data.md has no step "${name}"; it has ${[...after.keys()].join(', ')}`)
  return found
}

/** Vehicles sold in a market, of all lines or of those that `of` holds for. */
function salesIn(industry: Industry, market: number, of: (line: number) => boolean = () => true): number {
  return industry.lines.reduce((sum, _, j) => sum + (of(j) ? industry.sales[market * industry.lines.length + j] : 0), 0)
}

describe('a copy of the data', () => {
  test('is every shipped file, and is right', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...shippedFiles].toSorted())
    expect(before.changed).toEqual([])
  })

  test('is not written over what is there, nor over the data of the program', () => {
    expect(() => copyData(folder)).toThrow(/is not empty .* nothing is written over/)
    expect(() => copyData(shippedDataFolder())).toThrow(/holds the shipped data/)
    expect(() => copyData(join(folder, 'plants.csv'))).toThrow(/is a file/)
  })
})

describe('by the steps of docs/data.md', () => {
  test('a figure is another', () => {
    expect(salesIn(industryAfter('A figure'), destination.CA)).toBeCloseTo(1_900_000, 3)
  })

  test('a plant builds what no nameplate does', () => {
    const { plants, lines, linePlant, products, lineProduct, plantCapacity } = industryAfter('A plant')
    const plant = plants.findIndex(({ id }) => id === 'US-HON-EXA')
    expect(plants[plant].status).toBe('active')
    expect(plantCapacity[plant]).toBe(120_000)
    const own = lines.flatMap((_, j) => (linePlant[j] === plant ? [products[lineProduct[j]]] : []))
    expect(own.map(({ composite }) => composite)).toEqual([true])
  })

  test('a nameplate is built there, and partly abroad', () => {
    const industry = industryAfter('A nameplate')
    const { lines, lineProduct, products } = industry
    const own = lines.flatMap((line, j) => (products[lineProduct[j]].name === 'Example' ? [{ id: line.id, j }] : []))
    expect(own.map(({ id }) => id)).toEqual(['honda-example@US-HON-EXA', 'honda-example@JP'])
    const [here, abroad] = own.map(({ j }) => salesIn(industry, destination.US, (line) => line === j))
    expect(here / (here + abroad)).toBeCloseTo(0.8, 6)
    // The plant's stand-in product is gone.
    expect(products.some(({ name }) => name.includes('Honda Example'))).toBe(false)
  })

  test('a Mexican nameplate sells where its row says', () => {
    const industry = industryAfter('A nameplate built in Mexico')
    const line = industry.lines.findIndex(({ id }) => id === 'mazda-cx-example@MX-MAZ-SAL')
    const sold = (market: number): number => salesIn(industry, market, (j) => j === line)
    expect(sold(destination.CA)).toBeCloseTo(400, 6)
    expect(sold(destination.US)).toBeGreaterThan(0)
  })

  test('a maker has its plant and its nameplate', () => {
    const { makers, plants, products, productMaker } = industryAfter('A maker')
    const maker = makers.findIndex(({ name }) => name === 'Example Motors')
    expect(plants.filter((plant) => plant.maker === maker).map(({ id }) => id)).toEqual(['US-EXM-ONE'])
    expect(products.filter((_, i) => productMaker[i] === maker).map(({ name }) => name)).toEqual(['Hauler'])
  })

  test('the check tells what has changed, row by row', () => {
    const { makers, plants, changed } = checkData(folder)
    expect([makers - before.makers, plants - before.plants]).toEqual([1, 2])
    expect(changed.map(({ file, added, removed }) => [file, added, removed])).toEqual([
      ['plants.csv', 3, 1],
      ['models.csv', 3, 0],
      ['mexico_models.csv', 1, 0],
      ['markets.csv', 1, 1],
    ])
  })
})
