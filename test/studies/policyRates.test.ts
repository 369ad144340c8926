/** Rates of the library beside the list of duties: what rests on a row, and what on none. */
import { expect, it } from 'vitest'
import { policyRates } from '../../studies/modelChecks/policyRates.ts'

const rates = policyRates()
const rateAt = (scenario: string, key: RegExp): (typeof rates)[number] | undefined =>
  rates.find((rate) => rate.scenario === scenario && key.test(rate.key))

it('a rate in law rests on its row, of its importer, goods, origin and day', () => {
  const tariff = rateAt('tariff-232-2025', /section-232\.rate$/)
  expect(tariff).toMatchObject({ rate: 0.25, evidence: 'sourced' })
  expect(tariff?.rows.map(({ title }) => title)).toEqual([expect.stringMatching(/Section 232 \(Proc\. 10908\)/)])
  expect(rateAt('path-2026', /MX\.mfn\.duty\.1/)).toMatchObject({ rate: 0.5, evidence: 'sourced' })
})

it('a rate that stands for several duties rests on all of them', () => {
  const parts = rateAt('path-2026', /partsDuties\.US\.CN\.1/)
  expect(parts?.rows).toHaveLength(3)
  expect(parts?.rows.reduce((sum, { rate }) => sum + rate, 0)).toBeCloseTo(0.525, 12)
})

it('what is judged, supposed or only announced is not taken for law', () => {
  expect(rateAt('path-2026', /counter-surtax-content\.rate$/)?.evidence).toBe('not in the list')
  expect(rateAt('path-2026', /remission-gm\.duty/)?.evidence).toBe('not in the list')
  expect(rateAt('retaliation', /retaliation-mexico/)?.evidence).toBe('not in the list')
  expect(rateAt('canada-50-from-2027', /canada-50\.rate$/)?.evidence).toBe('approximate')
})

it('every rate is told with its line', () => {
  expect(rates.length).toBeGreaterThan(80)
  expect(rates.filter(({ position }) => position === undefined)).toEqual([])
})
