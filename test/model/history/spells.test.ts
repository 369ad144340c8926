/** Years within which rules change: every day counts once, and a change that changes nothing changes nothing. */
import { describe, expect, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace, type Workspace } from '../../../engine/model/history/workspace.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { loadFiles } from '../../scenarios/scenarioFiles.ts'

const industry = smallIndustry()
const root = rootKey(2024)

/** Scenarios of a regime whose rules are given as text, each with the policy of 2024 else. */
function workspaceOf(regimes: readonly string[], more = ''): Workspace {
  const scenarios = regimes.map((rules) => {
    const text = `title: Days\nextends: base\npolicy:\n  start: rules\n  regimes:\n    rules:\n      extends: usmca\n${rules}${more}`
    return compileScenario(loadFiles({ 'days.yaml': text }), industry)
  })
  const workspace = createWorkspace(industry, constantLaws(), scenarios)
  runReplicate(workspace, root, 1)
  return workspace
}

function duty(dates: string, rate = 0.25): string {
  return `      additionalDuties: { duty: { market: US, origins: [CA, MX], rate: ${rate}${dates} } }\n`
}

function ban(from: string): string {
  return `      bans: { US: { all: { headquarters: [JP], from: ${from} } } }\n`
}

function rises(values: readonly number[]): boolean {
  return values.every((value, n) => n === 0 || value > values[n - 1])
}

const in2026 = 2

describe('a duty', () => {
  const whole = workspaceOf([duty(', to: 2024-12-31'), duty(', from: 2026-01-01, to: 2026-12-31')])
  const rateOf = (workspace: Workspace, s: number): number => outcome(workspace, s, 'dutyRate.MX', in2026)
  const added = rateOf(whole, 1) - rateOf(whole, 0)

  it('of a whole year is charged at its rate', () => {
    expect(added).toBeCloseTo(0.25, 2)
  })

  it.each([
    [3, ', from: 2026-06-30, to: 2026-07-02'],
    [31, ', from: 2026-01-01, to: 2026-01-31'],
    [150, ', from: 2026-03-01, to: 2026-07-28'],
    [182, ', from: 2026-07-03, to: 2026-12-31'],
  ])('of %i days is charged for these', (days, dates) => {
    const part = workspaceOf([duty(', to: 2024-12-31'), duty(dates)])
    expect((rateOf(part, 1) - rateOf(part, 0)) / added / (days / 365)).toBeCloseTo(1, 1)
  })

  it('costs the more the longer it lasts, in duties paid, prices and output', () => {
    const days = ['01-31', '03-31', '06-30', '09-30', '12-31']
    const lasting = workspaceOf(days.map((end) => duty(`, from: 2026-01-01, to: 2026-${end}`)))
    const over = (id: string): readonly number[] => days.map((_, s) => outcome(lasting, s, id, in2026))
    expect(rises(over('vehicleDuties.US'))).toBe(true)
    expect(rises(over('priceIndex.US'))).toBe(true)
    expect(rises(over('output.MX').map((value) => -value))).toBe(true)
  })
})

describe('a change of rules within a year', () => {
  it('that changes nothing leaves every outcome as it is, to rounding', () => {
    const same = duty('', 0.1)
    const renamed = `      additionalDuties:
        until: { market: US, origins: [CA, MX], rate: 0.1, to: 2026-05-31 }
        after: { market: US, origins: [CA, MX], rate: 0.1, from: 2026-06-01 }
`
    const workspace = workspaceOf([same, renamed])
    expect(workspace.economies[1].scenario.policy.spells).toBeDefined()
    const [one, other] = workspace.results
    one.outcomes.forEach((value, n) => {
      const name = outcomeDefinitions[n % outcomeDefinitions.length].id
      expect(Math.abs(other.outcomes[n] - value), name).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)))
    })
  })

  it('closes a market for the year where it is closed for most of its days, and for none where for fewer', () => {
    const sales = (workspace: Workspace, s: number): number => outcome(workspace, s, 'sales.US', in2026)
    const workspace = workspaceOf([ban('2030-01-01'), ban('2026-03-01'), ban('2026-10-01')])
    expect(sales(workspace, 1)).toBeLessThan(0.99 * sales(workspace, 0))
    expect(sales(workspace, 2)).toBe(sales(workspace, 0))
  })

  it('of an event divides the year between two regimes', () => {
    const tariff = duty(', from: 2026-10-01')
    const byRule = workspaceOf([tariff])
    const event = `    later:\n      extends: usmca\n${duty('')}  events: [{ date: 2026-10-01, to: later }]\n`
    const byEvent = workspaceOf([''], event)
    for (const id of ['output.US', 'vehicleDuties.US', 'priceIndex.US', 'output.MX']) {
      expect(outcome(byEvent, 0, id, in2026), id).toBeCloseTo(outcome(byRule, 0, id, in2026), 6)
    }
  })
})
