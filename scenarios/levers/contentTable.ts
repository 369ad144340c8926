/** Levers: what content vehicles must have to meet the agreement, at the borders of all three countries. */
import { agreedWage } from '../../engine/model/content/labourWage.ts'
import { chineseCap, chineseOwned, contentNumber, noChineseCap } from './contentRules.ts'
import { numberLever, switchLever, type Lever } from './lever.ts'
import { ofRegimes } from './regimes.ts'

const group = 'Content rules'
const unit = 'fraction of value'

/** Floors of content that lie within one another: of which the wider must ask at least what the narrower asks. */
export const contentLevers: readonly Lever[] = [
  numberLever(
    {
      id: 'content-regional',
      title: 'Regional content that the agreement asks',
      group,
      unit,
      rule: 'Least share of the value of a vehicle that must come from the US, Canada and Mexico for it to meet the agreement, as customs counts it.',
      source: 'USMCA, Annex 4-B, Article 3 (75%); 82% was proposed on 29 May 2026 (scenario proposal-may-2026)',
      outcomes: ['output.MX', 'partsJobs.US', 'priceIndex.US', 'welfare.US'],
    },
    [0.5, 0.9, 0.01],
    ofRegimes(contentNumber('regional')),
  ),
  numberLever(
    {
      id: 'content-us',
      title: 'US content that the agreement asks',
      group,
      unit,
      rule: 'Least share of the value of a vehicle that must come from the US. The agreement asks none; the US proposed 50%. It may be no higher than content-regional.',
      source:
        'US proposals of October 2017 and of 29 May 2026: 50% (Detroit News; press digest, medium confidence); scenarios us-content-floor-40 and -50',
      outcomes: ['output.MX', 'output.CA', 'partsJobs.US', 'priceIndex.US'],
    },
    [0, 0.75, 0.01],
    ofRegimes(contentNumber('us')),
  ),
  numberLever(
    {
      id: 'content-core',
      title: 'Regional content of core parts',
      group,
      unit: 'fraction of the value of core parts',
      rule: 'Least share of the value of engines, gearboxes, bodies, batteries and the like that must come from the three countries. The 75% in force are met by all who claim and are not written in scenarios, which is why this stands at 0.',
      source: 'USMCA, Annex 4-B, Article 3 and Table A.2 (75%); scenario core-parts-90',
      outcomes: ['output.MX', 'partsJobs.US', 'priceIndex.US', 'welfare.US'],
    },
    [0, 1, 0.01],
    ofRegimes(contentNumber('core')),
  ),
  numberLever(
    {
      id: 'content-roll-up',
      title: 'Roll-up: content that customs counts though it is not there',
      group,
      unit: 'fraction of what is counted today',
      rule: 'Parts that qualify count in full, with what of them is foreign: 1 counts all of it, as the panel of 2022 decided, 0 none.',
      source: 'Panel report on automotive rules of origin, 14 December 2022 (USMCA, Chapter 31); scenario no-roll-up',
      outcomes: ['output.MX', 'partsJobs.US', 'priceIndex.US', 'welfare.US'],
    },
    [0, 1, 0.05],
    ofRegimes(contentNumber('rollUp', { unwritten: 1 })),
  ),
  numberLever(
    {
      id: 'content-labour',
      title: 'High-wage work that the agreement asks',
      group,
      unit,
      rule: 'Least share of the value of a car that must come from work in the US or Canada that is paid at least content-labour-wage; five points more of pickups and vans.',
      source: 'USMCA, Annex 4-B, Article 7 (40% for cars, 45% for trucks); scenario labour-value-50',
      outcomes: ['output.MX', 'partsJobs.US', 'priceIndex.US', 'welfare.US'],
    },
    [0, 0.7, 0.01],
    ofRegimes(contentNumber('labour', { trucks: 0.05 })),
  ),
  numberLever(
    {
      id: 'content-labour-wage',
      title: 'Wage from which work counts as high-wage',
      group,
      unit: 'USD of 2024 an hour',
      rule: 'Production work counts towards content-labour in plants that pay at least this.',
      source: 'USMCA, Annex 4-B, Article 7 (16 USD an hour); scenario wage-floor-25',
      outcomes: ['output.MX', 'partsJobs.US', 'priceIndex.US', 'welfare.US'],
    },
    [5, 45, 1],
    ofRegimes(contentNumber('labourWage', { unwritten: agreedWage })),
  ),
  numberLever(
    {
      id: 'content-labour-credits',
      title: 'High-wage work that credits can stand for',
      group,
      unit,
      rule: 'Points of content-labour that makers may meet by credits for research and for assembly in high-wage plants.',
      source:
        'USMCA, Annex 4-B, Article 7 (10 points for technology and 5 for assembly); scenario wage-rule-no-credits',
      outcomes: ['output.MX', 'partsJobs.US', 'priceIndex.US', 'welfare.US'],
    },
    [0, 0.3, 0.01],
    ofRegimes(contentNumber('labourCredits')),
  ),
  numberLever(
    {
      id: 'content-metals',
      title: 'Steel and aluminium that must be melted in North America',
      group,
      unit: 'fraction of the metals in parts',
      rule: 'Least share of the steel and aluminium in parts that must be melted and poured in the three countries. 70% is to hold from July 2027, and all who claim meet it.',
      source: 'USMCA, Annex 4-B, Article 6 (70%); scenario melted-and-poured',
      outcomes: ['output.MX', 'priceIndex.US', 'welfare.US'],
    },
    [0, 1, 0.01],
    ofRegimes(contentNumber('metals')),
  ),
  numberLever(
    {
      id: 'content-china-cap',
      title: 'Chinese content that a vehicle may have at most',
      group,
      unit,
      rule: 'Greatest share of the value of a vehicle that meets the agreement which may come from China. Regional content of 75% leaves no more than 25% for all that comes from abroad, so that 25% is no limit of its own.',
      source: 'A supposition of what a review may ask; scenario china-content-cap (5%)',
      outcomes: ['chineseContent.MX', 'output.MX', 'priceIndex.US', 'partsJobs.MX'],
    },
    [0, noChineseCap, 0.01],
    ofRegimes(chineseCap),
  ),
  switchLever(
    {
      id: 'content-chinese-owned',
      title: 'Chinese-owned suppliers in Mexico count as Chinese',
      group,
      unit: '',
      rule: 'Whether parts of Chinese-owned suppliers in Mexico count as Chinese under the cap on Chinese content, and no longer as regional.',
      source:
        'A supposition of what a review may ask; scenario chinese-owned-suppliers; chinese_entrants.csv, rows on parts suppliers',
      outcomes: ['chineseContent.MX', 'output.MX', 'partsJobs.MX', 'priceIndex.US'],
      needs: { 'content-china-cap': 0.05 },
    },
    ofRegimes(chineseOwned),
  ),
]
