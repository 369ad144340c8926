/** An older name of a key is the key, wherever a file that is extended, a text or a lever uses it. */
import { expect, test } from 'vitest'
import { linesOf, loadFiles, problemsOf } from '../scenarioFiles.ts'

const duty = (more: string): string =>
  `extends: base\ntitle: t\npolicy: { regimes: { usmca: { additionalDuties: { d:\n  { market: US, origins: [MX], rate: .1, ${more} } } } } }\n`

const contentOf = (more: string): unknown => loadFiles({ 'rule.yaml': duty(more) }).content

test('`on` of a duty is read as chargedOn', () => {
  expect(contentOf('on: nonUsContent')).toEqual(contentOf('chargedOn: nonUsContent'))
  const spared = '{ contentNotFrom: [CA, MX] }'
  expect(contentOf(`on: ${spared}`)).toEqual(contentOf(`chargedOn: ${spared}`))
  expect(contentOf('"on": value')).toEqual(contentOf('chargedOn: value'))
})

test('a file that extends one with the old name goes over it by the new one', () => {
  const policy = loadFiles({
    'b.yaml': `extends: ./rule.yaml\ntitle: t\npolicy: { regimes: { usmca: { additionalDuties: { d: { chargedOn: value } } } } }\n`,
    'rule.yaml': duty('on: nonUsContent'),
  }).policy.regimes.usmca.additionalDuties?.d
  expect(policy).toEqual({ market: 'US', origins: ['MX'], rate: 0.1, chargedOn: 'value' })
})

test('what is wrong under the old name is said where it stands, by the new one; both names are one too many', () => {
  expect(linesOf(problemsOf(duty('on: velue')))).toEqual([
    expect.stringMatching(
      /^rule.yaml:4:46: policy.regimes.usmca.additionalDuties.d.chargedOn: given velue; did you mean value\?/,
    ),
  ])
  expect(linesOf(problemsOf(duty('on: { contentNotFrom: [XX] }'))).join()).toMatch(
    /^rule.yaml:4:65: .*contentNotFrom\[0\]: given XX/,
  )
  expect(linesOf(problemsOf(duty('on: value, chargedOn: value'))).join()).toMatch(
    /^rule.yaml:4:42: unknown key: on in /,
  )
})
