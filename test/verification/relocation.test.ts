import { describe, expect, it } from 'vitest'
import type { Carline } from '../../engine/model/replication/carlines.ts'
import { paperParameters } from '../../engine/model/replication/closure.ts'
import { lafferOutcome } from '../../engine/model/replication/laffer.ts'
import { paperKappa, overseasCutoff } from '../../engine/model/replication/overseas.ts'
import { relocationOutcome } from '../../engine/model/replication/relocation.ts'
import { relocationOnGrid } from '../reference/laffer.ts'

const both = (tau: number) => ({ tau, tauQ: tau })

function carline(stay: number, region: number, overseas: number, place: number = 2): Carline {
  const regionPlace = place === 0 ? 2 : 0
  return {
    name: 'sample',
    class: 'cars',
    place,
    stay: both(stay),
    regionPlace,
    region: both(region),
    overseas: both(overseas),
  }
}

describe('carlines that may move', () => {
  it.each([
    ['that never move', carline(1.025, 1.03, 1.4)],
    ['that move within the region', carline(1.025, 1.01, 1.4)],
    ['that leave it', carline(1.1, 1.12, 1.1)],
    ['some of which would be overseas anyway', carline(1.1, 1.12, 1.02)],
    ['that leave it rather than comply', carline(1.3, 1.31, 1.05)],
  ])('%s agree with a grid on which each takes the cheapest choice', (_, one) => {
    const exact = relocationOutcome([one], 0.8, paperParameters)
    const onGrid = relocationOnGrid(one, 0.8, paperKappa, paperParameters)
    for (const [name, value] of Object.entries(onGrid)) {
      const ours = name in exact.region ? exact.region[name as 'partsJobsChange'] : exact[name as 'movedWithin']
      expect(Math.abs(value - ours), name).toBeLessThan(2e-3)
    }
  })

  it('do as if fixed when moving is no use', () => {
    const fixed = lafferOutcome([{ tau: 1.025, tauQ: 1.025 }], 0.75, paperParameters)
    const free = relocationOutcome([carline(1.025, 1.03, 9)], 0.75, paperParameters)
    expect(free.region.partShareChange).toBeCloseTo(fixed.partShareChange, 7)
    expect(free.region.partsJobsChange).toBeCloseTo(fixed.partsJobsChange, 7)
    expect(free.movedWithin + free.movedOverseas).toBe(0)
    expect(free.byCountry[2]).toEqual(free.region)
    expect(free.byCountry[0]).toBeUndefined()
  })

  it('take their assembly jobs from one country to the other', () => {
    const here = carline(1.05, 1.02, 9, 0)
    const there = carline(1.05, 1.001, 9, 2)
    const jobs = relocationOutcome([here, there], 0.85, paperParameters, paperKappa, [100, 100, 100]).byCountry
    expect(jobs[2]?.assemblyJobsChange).toBeLessThan(0)
    expect(jobs[0]?.assemblyJobsChange).toBeGreaterThan(jobs[2]?.assemblyJobsChange ?? 0)
  })

  it('stay put without a rule', () => {
    const { region, movedWithin, movedOverseas } = relocationOutcome([carline(1.1, 1.01, 1.02)], 0, paperParameters)
    expect([region.partsJobsChange, region.assemblyJobsChange, movedWithin, movedOverseas]).toEqual([0, 0, 0, 0])
  })

  it('are as dear overseas as at home at the cut-off', () => {
    const { theta, mu, sigma } = paperParameters
    const delta = Math.exp(mu + sigma * overseasCutoff(1.02, 0.2, 1.1, 1.2, paperParameters))
    const cost = (x: number) => (1 + x ** -theta) ** (-1 / theta)
    expect(1.1 * ((1.2 * cost(delta / 1.44)) / cost(delta)) ** 0.8).toBeCloseTo(1.02, 12)
  })
})
