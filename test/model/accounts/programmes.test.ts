/** Duties by customs programme: rate times base, and no vehicle left out. */
import { describe, it, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { programmeTallyCount, tallyProgrammes } from '../../../engine/model/accounts/programmeTally.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import type { Economy } from '../../../engine/model/history/economy.ts'
import { type Workspace, createWorkspace } from '../../../engine/model/history/workspace.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { uniformLaws } from '../../reference/smallLaws.ts'
import {
  chain,
  type SmallRegime,
  agreement,
  fromFirstYear,
  smallScenario,
  baseRegime,
  tariffRegime,
} from '../../reference/smallPolicy.ts'

const years = 6
const industry = smallIndustry()
const laws = uniformLaws({ rvcSlack: [0, 0.28], paperworkCost: [0.002, 0.03], sourcingAdjustment: [0.1, 0.4] })

/** A quarter of the value that is not of US content for agreement vehicles, of all of it for the others. */
const contentDuty: SmallRegime = {
  name: 'content duty',
  programmes: agreement(0, 0.275).map((programme) =>
    programme.name === 'agreement' ? { ...programme, dutyOnNonUsContent: 0.25 } : programme,
  ),
  partsDuty: (place, origin) => (place === 0 && origin > 3 ? 0.12 : 0),
}

function run(regime: SmallRegime, replicate: number, truth = fromFirstYear(2, years, 1)): Workspace {
  const options = { truth, years }
  const workspace = createWorkspace(industry, laws, [smallScenario('s', industry, [baseRegime, regime], options)])
  runReplicate(workspace, rootKey(3), replicate)
  return workspace
}

function tallyOf(economy: Economy, lastRegime = 1): Float64Array {
  const tally = new Float64Array(economy.scenario.policy.programmes.names.length * programmeTallyCount)
  tallyProgrammes(economy, lastRegime, tally)
  return tally
}

/** Sum over programmes of one column of a tally. */
function sumOf(tally: Float64Array, column: number): number {
  return tally.reduce((total, value, n) => (n % programmeTallyCount === column ? total + value : total), 0)
}

/** Sum over the three markets of a family of outcomes in the last year. */
function lastYear(workspace: Workspace, family: string): number {
  return ['US', 'CA', 'MX'].reduce((total, place) => total + outcome(workspace, 0, `${family}.${place}`, years), 0)
}

describe.each([
  ['a tariff on value', tariffRegime(0.25)],
  ['a duty on non-US content', contentDuty],
])('under %s', (_, regime) => {
  it('each programme collects its rates times its bases', () => {
    for (let replicate = 0; replicate < 12; replicate++) {
      const [economy] = run(regime, replicate).economies
      const { duty, dutyOnNonUsContent, names } = economy.scenario.policy.programmes
      const tally = tallyOf(economy)
      names.forEach((name, p) => {
        const [, value, nonUs, paid] = tally.subarray(p * programmeTallyCount, (p + 1) * programmeTallyCount)
        const due = duty[p] * value + dutyOnNonUsContent[p] * nonUs
        expect(Math.abs(paid - due), name).toBeLessThan(1e-9 * (1 + paid))
        expect(nonUs).toBeLessThanOrEqual(value * (1 + 1e-12))
      })
    }
  })

  it('programmes add up to the duties and sales of the accounts', () => {
    for (let replicate = 0; replicate < 12; replicate++) {
      const workspace = run(regime, replicate)
      const tally = tallyOf(workspace.economies[0])
      expect(sumOf(tally, 0) / lastYear(workspace, 'sales')).toBeCloseTo(1, 10)
      expect(sumOf(tally, 3) / 1000).toBeCloseTo(lastYear(workspace, 'vehicleDuties'), 6)
      expect(workspace.results[0].programmes).toEqual(tally.map(Math.round))
    }
  })
})

describe.each([
  ['that is never left', fromFirstYear(2, years, 0)],
  ['that is back in the last year', chain(2, years, [0, 1, 1, 0])],
])('under the policy of the base year %s', (_, truth) => {
  it('every vehicle is brought in under a programme of that policy', () => {
    for (let replicate = 0; replicate < 12; replicate++) {
      const workspace = run(contentDuty, replicate, truth)
      const [economy] = workspace.economies
      const tally = tallyOf(economy, 0)
      expect(sumOf(tally, 0) / lastYear(workspace, 'sales')).toBeCloseTo(1, 10)
      expect(sumOf(tally, 3) / 1000).toBeCloseTo(lastYear(workspace, 'vehicleDuties'), 6)
      const { programmeIds, programmeOff } = economy.scenario.policy
      const cellsOfRegime = (programmeOff.length - 1) / 2
      const ofBase = new Set(programmeIds.subarray(0, programmeOff[cellsOfRegime]))
      economy.scenario.policy.programmes.names.forEach((name, p) => {
        if (!ofBase.has(p)) expect(tally[p * programmeTallyCount], name).toBe(0)
      })
    }
  })
})
