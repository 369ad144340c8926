/** A trade that a duty ends has the duty that ended it, and not one of 0. */
import { expect, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { askedRates } from '../../../engine/model/accounts/askedRates.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { type Workspace } from '../../../engine/model/history/workspace.ts'
import { outcome } from '../../reference/reading.ts'
import { type SmallRegime, agreement, baseRegime, tariffRegime } from '../../reference/smallPolicy.ts'
import { regimeWorkspace } from '../../reference/smallRun.ts'

const years = 12

function run(regime: SmallRegime, replicate: number): Workspace {
  const workspace = regimeWorkspace(regime, years)
  runReplicate(workspace, rootKey(3), replicate)
  return workspace
}

it('the rate of duty on a trade that has ended is what its vehicles would be asked', () => {
  let ended = 0
  for (let replicate = 0; replicate < 10; replicate++) {
    const workspace = run(tariffRegime(1), replicate)
    for (let t = 1; t <= years; t++) {
      if (outcome(workspace, 0, 'salesFrom.CA', t) === 0) ended += 1
      expect(outcome(workspace, 0, 'dutyRate.CA', t)).toBeGreaterThan(0.99)
    }
  }
  // Lines leave Canada at their redesigns: in most replicates all have left at the end.
  expect(ended).toBeGreaterThan(10)
})

it('what is asked is what is paid, where something comes at the parts that makers choose', () => {
  const workspace = run(baseRegime, 1)
  const { duty, unclaimed } = askedRates(workspace.economies[0].setting, 0, 0, 1)
  expect(duty).toBeCloseTo(outcome(workspace, 0, 'dutyRate.CA', 0), 3)
  expect(unclaimed).toBeCloseTo(outcome(workspace, 0, 'dutiableShare.CA', 0), 2)
  expect(askedRates(workspace.economies[0].setting, 0, 0, 3).duty).toBeCloseTo(
    outcome(workspace, 0, 'dutyRate.OVERSEAS', 0),
    3,
  )
})

it('nothing is asked where nothing ever came, and where all is barred', () => {
  const closed = {
    name: 'closed',
    programmes: agreement().map((programme) => ({
      ...programme,
      admits: (m: number, j: number, o: number): boolean => programme.admits(m, j, o) && !(m === 0 && o === 1),
    })),
  }
  const workspace = run(closed, 1)
  expect(outcome(workspace, 0, 'dutyRate.CA', 1)).toBe(0)
  expect(outcome(workspace, 0, 'dutyRateInMexico.CA', 1)).toBe(outcome(workspace, 0, 'dutyRateInMexico.CA', 0))
})
