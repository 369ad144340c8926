/** Sweeps by ids of the table of levers. */
import { describe, expect, test } from 'vitest'
import { noPositions } from '../../../scenarios/file/position.ts'
import { leverProblems } from '../../../scenarios/sweep/levers.ts'
import type { StatedSweep } from '../../../scenarios/sweep/sweepFile.ts'
import { withTable } from '../../../scenarios/sweep/tableLevers.ts'

function mistakes(levers: NonNullable<StatedSweep['levers']>): readonly string[] {
  return leverProblems(withTable({ levers }), 'grid.yaml', noPositions, false).map(({ message }) => message)
}

describe('a lever of the table', () => {
  test('needs only its values, and may have another name', () => {
    const { levers } = withTable({
      levers: {
        'us-tariff-mexico': [0, 0.1],
        'content-us': { from: 0, to: 0.5, steps: 3 },
        duty: { lever: 'us-tariff-canada', values: [0.1], title: 'Mine' },
        own: { set: 'horizon.to', values: [2030] },
      },
    })
    expect(levers?.['us-tariff-mexico']).toMatchObject({
      lever: 'us-tariff-mexico',
      unit: 'fraction of value',
      values: [0, 0.1],
    })
    expect(levers?.['content-us']).toMatchObject({ lever: 'content-us', values: { from: 0, to: 0.5, steps: 3 } })
    expect(levers?.['duty']).toMatchObject({ lever: 'us-tariff-canada', title: 'Mine' })
    expect(levers?.['own']).toEqual({ set: 'horizon.to', values: [2030] })
  })

  test('is refused where it is not there, may not be set so, or is set twice', () => {
    expect(mistakes({ 'us-tariff-mexico': [0, 0.1] })).toEqual([])
    expect(mistakes({ 'us-tarif-mexico': [0, 0.1] })[0]).toContain('did you mean us-tariff-mexico?')
    expect(mistakes({ 'us-tariff-mexico': [0, 25] })[0]).toContain('25% is written 0.25')
    expect(mistakes({ 'us-tariff-mexico': { from: 0, to: 3, steps: 4 } })[0]).toContain('it goes from 0 to 1')
    expect(mistakes({ 'us-tariff-mexico': [0], same: { lever: 'us-tariff-mexico', values: [0.1] } })[0]).toContain(
      'which us-tariff-mexico sets too',
    )
  })
})
