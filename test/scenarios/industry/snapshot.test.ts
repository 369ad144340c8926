import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { industrySnapshot, loadIndustry, shippedDataFolder } from '../../../scenarios/industry/loadIndustry.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(folder, { recursive: true }))

const snapshot = join(folder, 'industry.snapshot')
const bytes = industrySnapshot()
writeFileSync(snapshot, bytes)
const none = join(folder, 'none')
const fromTables = loadIndustry(undefined, none)

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
    const own = join(folder, 'data')
    cpSync(shippedDataFolder(), own, { recursive: true })
    expect(loadIndustry(own, snapshot)).toEqual(fromTables)
    const wages = join(own, 'wages_costs.csv')
    writeFileSync(wages, `${readFileSync(wages, 'utf8')}\n`)
    expect(loadIndustry(own, snapshot)).toEqual(loadIndustry(own, none))
    expect(loadIndustry(own, snapshot).dataHashes.filter(({ asShipped }) => !asShipped)).toHaveLength(1)
  })
})
