import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readData, shippedDataFolder } from '../../../scenarios/industry/dataFolder.ts'
import { snapshotBytes } from '../../../scenarios/industry/snapshot.ts'
import { industrySnapshot, loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(folder, { recursive: true }))

const snapshot = join(folder, 'industry.snapshot')
const bytes = industrySnapshot()
writeFileSync(snapshot, bytes)
const none = join(folder, 'none')
const fromTables = loadIndustry(undefined, none)

function longer(content: Buffer | undefined): Buffer {
  return Buffer.concat([content ?? Buffer.alloc(0), Buffer.from('\n')])
}

describe('a snapshot of the industry', () => {
  test('gives the industry of the tables, to the bit', () => {
    const loaded = loadIndustry(undefined, snapshot)
    expect(loaded).toEqual(fromTables)
  })

  test('is what is read where nothing has changed', () => {
    const { industry, ...rest } = fromTables
    // A plant by another name in the snapshot alone shows which of the two is read.
    const marked = Buffer.from(bytes)
    const name = Buffer.from(industry.plants[0].name)
    expect(loadIndustry(undefined, snapshot).industry.plants[0].name).toBe(name.toString())
    marked[marked.indexOf(name)] ^= 1
    writeFileSync(join(folder, 'marked'), marked)
    // Its own hash does not hold any more, so it is left alone.
    expect(loadIndustry(undefined, join(folder, 'marked'))).toEqual({ industry, ...rest })
  })

  test.each([
    ['a byte changed', (whole: Buffer) => whole.fill(whole[999] ^ 1, 999, 1000)],
    ['its end cut off', (whole: Buffer) => whole.subarray(0, 5000)],
    ['nothing in it', () => Buffer.alloc(0)],
    ['other bytes in it', () => Buffer.from('not a snapshot')],
  ])('with %s is as if it were not there', (_, damage) => {
    const path = join(folder, 'damaged')
    writeFileSync(path, damage(Buffer.from(bytes)))
    expect(loadIndustry(undefined, path)).toEqual(fromTables)
  })

  test('is not taken for data of which a byte is another', () => {
    const data = readData(shippedDataFolder())
    const told = { ...fromTables, rules: [] }
    const other = data.map(({ file, content }, f) => ({ file, content: f === 0 ? longer(content) : content }))
    const path = join(folder, 'other')
    writeFileSync(path, snapshotBytes(data, told))
    expect(loadIndustry(undefined, path)).toEqual(told)
    writeFileSync(path, snapshotBytes(other, told))
    expect(loadIndustry(undefined, path)).toEqual(fromTables)
  })

  test("is for the shipped data alone, also where a folder of one's own has the same bytes", () => {
    const own = join(folder, 'data')
    cpSync(shippedDataFolder(), own, { recursive: true })
    const path = join(folder, 'shipped')
    writeFileSync(path, snapshotBytes(readData(own), { ...fromTables, rules: [] }))
    const { own: told, ...made } = loadIndustry(own, path)
    expect(made).toEqual(fromTables)
    expect(told?.folder).toBe(own)
    const wages = join(own, 'wages_costs.csv')
    writeFileSync(wages, `${readFileSync(wages, 'utf8')}\n`)
    expect(loadIndustry(own).dataHashes.filter(({ asShipped }) => !asShipped)).toHaveLength(1)
    expect(loadIndustry(own).own?.sha256).not.toBe(told?.sha256)
  })
})
