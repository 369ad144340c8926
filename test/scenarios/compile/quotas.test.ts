/** Quotas in scenario files: pools, dated volumes, and mistakes at their places. */
import { expect, it } from 'vitest'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { linesOf, loadFiles, problemsOf } from '../scenarioFiles.ts'

const industry = smallIndustry()

function quotaFile(us: string): string {
  return `title: Quotas
extends: base
policy:
  start: quotas
  regimes:
    quotas:
      extends: usmca
      programmes:
        US: ${us}
        CA:
          chinese-electric:
            { origins: [CN], powertrain: electric, duty: 0.061, from: 2026-01-16,
              quota: { volume: [{ value: 49000 }, { from: 2030-01-01, value: 70000 }] } }
`
}

it('a pool is one quota for several programmes, and a volume with dates has a regime for each, and a mean while it is in force', () => {
  const us = '{ usmca: { quota: &letter { volume: 2600000, pool: letter } }, usmca-trucks: { quota: *letter } }'
  const { policy } = compileScenario(loadFiles({ 'rule.yaml': quotaFile(us) }, { industry }), industry)
  const { quotas, quotaVolume, regimes, programmes } = policy
  expect(regimes).toEqual(['usmca', 'quotas', 'quotas in 2026', 'quotas from 2027', 'quotas from 2030'])
  expect(quotas).toEqual(['letter', 'CA/chinese-electric'])
  const volumes = regimes.map((_, r) => [...quotaVolume.subarray(r * 2, r * 2 + 2)])
  expect(volumes).toEqual([
    [Infinity, Infinity],
    [2.6e6, Infinity],
    [2.6e6, 49_000],
    [2.6e6, 49_000],
    [2.6e6, 70_000],
  ])
  const withQuota = programmes.names.flatMap((name, id) =>
    programmes.quota[id] >= 0 ? [`${name} ${programmes.quota[id]}`] : [],
  )
  expect(withQuota.toSorted()).toEqual(['CA/chinese-electric + surtax-electric 1', 'US/usmca 0', 'US/usmca-trucks 0'])
})

it('a quota without volume, and a pool with two, are named at their places', () => {
  const none = linesOf(problemsOf(quotaFile('{ usmca: { quota: { pool: letter } } }'), { industry }))
  expect(none).toHaveLength(1)
  expect(none[0]).toMatch(/^rule.yaml:9:\d+: .*usmca.quota.volume: is missing: write vehicles a year/)
  const two = quotaFile('{ usmca: { quota: { volume: 1, pool: a } }, usmca-trucks: { quota: { volume: 2, pool: a } } }')
  expect(linesOf(problemsOf(two, { industry }))[0]).toMatch(/^rule.yaml:9:\d+: .*pool a has another volume in US.usmca/)
  expect(problemsOf(quotaFile('{ usmca: { quota: { volume: -1 } } }'), { industry })).toHaveLength(1)
})

it('rules on metals reach the places that they name, from their dates on', () => {
  const text = `title: Metals
extends: base
policy:
  start: metals
  regimes:
    metals:
      extends: usmca
      programmes: { US: { usmca: { content: { metals: [{ from: 2027-01-01, value: 0.7 }] } } } }
      metals:
        duties: { US: { ALLY: 0.5, CN: 0.5 } }
        exportLimits: { US: { MX: 0.2 } }
`
  const { policy } = compileScenario(loadFiles({ 'rule.yaml': text }, { industry }), industry)
  expect(policy.regimes).toEqual(['usmca', 'metals', 'metals from 2027'])
  expect([...policy.metalsDuty.subarray(0, 24)]).toEqual(Array.from({ length: 24 }, () => 0))
  expect([...policy.metalsDuty.subarray(24, 36)]).toEqual([0, 0, 0, 0, 0.5, 0.5, 0, 0, 0, 0, 0, 0])
  expect(policy.metalsLimit[24 + 2]).toBe(0.2)
  expect(new Set(policy.programmes.metalsFloor)).toEqual(new Set([0, 0.7]))
  const own = text.replace('ALLY: 0.5', 'US: 0.5')
  expect(linesOf(problemsOf(own, { industry }))).toEqual([
    'rule.yaml:10:25: policy.regimes.metals.metals.duties.US.US: US charges no duty on its own metals',
  ])
})
