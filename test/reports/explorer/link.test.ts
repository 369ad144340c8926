/** Links into the explorer: what they carry, and what becomes of one that is wrong. */
import { describe, expect, test } from 'vitest'
import { linkOf, readLink, type Known } from '../../../reports/explorer/page/link.ts'
import { type Settings, settingsFor } from '../../../reports/explorer/page/settings.ts'

const listed = [
  { name: 'base', title: 'Base', question: 'What if nothing changes?', baseline: 'base', isOwn: false },
  { name: 'tariff-a', title: 'A tariff', question: 'What does it do?', baseline: 'base', isOwn: false },
]
const known: Known = { listed, option: 'tariff-a', outcomes: ['output.US', 'output.MX'] }

test('a link carries every setting, and gives the same ones back', () => {
  const settings: Settings = {
    baseline: 'tariff-a',
    option: 'base',
    levers: { 'us-tariff-mexico': 0.1, 'levers-from': 2028 },
    held: { nestingSigma: 0.6 },
    narrowed: { discountRate: [0.08, 0.1] },
    view: 'MX',
    forms: { demand: 'nestedLogit' },
    seed: 7,
    replicates: 33,
    year: 2030,
    outcome: 'output.MX',
    why: 'GM Silao',
    along: 'us-tariff-mexico',
  }
  expect(readLink(linkOf(settings, listed), known)).toEqual({ settings, problems: [] })
})

test('what is as usual is left out of it', () => {
  expect(linkOf(settingsFor('tariff-a', listed), listed)).toBe('#option=tariff-a')
  expect(readLink('', known)).toEqual({ settings: settingsFor('tariff-a', listed), problems: [] })
})

test('a page that is opened with levers set stands at them until there is a link', () => {
  const opened: Known = { ...known, settings: { levers: { 'us-tariff-mexico': 0.1 }, held: { nestingSigma: 0.6 } } }
  const { settings } = readLink('', opened)
  expect(settings).toEqual({ ...settingsFor('tariff-a', listed), ...opened.settings })
  expect(readLink(linkOf({ ...settings, levers: {} }, listed), opened).settings.levers).toEqual({})
  expect(readLink('#option=base', opened).settings).toEqual(settingsFor('base', listed))
})

describe('a link that is wrong', () => {
  test.each([
    ['option=tarif-a', /a scenario tarif-a, which is not there; tariff-a is opened/],
    ['baseline=nowhere-at-all', /nowhere-at-all, which is not there; base is opened/],
    ['lever.us-tariff-mexiko=0.1', /did you mean us-tariff-mexico\?/],
    ['lever.us-tariff-mexico=10%25', /10% is written 0.1/],
    ['hold.nestingSigm=1', /did you mean nestingSigma\?/],
    ['hold.nestingSigma=9', /it goes from/],
    ['narrow.discountRate=0.1..0.08', /0.1 must be below 0.08/],
    ['narrow.discountRate=0.08', /cut at two numbers/],
    ['narrow.nestingSigma=0.1..9', /it goes from/],
    ['narrow.us-tariff-mexico=0..1', /is a lever/],
    ['view=FR', /a view is US, CA, MX/],
    ['form.demand=ce', /demand is /],
    ['seed=-1', /a seed is a whole number/],
    ['replicates=1e9', /from 2 to 10000/],
    ['outcome=output.XX', /output\.(US|MX)/],
    ['lever.us-tariff-mexico=', /us-tariff-mexico/],
    ['lever.=0.1', /lever/],
    ['hold.nestingSig', /nestingSigma/],
    ['version=0.0.1', /knows no such setting/],
    ['option=%E0%A4%A', /which is not there; tariff-a is opened/],
    ['colour=red', /knows no such setting/],
    [`x=${'a'.repeat(30_000)}`, /characters long/],
  ])('%s: says what, and the rest is opened', (link, said) => {
    const { settings, problems } = readLink(`#${link}`, known)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(said)
    expect(problems[0].length).toBeLessThan(500)
    expect(settings).toEqual(settingsFor('tariff-a', listed))
  })
})
