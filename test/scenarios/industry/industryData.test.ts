import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { buildIndustry } from '../../../scenarios/industry/buildIndustry.ts'
import { shippedDataFolder } from '../../../scenarios/industry/dataFolder.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import type { DataError } from '../../../scenarios/industry/problems.ts'
import { readTables, type DataFile, type DataTexts } from '../../../scenarios/industry/tables.ts'
import { replaced, shippedTexts, withFile } from './shippedData.ts'

/** What is thrown; the test fails where nothing is. */
function errorOf(run: () => unknown): DataError {
  try {
    run()
  } catch (error) {
    return error as DataError
  }
  throw new Error('nothing was thrown')
}

function complaint(texts: DataTexts): string {
  return errorOf(() => readTables(texts, new Map())).message
}

function spoilt(file: DataFile, from: string, to: string): string {
  return complaint(withFile(file, (text) => replaced(text, from, to)))
}

/** The text with its first row once more at the end. */
function again(text: string): string {
  return `${text}${text.split('\n')[1]}\n`
}

describe('a file of data that is not right is described so that it can be put right:', () => {
  it('a file that is missing', () => {
    expect(complaint(withFile('plants.csv', () => undefined))).toBe('plants.csv: is missing from the data folder')
  })

  it('a file whose last row is torn', () => {
    const rows = (shippedTexts['wages_costs.csv'] ?? '').split('\n').length - 1
    const message = complaint(withFile('wages_costs.csv', (text) => text.slice(0, -70)))
    expect(message).toBe(
      `wages_costs.csv:${rows}: has 3 fields, the header has 9; it is the last row, so the file seems to be cut off`,
    )
  })

  it('a file that lost whole rows', () => {
    const texts = withFile('models.csv', (text) => text.split('\n').slice(0, 101).join('\n'))
    const error = errorOf(() => readTables(texts, new Map([['models.csv', 232]])))
    expect(error.message).toMatch(/^models\.csv: has 100 rows, manifest\.csv says 232: is the file cut off\?/)
  })

  it('an empty file, a missing column and a quote that never closes', () => {
    expect(complaint(withFile('tariffs.csv', () => ''))).toContain('tariffs.csv: has no rows')
    expect(spoilt('plants.csv', 'capacity_units', 'capacity_unit')).toContain(
      "plants.csv:1:capacity_units: column is missing; the nearest one there is 'capacity_unit'",
    )
    expect(complaint(withFile('markets.csv', (text) => `${text}"2024,USA`))).toContain('cannot be read as CSV')
  })

  it('a plant that does not exist, with the nearest that does', () => {
    const error = errorOf(() =>
      readTables(
        withFile('models.csv', (text) => replaced(text, 'US-TOY-TMMK:1', 'US-TOY-TMMX:1')),
        new Map(),
      ),
    )
    expect(error.kind).toBe('data')
    expect(error.problems).toHaveLength(1)
    expect(error.problems[0]).toMatchObject({
      file: 'models.csv',
      line: 3,
      column: 'us_supply_mix',
      given: 'US-TOY-TMMX:1',
      nearest: 'US-TOY-TMMK',
    })
    expect(error.message).toContain("did you mean 'US-TOY-TMMK'?")
  })

  it('shares that do not sum to 1', () => {
    expect(spoilt('models.csv', 'US-TOY-TMMMS:0.70;Japan:0.30', 'US-TOY-TMMMS:0.65;Japan:0.30')).toBe(
      'models.csv:4:us_supply_mix: shares sum to 0.95, must sum to 1',
    )
  })

  it('a share below zero, and a source named twice', () => {
    expect(spoilt('models.csv', 'US-TOY-TMMMS:0.70;Japan:0.30', 'US-TOY-TMMMS:1.30;Japan:-0.30')).toContain(
      "models.csv:4:us_supply_mix: 'Japan:-0.30' cannot be read, must be name:number pairs with numbers from 0 to 1",
    )
    expect(spoilt('models.csv', 'US-TOY-TMMMS:0.70;Japan:0.30', 'Japan:0.70;Japan:0.30')).toContain(
      "models.csv:4:us_supply_mix: 'Japan' is named twice",
    )
  })

  it('a negative number, a word for a number, an empty cell', () => {
    expect(spoilt('plants.csv', ',330000,approximate', ',-330000,approximate')).toBe(
      'plants.csv:2:capacity_units: -330000 is out of range, must be a number, 0 or more',
    )
    expect(spoilt('models.csv', ',309876,', ',many,')).toBe(
      "models.csv:3:us_sales_2024: 'many' is not a number, must be a number, 0 or more",
    )
    expect(spoilt('models.csv', ',309876,', ',,')).toContain('models.csv:3:us_sales_2024: is empty')
  })

  it('an unknown segment, country or confidence', () => {
    expect(spoilt('models.csv', 'Camry,Toyota,Japan,car,', 'Camry,Toyota,Japan,cars,')).toBe(
      "models.csv:3:segment: 'cars' is unknown, must be car, cuv_suv, pickup, van; did you mean 'car'?",
    )
    expect(spoilt('plants.csv', 'Roanoke,IN,USA', 'Roanoke,IN,Usa')).toContain("did you mean 'USA'?")
    expect(spoilt('usmca_compliance.csv', ',sourced,', ',sorced,')).toContain("did you mean 'sourced'?")
  })

  it('a plant, a nameplate or a figure that is there twice', () => {
    expect(complaint(withFile('plants.csv', again))).toContain("'US-GM-FTW' is already on line 2")
    expect(complaint(withFile('models.csv', again))).toContain("'Toyota, RAV4' is already on line 2")
    expect(complaint(withFile('markets.csv', again))).toContain('is already on line 2, must be on one line only')
  })

  it('all problems of all files at once', () => {
    const plants = replaced(shippedTexts['plants.csv'] ?? '', ',330000,approximate', ',-1,approximate')
    const models = replaced(shippedTexts['models.csv'] ?? '', ',309876,', ',many,')
    const texts = { ...shippedTexts, 'plants.csv': plants, 'models.csv': models }
    expect(errorOf(() => readTables(texts, new Map())).problems).toHaveLength(2)
  })

  it('an owner who makes nothing, and a national figure that is gone', () => {
    const building = (file: DataFile, from: string, to: string): string => {
      const tables = readTables(
        withFile(file, (text) => replaced(text, from, to)),
        new Map(),
      )
      return errorOf(() => buildIndustry(tables)).message
    }
    expect(building('plants.csv', 'Assembly,Ford,', 'Assembly,Fjord,')).toContain("owner: 'Fjord' is unknown")
    expect(building('markets.csv', '2024,USA,exports,Canada,light', '2014,USA,exports,Canada,light')).toMatch(
      /^markets\.csv:.*: no row '2024 \/ USA \/ exports \/ Canada \/ light_vehicles \/ units'/,
    )
  })
})

describe('a data folder', () => {
  const folders: string[] = []
  const copy = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'industry-'))
    folders.push(folder)
    cpSync(shippedDataFolder(), folder, { recursive: true })
    return folder
  }
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

  it('that is not there is named', () => {
    expect(errorOf(() => loadIndustry('no/such/folder')).message).toBe('no/such/folder: there is no such data folder')
  })

  it('as shipped is what its manifest says', () => {
    expect(loadIndustry().dataHashes.filter(({ asShipped }) => !asShipped)).toEqual([])
  })

  it("of one's own is read, and the changed file told", () => {
    const folder = copy()
    const file = join(folder, 'plants.csv')
    writeFileSync(file, replaced(readFileSync(file, 'utf8'), ',330000,approximate', ',340000,approximate'))
    const { dataHashes, industry } = loadIndustry(folder)
    expect(dataHashes.filter(({ asShipped }) => !asShipped).map(({ file: name }) => name)).toEqual(['plants.csv'])
    expect(industry.plantCapacity[0]).toBe(340_000)
  })

  it('cannot say by its own manifest that a changed file was shipped', () => {
    const folder = copy()
    const file = join(folder, 'metals.csv')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`)
    const hash = (): string | undefined =>
      loadIndustry(folder).dataHashes.find((one) => one.file === 'metals.csv')?.sha256
    const manifest = join(folder, 'manifest.csv')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/metals\.csv,52,\w+/, `metals.csv,52,${hash()}`))
    expect(loadIndustry(folder).dataHashes.filter(({ asShipped }) => !asShipped)).toHaveLength(1)
  })

  it('with a misspelt file names it and the right name, and what else nobody would read', () => {
    const folder = copy()
    renameSync(join(folder, 'plants.csv'), join(folder, 'plant.csv'))
    renameSync(join(folder, 'incomes.csv'), join(folder, 'Incomes.CSV'))
    writeFileSync(join(folder, 'my-notes.csv'), 'a,b\n1,2\n')
    writeFileSync(join(folder, 'notes.txt'), 'no table')
    const { message, problems } = errorOf(() => loadIndustry(folder))
    expect(message).toContain(
      "plant.csv: is no file of the data folder and would not be read; the nearest one that is read is 'plants.csv'",
    )
    expect(message).toContain("plants.csv: is missing from the data folder; is it the one called 'plant.csv'?")
    expect(message).toContain("incomes.csv: is missing from the data folder; is it the one called 'Incomes.CSV'?")
    expect(message).toMatch(
      /my-notes\.csv: is no file of the data folder and would not be read; rename it, or take it out/,
    )
    expect(message).not.toContain('notes.txt')
    expect(problems.find(({ file }) => file === 'plants.csv')?.nearest).toBe('plant.csv')
  })

  it('that is a file is refused', () => {
    const file = join(copy(), 'plants.csv')
    expect(errorOf(() => loadIndustry(file)).message).toMatch(/plants\.csv: is a file; give the folder that holds/)
  })

  it('cut off between two rows is refused by its manifest', () => {
    const folder = copy()
    const file = join(folder, 'plants.csv')
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(0, -2).join('\n'))
    expect(errorOf(() => loadIndustry(folder)).message).toContain('has 81 rows, manifest.csv says 82')
  })
})
