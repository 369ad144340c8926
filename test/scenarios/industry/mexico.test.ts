import { describe, expect, it } from 'vitest'
import { buildIndustry } from '../../../scenarios/industry/buildIndustry.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import { readTables } from '../../../scenarios/industry/tables.ts'
import { readTargets } from '../../../scenarios/industry/targets.ts'
import { replaced, shippedTables, shippedTexts, withFile } from './shippedData.ts'

const { industry, fit, rules } = loadIndustry()
const { lines, plants, products, makers } = industry
const tables = shippedTables()
const listed = tables.mexicoModels

/** Sums of vehicles of Mexican lines that go to the US, Canada, Mexico and out of the region. */
function going(chosen: (j: number) => boolean): { us: number; canada: number; mexico: number; other: number } {
  const sum = (read: (j: number) => number): number =>
    lines.reduce((total, { country }, j) => total + (country === 'MX' && chosen(j) ? read(j) : 0), 0)
  const sold = (m: number): number => sum((j) => industry.sales[m * lines.length + j])
  return { us: sold(0), canada: sold(1), mexico: sold(2), other: sum((j) => industry.exports[j]) }
}

function ofMaker(name: string): (j: number) => boolean {
  return (j) => makers[industry.productMaker[industry.lineProduct[j]]].name === name
}

function total(column: 'output' | 'toUs' | 'toCanada' | 'toOther' | 'soldInMexico'): number {
  return listed.reduce((sum, row) => sum + row[column], 0)
}

function complaint(texts: Parameters<typeof readTables>[0]): string {
  try {
    readTables(texts, new Map())
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'nothing was thrown'
}

describe('the table of Mexican models', () => {
  it("has INEGI's totals: Foton's output is left out, Puerto Rico is in the US", () => {
    expect(total('output')).toBe(3_990_951 - 1_468)
    expect(total('toUs')).toBe(2_771_287 + 18_308)
    expect(total('toCanada')).toBe(294_176)
    expect(total('toOther')).toBe(395_315)
    expect(total('soldInMexico')).toBe(511_679 - 6_601)
  })
})

describe('lines built in Mexico', () => {
  it('go to the US, Canada, Mexico and the rest of the world, and nowhere else: plants build what INEGI counts', () => {
    for (const [p, { id }] of plants.entries()) {
      const counted = listed.reduce((sum, row) => sum + (row.plant === id ? row.output : 0), 0)
      if (counted === 0) continue
      const { us, canada, mexico, other } = going((j) => industry.linePlant[j] === p)
      expect(Math.abs((us + canada + mexico + other) / counted - 1), id).toBeLessThan(1e-6)
    }
  })

  it('leave the region as INEGI counts, but for what plants without buyers in the US had left over', () => {
    const { mexico, other } = going(() => true)
    expect(mexico).toBeCloseTo(total('soldInMexico'), 3)
    const leftOver = going((j) => ['MX-NIS-CIV', 'MX-JAC-SAH'].includes(plants[industry.linePlant[j]].id)).other
    const booked = listed.filter(({ plant }) => ['MX-NIS-CIV', 'MX-JAC-SAH'].includes(plant))
    expect(other - leftOver).toBeCloseTo(total('toOther') - booked.reduce((sum, { toOther }) => sum + toOther, 0), 3)
    expect(other / total('toOther')).toBeLessThan(1.02)
  })

  it('meet the totals of shipments to the US and Canada together, of which part is not sold in the year', () => {
    const { us, canada } = going(() => true)
    const ratio = (us + canada) / (total('toUs') + total('toCanada'))
    expect(ratio).toBeGreaterThan(0.99)
    expect(ratio).toBeLessThanOrEqual(1.01)
  })

  it('reach Canada as booked; of Ford, which books none, by the share of the others', () => {
    const sum = (ford: boolean, column: 'toUs' | 'toCanada'): number =>
      listed.reduce((of, row) => of + ((row.brand === 'Ford') === ford ? row[column] : 0), 0)
    const share = sum(false, 'toCanada') / (sum(false, 'toUs') + sum(false, 'toCanada'))
    expect(sum(true, 'toCanada')).toBe(0)
    expect(going(ofMaker('Ford')).canada).toBeCloseTo(sum(true, 'toUs') * share, 3)
    expect(going((j) => !ofMaker('Ford')(j)).canada).toBeCloseTo(294_176, 3)
    expect(rules.filter(({ id }) => id === 'ford-canada')[0].volume).toBeCloseTo(going(ofMaker('Ford')).canada, 3)
  })

  it('of Ford go to Canada as booked where a file books them', () => {
    const texts = withFile('mexico_models.csv', (text) =>
      replaced(text, 'Maverick,MX-FRD-HER,172008,167149,0,', 'Maverick,MX-FRD-HER,172008,157149,10000,'),
    )
    const changed = buildIndustry(readTables(texts, new Map())).industry
    const isFord = ofMaker('Ford')
    const canada = changed.lines.reduce(
      (sum, { country }, j) => sum + (country === 'MX' && isFord(j) ? changed.sales[lines.length + j] : 0),
      0,
    )
    expect(canada).toBeCloseTo(10_000, 3)
  })

  it('leave the US totals of the other makers, and of nameplates built elsewhere too, as they are', () => {
    const known = readTargets(tables).usSalesByMaker
    makers.forEach(({ name }, f) => {
      const wanted = known.get(name)?.value
      if (wanted === undefined) return
      const ours = lines.reduce(
        (sum, _, j) => sum + (industry.productMaker[industry.lineProduct[j]] === f ? industry.sales[j] : 0),
        0,
      )
      expect(ours).toBeCloseTo(wanted, 3)
    })
    const silverado = products.findIndex(({ id }) => id === 'chevrolet-silverado-1500')
    const sold = lines.reduce((sum, _, j) => sum + (industry.lineProduct[j] === silverado ? industry.sales[j] : 0), 0)
    // Sourced, and by the rule of makers' totals not scaled.
    expect(Math.abs(sold / 344_022 - 1)).toBeLessThan(1e-6)
  })

  it('stand in the fit by plant, Toluca within 2%, and by maker and destination', () => {
    const rowsOf = (id: string): (typeof fit.tables)[number]['rows'] =>
      fit.tables.filter((table) => table.id === id)[0].rows
    const toluca = rowsOf('mexican-plants').filter(({ name }) => name === 'Toluca Assembly')
    expect(toluca).toHaveLength(1)
    expect(Math.abs(toluca[0].ratio - 1)).toBeLessThan(0.02)
    const shipments = rowsOf('mexican-shipments').map(({ name }) => name)
    expect(shipments).toContain('Volkswagen to the rest of the world')
    expect(shipments).not.toContain('Ford to Canada')
  })

  it('are known as well as their rows: most of Mexican output no longer rests on what nobody checked', () => {
    const confidence = (id: string): string => lines.filter((line) => line.id === id)[0].salesConfidence
    expect(confidence('honda-hr-v@MX-HON-CEL')).toBe('derived')
    expect(confidence('toyota-tacoma@MX-TOY-GTO')).toBe('approximate')
    const canadian = fit.evidence.filter(({ what }) => what.startsWith('Canadian'))[0]
    expect(canadian.approximate).toBeLessThan(0.9)
  })
})

describe('a table of Mexican models that does not fit the others is told where:', () => {
  const spoilt = (from: string, to: string): string =>
    complaint(withFile('mexico_models.csv', (text) => replaced(text, from, to)))

  it('a row that is missing, at the nameplate that needs it', () => {
    const texts = withFile('mexico_models.csv', (text) =>
      text
        .split('\n')
        .filter((row) => !row.startsWith('Jeep,Compass'))
        .join('\n'),
    )
    const line = (shippedTexts['models.csv'] ?? '').split('\n').findIndex((row) => row.startsWith('Jeep,Compass,')) + 1
    expect(complaint(texts)).toBe(
      `models.csv:${line}:us_supply_mix: 'MX-STL-TOL' builds Jeep Compass here, but mexico_models.csv has no row for it; ` +
        'add one, or take the plant out',
    )
  })

  it('the row of a plant that builds no nameplate', () => {
    const texts = withFile('mexico_models.csv', (text) =>
      text
        .split('\n')
        .filter((row) => !row.startsWith('JAC,'))
        .join('\n'),
    )
    expect(complaint(texts)).toMatch(/^plants\.csv:\d+:plant_id: 'MX-JAC-SAH' builds no nameplate .* has 0 rows/)
  })

  it('a plant and a nameplate that are not there, with the nearest', () => {
    expect(spoilt('HR-V,MX-HON-CEL', 'HR-V,MX-HON-CEK')).toMatch(
      /^mexico_models\.csv:4:plant_id: 'MX-HON-CEK' is unknown.*did you mean 'MX-HON-CEL'\?$/m,
    )
    expect(spoilt('Jeep,Compass,', 'Jeep,Compas,')).toContain("'Jeep Compas' is unknown")
  })

  it('more that goes elsewhere than a plant built, and more than Canada buys', () => {
    expect(spoilt('14596,5415,9366,', '14596,5415,936600,')).toMatch(
      /^mexico_models\.csv:4:to_canada\+to_other\+sold_in_mexico: 'MX-HON-CEL' sends 956611 to Canada.*its output, 194642$/,
    )
    const texts = withFile('markets.csv', (text) =>
      replaced(
        text,
        '2024,USA,exports,Canada,light_vehicles,units,640000',
        '2024,USA,exports,Canada,light_vehicles,units,1600000',
      ),
    )
    const read = readTables(texts, new Map())
    expect(() => buildIndustry(read)).toThrow(
      /^mexico_models\.csv:to_canada: the rows sum to 333209 for Canada, must be at most/,
    )
  })

  it("output that is not the plant's, a number below zero and a nameplate listed twice", () => {
    expect(spoilt('MX-HON-CEL,194642', 'MX-HON-CEL,194000')).toMatch(
      /^plants\.csv:\d+:production_2024: 194642 is not what the rows of the plant in mexico_models\.csv sum to, 194000/,
    )
    expect(spoilt(',5415,9366,', ',-5415,9366,')).toBe(
      'mexico_models.csv:4:to_other: -5415 is out of range, must be a number, 0 or more',
    )
    expect(complaint(withFile('mexico_models.csv', (text) => `${text}${text.split('\n')[1]}\n`))).toContain(
      "'Toyota, Tacoma, MX-TOY-BAJ' is already on line 2",
    )
  })
})
