import { describe, it, expect } from 'vitest'
import type { MarketStructure } from '../../../engine/model/market/market.ts'
import { adjustPrices, spreadDuties } from '../../../engine/model/market/sticky.ts'

const structure: MarketStructure = {
  products: 4,
  types: 2,
  makers: 2,
  nests: 1,
  typeOff: Int32Array.of(0, 2, 4),
  typeMaker: Int32Array.of(0, 1),
  typeNest: Int32Array.of(0, 0),
  nestOff: Int32Array.of(0, 2),
  productType: Int32Array.of(0, 0, 1, 1),
  productMaker: Int32Array.of(0, 0, 1, 1),
  groups: 0,
}

describe('sticky prices', () => {
  it('go the stated part of the way, never below cost', () => {
    const price = Float64Array.of(40, 40, Infinity)
    adjustPrices(3, price, Float64Array.of(50, 20, 30), Float64Array.of(35, 35, 25), 0, 0.3)
    expect(Array.from(price)).toEqual([43, 35, 30])
  })

  it("spread a new duty over the maker's whole range without changing what the maker must recover", () => {
    const quantity = Float64Array.of(100, 300, 500, 500)
    const offsets = new Float64Array(4)
    const duties = {
      duty: Float64Array.of(8, 0, 0, 0),
      dutyBefore: new Float64Array(4),
      offsets,
      makerSums: new Float64Array(4),
    }
    const pace = { priceAdjustment: 0.4, dutySpread: 0.6 }
    spreadDuties(structure, pace, duties, 0, quantity)
    expect(offsets[0]).toBeCloseTo(0.6 * (2 - 8), 12)
    expect(offsets[1]).toBeCloseTo(0.6 * 2, 12)
    expect(100 * offsets[0] + 300 * offsets[1]).toBeCloseTo(0, 10)
    expect(Array.from(offsets.subarray(2))).toEqual([0, 0])
    spreadDuties(structure, pace, duties, 0, quantity)
    expect(offsets[0]).toBeCloseTo(0.6 * 0.6 * (2 - 8), 12)
  })
})
