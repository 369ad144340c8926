/** Announced changes of plants in scenario files: what they become, and what is told of those that cannot be. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { newPlantSlot } from '../../../engine/model/plants/plantMap.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import { loadScenario } from '../../../scenarios/load.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(folder, { recursive: true }))
const { industry } = loadIndustry()

/** Path of a scenario that announces these events, a line each from line 6 on. */
function announcing(...events: readonly string[]): string {
  const path = join(folder, 'announced.yaml')
  const head = ['extends: base', 'title: Announced', 'question: What then?', 'plants:', '  events:']
  writeFileSync(path, [...head, ...events.map((event) => `    - { ${event} }`)].join('\n'))
  return path
}

function messageOf(...events: readonly string[]): string {
  try {
    loadScenario(announcing(...events), { industry })
    return 'valid'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const tacoma = 'toyota-tacoma@MX-TOY-BAJ'

describe('announced plants', () => {
  it('become years, lines and plants by the rule of half the days', () => {
    const path = announcing(
      'date: 2027-07-01, capacity: { plant: CA-GM-OSH, change: -5000 }',
      'date: 2027-07-02, close: CA-STL-BRA',
      `date: 2030-01-01, move: { line: ${tacoma}, to: { maker: toyota, country: US } }`,
      'date: 2030-01-01, open: { maker: toyota, country: US, capacity: 200000 }',
    )
    const { plantEvents } = compileScenario(loadScenario(path, { industry }), industry)
    const plant = (id: string): number => industry.plants.findIndex((one) => one.id === id)
    const slot = newPlantSlot(
      industry,
      industry.makers.findIndex(({ id }) => id === 'toyota'),
      0,
    )
    const line = industry.lines.findIndex(({ id }) => id === tacoma)
    expect(plantEvents).toEqual({
      moves: [{ line, slot, year: 6 }],
      capacity: [
        { slot: plant('CA-GM-OSH'), year: 3, change: -5000, opens: false },
        { slot, year: 6, change: 200000, opens: true },
      ],
      closures: [{ slot: plant('CA-STL-BRA'), year: 4 }],
    })
  })

  it('are undefined in a scenario that announces none', () => {
    expect(compileScenario(loadScenario('base', { industry }), industry).plantEvents).toBeUndefined()
  })

  it.each([
    [
      'date: 2023-01-01, close: CA-STL-BRA',
      '6:15: plants.events[0].date: 2023-01-01 comes before the first simulated year',
    ],
    ['date: 2036-07-02, close: CA-STL-BRA', '6:15: plants.events[0].date: 2036-07-02 counts from 2037, after the last'],
    ['date: 2030-01-01, close: CA-STL-BRAA', 'unknown plant: CA-STL-BRAA; did you mean CA-STL-BRA?'],
    ['date: 2030-01-01, open: { maker: toyata, country: US, capacity: 1000 }', 'did you mean toyota?'],
    ['date: 2030-01-01, move: { line: toyota-tacoma@US-TOY-TMMK, to: US-TOY-TMMTX }', `it is built as ${tacoma}`],
    [`date: 2030-01-01, move: { line: ${tacoma}, to: MX-TOY-BAJ }`, 'already'],
    [`date: 2030-01-01, move: { line: ${tacoma}, to: US-GM-FFX }`, 'Fairfax Assembly is no plant of Toyota'],
    ['date: 2030-01-01, capacity: { plant: CA-GM-CAMI, change: -90000 }', 'cannot lose 90000'],
    ['date: 2030-01-01, capacity: { plant: CA-GM-CAMI, change: 0 }', 'changes nothing'],
    ['date: 2030-01-01', 'exactly one of move, capacity, close, open; this one says none of them'],
    [
      'date: 2030-01-01, close: CA-STL-BRA, capacity: { plant: CA-STL-BRA, change: 9 }',
      'this one says capacity and close',
    ],
  ])('%s is refused with place and remedy', (event, told) => {
    expect(messageOf(event)).toContain(told)
  })

  it('that contradict each other are refused', () => {
    const move = `date: 2030-01-01, move: { line: ${tacoma}, to: US-TOY-TMMTX }`
    expect(messageOf(move, `date: 2031-01-01, move: { line: ${tacoma}, to: MX-TOY-GTO }`)).toContain(
      `${tacoma} moves on 2030-01-01 already`,
    )
    expect(messageOf('date: 2029-01-01, close: US-TOY-TMMTX', move)).toContain('US-TOY-TMMTX closes on 2029-01-01')
    expect(messageOf('date: 2029-01-01, close: CA-STL-BRA', 'date: 2030-01-01, close: CA-STL-BRA')).toContain(
      'CA-STL-BRA closes on 2029-01-01 already',
    )
  })

  it('may share a day, and must come in the order of dates', () => {
    const open = 'date: 2030-01-01, open: { maker: toyota, country: US, capacity: 1000 }'
    expect(messageOf(open, 'date: 2030-01-01, close: CA-STL-BRA')).toBe('valid')
    expect(messageOf(open, 'date: 2029-01-01, close: CA-STL-BRA')).toContain('dates out of order')
  })
})
