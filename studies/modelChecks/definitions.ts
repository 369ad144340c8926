/**
 * Published results that the engine is looked at beside, as data: what was published and by whom, the band that its spread
 * makes reasonable, and which of our numbers is the nearest to it. They are looked at, never tuned to.
 *
 * Bands that no publication gives say so in their note.
 */
import type { PublishedCheck, IncomparableCheck } from './check.ts'
import { demandAndWelfareChecks } from './demandAndWelfare.ts'

const last = 2036
const inegi = 'INEGI, RAIAVL: 3,953,494 in 2025'
const usitc = 'USITC (2019), publication 4889'
const headMayer = 'Head and Mayer (2019), American Economic Review 109'
const yale = 'The Budget Lab at Yale, March 2025'

export const publishedChecks: readonly PublishedCheck[] = [
  {
    id: 'C1',
    what: 'Canadian and Mexican vehicles that pay duty in the US, by value, under 75% (USMCA)',
    published: '8.2% in 2023',
    source: 'USTR (2024), report on trade in automotive goods',
    band: [0.05, 0.12],
    quantity: { kind: 'level', scenario: 'base', outcomes: ['dutiableShare.CA+MX'], year: 2025 },
    shown: 'percent',
    note: 'A target of calibration (rvcSlack, lvcSlack): it shows only that the calibration works.',
    cannotMiss: 'a target of calibration',
  },
  {
    id: 'C1',
    what: 'The same under 62.5% and no wage rule (NAFTA)',
    published: '0.5% in 2019',
    source: 'USTR (2024), report on trade in automotive goods',
    band: [0, 0.02],
    quantity: { kind: 'level', scenario: 'nafta-62.5', outcomes: ['dutiableShare.CA+MX'], year: last },
    shown: 'percent',
    note:
      'In the last year, when parts have been sourced anew under the looser rule. It was a target of calibration while all lines had the ' +
      'same cost of papers; with a cost of its own for each, one law for 2019 and for 2024 misses 2019, when nearly all claimed.',
  },
  {
    id: 'C3',
    what: 'Mexican output in 2025, under the rules in force by their days',
    published: '-0.9%, full year',
    source: inegi,
    band: [-0.05, 0.02],
    quantity: { kind: 'change', scenario: 'path-2026', outcomes: ['output.MX'], year: 2025 },
    shown: 'percent',
    note: 'Theirs is against the year before, ours against no tariffs, so that demand and stocks of 2025 are not in it.',
  },
  {
    id: 'C4',
    what: 'US price of new vehicles in 2025, quality held fixed',
    published: '+0.3%, full year',
    source: 'BEA (PCE, new motor vehicles), 2025',
    band: [-0.005, 0.01],
    quantity: { kind: 'change', scenario: 'path-2026', outcomes: ['priceIndex.US'], year: 2025 },
    shown: 'percent',
    note:
      'The band is a judgement of what a year without tariffs might have had. Reports of +1 to +3% after five months, which stood ' +
      'here before, were of single months. More of 2025 is in validation.md.',
  },
  {
    id: 'C6',
    what: 'US output under 25% on all vehicles and parts, long run, no retaliation',
    published: '+13.7%',
    source: yale,
    band: [0, 0.3],
    quantity: { kind: 'change', scenario: 'checks/tariff-25-all', outcomes: ['output.US'], year: last },
    shown: 'percent',
    note: 'Asked is the sign; the upper end is a judgement. Theirs is a model of general equilibrium.',
  },
  {
    id: 'C6',
    what: 'The same, of vehicles alone',
    published: 'no figure of its own',
    source: yale,
    band: [0, 0.3],
    quantity: { kind: 'change', scenario: 'checks/tariff-25-vehicles', outcomes: ['output.US'], year: last },
    shown: 'percent',
    note:
      'A part of the row before, to the same band: the two parts are large and of opposite sign, so that their sum may lie in the ' +
      'band by errors that cancel.',
  },
  {
    id: 'C6',
    what: 'The same, of parts alone',
    published: 'no figure of its own',
    source: yale,
    band: [-0.3, 0],
    quantity: { kind: 'change', scenario: 'checks/tariff-25-parts', outcomes: ['output.US'], year: last },
    shown: 'percent',
    note: 'The other part: dearer parts make US assembly dearer. The band is a judgement of the same size.',
  },
  {
    id: 'C6',
    what: 'The same with retaliation',
    published: 'near 0',
    source: yale,
    band: [-0.05, 0.05],
    quantity: { kind: 'change', scenario: 'checks/tariff-25-all-retaliation', outcomes: ['output.US'], year: last },
    shown: 'percent',
    note: 'Near is read as 5% either way, a judgement. Ours lacks retaliation from outside North America.',
  },
  {
    id: 'C7',
    what: 'US prices of a fixed basket under 25% on vehicles and parts from outside North America',
    published: '+4 to +7%',
    source: 'Resources for the Future (2025)',
    band: [0.04, 0.07],
    quantity: { kind: 'change', scenario: 'checks/tariff-25-overseas', outcomes: ['priceIndex.US'], year: last },
    shown: 'percent',
    note:
      "Ours charges the duty on makers' cost, about four fifths of price, and makers bear a part of it. Theirs holds parts too; " +
      'before, this row charged vehicles alone, and was 3.3%.',
  },
  {
    id: 'C7',
    what: 'US prices of a fixed basket under 25% on all vehicles and parts',
    published: '+13.5%',
    source: yale,
    band: [0.04, 0.135],
    quantity: { kind: 'change', scenario: 'checks/tariff-25-all', outcomes: ['priceIndex.US'], year: last },
    shown: 'percent',
    note: 'Between the two publications.',
  },
  {
    id: 'C9',
    what: 'US prices of a fixed basket, USMCA rules against NAFTA rules',
    published: '+0.37 to +1.61%',
    source: usitc,
    band: [0.0037, 0.0161],
    quantity: {
      kind: 'change',
      scenario: 'base',
      baseline: 'nafta-62.5',
      outcomes: ['priceIndex.US'],
      year: last,
    },
    shown: 'percent',
    note:
      'Theirs lets rules bind as they are written; ours leaves the roll-up, averaging and credits that make 92% of imports ' +
      'comply, so that the rules cost less.',
  },
  {
    id: 'C9',
    what: 'US sales, USMCA rules against NAFTA rules',
    published: '-1.25%',
    source: usitc,
    band: [-0.0375, -0.004],
    quantity: { kind: 'change', scenario: 'base', baseline: 'nafta-62.5', outcomes: ['sales.US'], year: last },
    shown: 'percent',
    note: 'The same order is read as a factor of three either way, a judgement. The same difference as for prices.',
  },
  {
    id: 'C9',
    what: 'US jobs in assembly and parts, USMCA rules against NAFTA rules',
    published: '+28,000',
    source: usitc,
    band: [9_000, 84_000],
    quantity: {
      kind: 'difference',
      scenario: 'base',
      baseline: 'nafta-62.5',
      outcomes: ['assemblyJobs.US', 'partsJobs.US'],
      year: last,
    },
    shown: { factor: 1000, decimals: 1, unit: 'thousand' },
    note:
      'The same order is read as a factor of three either way, a judgement. Theirs adds a core-parts rule; ours, at 75%, ' +
      'changes hardly anything under the slack that calibration finds, and is left out of the base year.',
  },
  {
    id: 'C10',
    what: 'Canadian output when free trade ends and the three charge each other 25%, long run',
    published: '-67%',
    source: headMayer,
    band: [-1, -0.25],
    quantity: { kind: 'change', scenario: 'checks/mutual-25', outcomes: ['output.CA'], year: last },
    shown: 'percent',
    note: 'Asked is a fall of more than a quarter, and more than in Mexico. Their data are of 2016.',
  },
  {
    id: 'C10',
    what: 'Mexican output, the same',
    published: '-40%',
    source: headMayer,
    band: [-1, -0.25],
    quantity: { kind: 'change', scenario: 'checks/mutual-25', outcomes: ['output.MX'], year: last },
    shown: 'percent',
    note: 'Asked is a fall of more than a quarter, and less than in Canada.',
  },
  ...demandAndWelfareChecks,
]

/** Published numbers with no number of ours beside them, and why. */
export const incomparableChecks: readonly IncomparableCheck[] = [
  {
    id: 'C9',
    what: 'US jobs, working paper of 2022 against article of 2024 on the same rules',
    published: '+1.2%; -0.6%',
    source: 'Head, Mayer and Melitz (2022, 2024)',
    why: 'different closures, never averaged; the article runs as replication/head-mayer-melitz',
  },
]

/** Scenarios that the checks need; the first is the baseline. */
export function checkScenarios(): readonly string[] {
  const named = publishedChecks.flatMap(({ quantity }) =>
    quantity.kind === 'demand' ? [] : [quantity.scenario, quantity.baseline ?? 'base'],
  )
  return [...new Set(['base', ...named])]
}
