/** US duties by maker: the bills are what the treasury collects, and each is its maker's own. */
import { describe, expect, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { billNames } from '../../../engine/model/accounts/tariffBill.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import { origin, place } from '../../../engine/model/inputs/sets.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import {
  type SmallRegime,
  fromFirstYear,
  baseRegime,
  smallScenario,
  tariffRegime,
} from '../../reference/smallPolicy.ts'

const years = 3
const industry = {
  ...smallIndustry(),
  makers: smallIndustry().makers.map((maker) => ({ ...maker, id: maker.id === 'hikari' ? 'toyota' : maker.id })),
}

/** 25% on Mexico and Canada, on parts from allies and on metals, with a credit for assembly. */
const regime: SmallRegime = {
  ...tariffRegime(0.25),
  partsDuty: (o, k) => (o === place.US && k === origin.allied ? 0.25 : 0),
  unclaimedPartsDuty: (o, k) => (o === place.US && k === origin.MX ? 0.25 : 0),
  metalsDuty: (o, k) => (o === place.US && k !== origin.US ? 0.5 : 0),
  assemblyCredit: (o) => (o === place.US ? 0.02 : 0),
}
const chain = { truth: fromFirstYear(2, years, 1), years }
const workspace = createWorkspace(industry, constantLaws(), [
  smallScenario('duties', industry, [baseRegime, regime], chain),
])
runReplicate(workspace, rootKey(4), 2)
const at = (id: string, t = 2): number => outcome(workspace, 0, id, t)

describe('the bills of makers', () => {
  it('add up to what the US collects on vehicles, parts and metals, less credits', () => {
    for (let t = 0; t <= years; t++) {
      const sum = billNames.reduce((total, name) => total + at(`tariffBill.${name}`, t), 0)
      const collected = at('vehicleDuties.US', t) + at('partsDuties.US', t) + at('metalsDuties.US', t)
      expect(sum).toBeCloseTo(collected, 8)
    }
    expect(at('assemblyCredits.US')).toBeGreaterThan(0)
    expect(at('metalsDuties.US')).toBeGreaterThan(0)
  })

  it('are each its own: a maker of the list by its name, all others together, none for makers that are not there', () => {
    expect(at('tariffBill.Toyota')).toBeGreaterThan(0)
    expect(at('tariffBill.others')).toBeGreaterThan(0)
    expect(at('tariffBill.Ford')).toBe(0)
  })
})
