/** Announced changes of plants: lines are where they are said to be, from the year that is said, and nothing else moves by itself. */
import fc from 'fast-check'
import { describe, it, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import type { OrderedMove } from '../../../engine/model/history/listener.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import type { PlantEvents } from '../../../engine/model/inputs/plantEvents.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { baseRegime, fromFirstYear, smallScenario, tariffRegime } from '../../reference/smallPolicy.ts'

const industry = smallIndustry()
const years = 8
const nothing: PlantEvents = { moves: [], capacity: [], closures: [] }
const plant = (id: string): number => industry.plants.findIndex((one) => one.id === id)
const saltillo = plant('atlas-saltillo')
const marion = plant('atlas-marion')
const detroit = plant('atlas-detroit')
const line = industry.lines.findIndex((_, j) => industry.linePlant[j] === saltillo)

interface Told {
  readonly workspace: Workspace
  readonly moves: readonly OrderedMove[]
}

/** One replicate under the base year's rules, or under a tariff that moves lines. */
function run(plantEvents: PlantEvents | undefined, rate = 0, replicate = 1): Told {
  const regimes = rate > 0 ? [baseRegime, tariffRegime(rate)] : [baseRegime]
  const chain = { truth: fromFirstYear(regimes.length, years, regimes.length - 1), years }
  const scenario = { ...smallScenario('events', industry, regimes, chain), plantEvents }
  const workspace = createWorkspace(industry, constantLaws(), [scenario])
  const moves: OrderedMove[] = []
  runReplicate(workspace, rootKey(5), replicate, [
    { onRegime: () => undefined, onMove: (move) => void moves.push(move) },
  ])
  return { workspace, moves }
}

const all = (workspace: Workspace): readonly number[] => [...workspace.results[0].outcomes]

describe('a scenario that announces nothing', () => {
  it('gives the bits of one without the key', () => {
    expect(all(run(nothing, 0.25).workspace)).toEqual(all(run(undefined, 0.25).workspace))
  })
})

describe('an announced move', () => {
  const { workspace, moves } = run({ ...nothing, moves: [{ line, slot: marion, year: 4 }] })
  const still = run(undefined).workspace

  it('changes nothing before its year, and moves the vehicles of the line in it', () => {
    for (const t of [0, 1, 2, 3]) {
      expect(outcome(workspace, 0, 'output.MX', t)).toBe(outcome(still, 0, 'output.MX', t))
    }
    const fewer = outcome(still, 0, 'output.MX', 4) - outcome(workspace, 0, 'output.MX', 4)
    expect(fewer).toBeGreaterThan(0)
    expect(outcome(workspace, 0, 'output.US', 4)).toBeGreaterThan(outcome(still, 0, 'output.US', 4))
  })

  it('is told as announced, decided by nobody, at the sunk cost of any move to a plant that stands', () => {
    expect(moves).toHaveLength(1)
    expect(moves[0]).toMatchObject({
      line,
      year: 4,
      arrives: 4,
      from: 2,
      to: 0,
      slot: marion,
      announced: true,
      gain: 0,
    })
    expect(moves[0].sunk).toBeGreaterThan(0)
    expect(outcome(workspace, 0, 'investment.US', 4)).toBeCloseTo(moves[0].sunk / 1000, 9)
  })

  it('counts as one line in and one line out', () => {
    expect(outcome(workspace, 0, 'linesIn.US', 4)).toBe(1)
    expect(outcome(workspace, 0, 'linesOut.MX', 4)).toBe(1)
    expect(outcome(workspace, 0, 'linesIn.US', 3)).toBe(0)
  })

  it('stands whatever the policy: its maker decides nothing about the line before it has arrived', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: years }), fc.integer({ min: 0, max: 40 }), (year, replicate) => {
        const told = run({ ...nothing, moves: [{ line, slot: marion, year }] }, 0.25, replicate)
        const ofLine = told.moves.filter((move) => move.line === line)
        expect(ofLine[0]).toMatchObject({ year, arrives: year, slot: marion, announced: true })
      }),
      { numRuns: 20 },
    )
  })
})

describe('a plant that closes', () => {
  const closures = [{ slot: saltillo, year: 3 }]

  it('has no line from its year on, in any replicate and under any tariff', () => {
    for (let replicate = 0; replicate < 20; replicate++) {
      for (const rate of [0, 0.25]) {
        const { workspace, moves } = run({ ...nothing, closures }, rate, replicate)
        const { plants } = workspace.economies[0]
        expect(plants.closed[saltillo]).toBe(1)
        expect(plants.lineCount[saltillo]).toBe(0)
        expect(moves.filter(({ slot, arrives }) => slot === saltillo && arrives >= 3)).toEqual([])
        expect(outcome(workspace, 0, 'plantsClosed.MX', 3)).toBe(1)
      }
    }
  })

  it('sends its lines on: all that was built is still built somewhere', () => {
    const { workspace, moves } = run({ ...nothing, closures })
    const lines = industry.lines.flatMap((_, j) => (industry.linePlant[j] === saltillo ? [j] : []))
    expect(moves.map((move) => move.line).toSorted((a, b) => a - b)).toEqual(lines)
    expect(moves.every(({ announced, arrives }) => announced && arrives === 3)).toBe(true)
    for (const j of lines) expect(workspace.economies[0].plants.lineSlot[j]).toBeGreaterThanOrEqual(0)
  })

  it('sends on what was announced to come to it', () => {
    const moves = [
      { line: industry.lines.findIndex((_, j) => industry.linePlant[j] === detroit), slot: saltillo, year: 5 },
    ]
    const { plants } = run({ ...nothing, moves, closures }).workspace.economies[0]
    expect(plants.lineSlot[moves[0].line]).not.toBe(saltillo)
    expect(plants.expected[saltillo]).toBe(0)
  })
})

describe('capacity', () => {
  it('that is lost makes what stays dearer, from its year on', () => {
    const half = industry.plantCapacity[detroit] / 2
    const { workspace } = run({ ...nothing, capacity: [{ slot: detroit, year: 2, change: -half, opens: false }] })
    const still = run(undefined).workspace
    expect(outcome(workspace, 0, 'output.US', 1)).toBe(outcome(still, 0, 'output.US', 1))
    expect(outcome(workspace, 0, 'output.US', 3)).not.toBe(outcome(still, 0, 'output.US', 3))
    expect(outcome(workspace, 0, 'priceIndex.US', 8)).toBeGreaterThan(outcome(still, 0, 'priceIndex.US', 8))
  })

  it('of a plant that opens is counted as a new plant', () => {
    const slot = industry.plants.length
    const { workspace } = run({ ...nothing, capacity: [{ slot, year: 2, change: 200_000, opens: true }] })
    expect(outcome(workspace, 0, 'plantsOpened.US', 1)).toBe(0)
    expect(outcome(workspace, 0, 'plantsOpened.US', 2)).toBe(1)
    expect(workspace.economies[0].plants.capacity[slot]).toBe(200_000)
  })
})
