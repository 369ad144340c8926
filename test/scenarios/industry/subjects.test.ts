/** Names of plants and lines as people write them. */
import { describe, expect, it } from 'vitest'
import { findSubject } from '../../../scenarios/industry/subjects.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'

const industry = smallIndustry()

describe('a name', () => {
  it('is a plant with its lines, by id or name, in any case', () => {
    const plant = { name: 'Atlas Saltillo', plant: 3, lines: [2, 6] }
    expect(findSubject(industry, 'ATLAS saltillo')).toEqual(plant)
    expect(findSubject(industry, 'atlas-saltillo')).toEqual(plant)
  })

  it('is a nameplate with all its lines, or one line', () => {
    const { brand, name, id } = industry.products[3]
    expect(findSubject(industry, `${brand} ${name}`.toUpperCase())).toMatchObject({ plant: -1, lines: [5, 6] })
    expect(findSubject(industry, id)).toMatchObject({ plant: -1, lines: [5, 6] })
    expect(findSubject(industry, industry.lines[6].id)).toEqual({ name: industry.lines[6].id, plant: -1, lines: [6] })
  })

  it('is a maker with all its lines, by id or name', () => {
    expect(findSubject(industry, 'LONGHE')).toEqual({ name: 'Longhe', plant: -1, lines: [8] })
  })

  it('may be a part of one name, by whole words', () => {
    expect(findSubject(industry, 'saltillo')).toMatchObject({ name: 'Atlas Saltillo', plant: 3 })
  })

  it('that is a part of several is answered by all of these', () => {
    expect(findSubject(industry, 'Crossover')).toMatchObject({ holding: ['Atlas Crossover', 'Hikari Crossover'] })
  })

  it('that nothing has is answered by the one that was meant, or by those most like it', () => {
    expect(findSubject(industry, 'Atlas Saltilo')).toMatchObject({ hint: 'did you mean Atlas Saltillo?' })
    expect(findSubject(industry, 'zzzzzzzzzzzz')).toMatchObject({
      hint: expect.stringMatching(/^the most like it of \d+ are/),
    })
  })
})
