/** Levers: the agreement's state, its reviews, and tariffs that are threatened. */
import { agreementEnd, endYears, ofReviews } from './agreement.ts'
import { choiceLever, numberLever, switchLever, type Lever } from './lever.ts'
import { ofThreat, type Spared } from './threat.ts'

const group = 'Agreement and threats'
const chance = 'fraction of years'
const yearly = [0, 0.5, 0.01] as const
const threatened = { 'threat-chance': 0.3 }
const outcomes = ['output.MX', 'output.CA', 'output.US', 'investment.US']
const judged = 'A judgement: chances of policy are nobody’s measurement'
/** Chances that lead away from one regime may add up to no more than 1. */
const touches = ['beliefs']

export const agreementLevers: readonly Lever[] = [
  numberLever(
    {
      id: 'threat-rate',
      title: 'Tariff that is threatened on vehicles from Mexico and Canada',
      group,
      unit: 'fraction of value',
      rule: 'What the US would charge beside ordinary duties, in place of what it charges now, if the threat were carried out.',
      source: 'Threats of 2018 to 2026 (scenarios threat-only, tariff-25-threatened, canada-50-feared)',
      outcomes,
      needs: threatened,
      touches,
    },
    [0, 1, 0.005],
    ofThreat('rate'),
  ),
  choiceLever<Spared>(
    {
      id: 'threat-spares',
      title: 'What the threatened tariff spares',
      group,
      unit: '',
      rule: 'The carve-out: nothing, the US content of vehicles that meet the agreement, or these vehicles as a whole.',
      source:
        'Executive orders of February and March 2025 (USMCA goods exempt from 7 March 2025); Proclamation 10908 (US content)',
      outcomes,
      needs: threatened,
      touches,
    },
    [
      { value: 'nothing', title: 'nothing' },
      { value: 'us-content', title: 'US content of vehicles that meet the agreement' },
      { value: 'agreement', title: 'vehicles that meet the agreement' },
    ],
    ofThreat('spares'),
  ),
  numberLever(
    {
      id: 'threat-back',
      title: 'Yearly chance that the threatened tariff is withdrawn again',
      group,
      unit: chance,
      rule: 'Makers reckon with it for every year in which the tariff would be in force.',
      source: `${judged} (scenario threat-only: 15%)`,
      outcomes,
      needs: threatened,
      touches,
    },
    [0, 1, 0.01],
    ofThreat('back'),
  ),
  numberLever(
    {
      id: 'threat-lag',
      title: 'Years before the threatened tariff can come',
      group,
      unit: 'years',
      rule: 'The threat is known from the beginning; it can be carried out from this many years after levers-from.',
      source: judged,
      outcomes,
      needs: threatened,
      touches,
    },
    [0, 5, 1],
    ofThreat('lag'),
  ),
  switchLever(
    {
      id: 'threat-carried-out',
      title: 'The threatened tariff comes in truth with its chance',
      group,
      unit: '',
      rule: 'No: makers reckon with it, and it never comes. Yes: it comes and goes with the chances that makers reckon with.',
      source: `${judged} (scenario threat-only: feared alone)`,
      outcomes,
      needs: { 'threat-chance': 0.5 },
      touches,
    },
    ofThreat('isReal'),
  ),
  numberLever(
    {
      id: 'threat-chance',
      title: 'Yearly chance of a threatened tariff on Mexico and Canada',
      group,
      unit: chance,
      rule: 'Makers reckon in every year from levers-from with this chance that the tariff of threat-rate comes, while it has not.',
      source: `${judged} (scenarios threat-only: 30%, canada-50-feared: 25%)`,
      outcomes,
      touches,
    },
    [0, 0.7, 0.01],
    ofThreat('chance'),
  ),
  numberLever(
    {
      id: 'threat-fades',
      title: 'Years after which makers believe a threat half as much',
      group,
      unit: 'years',
      rule: 'Belief falls by this many quiet years’ worth: after so many years without the tariff, half of its chance is left. 0: it does not fade.',
      source:
        'Posterior mean under a Beta prior (DeGroot and Schervish, Probability and Statistics, section 7.3); scenario threat-learned',
      outcomes,
      needs: threatened,
      touches,
    },
    [0, 20, 1],
    ofThreat('fades'),
  ),
  switchLever(
    {
      id: 'review-carried-out',
      title: 'Reviews end or extend the agreement in truth with their chances',
      group,
      unit: '',
      rule: 'No: makers reckon with it, and the limbo lasts. Yes: the agreement is left or extended with the chances that makers reckon with.',
      source: `${judged} (scenarios annual-reviews, notice-each-year)`,
      outcomes,
      needs: { 'review-end-chance': 0.3 },
      touches,
    },
    ofReviews('isReal'),
  ),
  numberLever(
    {
      id: 'review-end-chance',
      title: 'Yearly chance that the agreement is left at a review',
      group,
      unit: chance,
      rule: 'Makers reckon in every year from levers-from to 2035 with this chance of notice, after which vehicles pay ordinary duties and Section 232 in full.',
      source: `USMCA, Articles 34.6 and 34.7; ${judged.toLowerCase()} (scenario annual-reviews: 10%)`,
      outcomes,
      touches,
    },
    yearly,
    ofReviews('end'),
  ),
  numberLever(
    {
      id: 'review-extension-chance',
      title: 'Yearly chance that the agreement is extended at a review',
      group,
      unit: chance,
      rule: 'Makers reckon in every year from levers-from to 2035 with this chance that it is extended to 2042 and nothing is feared any more.',
      source: `USMCA, Article 34.7; ${judged.toLowerCase()} (scenario annual-reviews: 20%)`,
      outcomes,
      needs: { 'review-end-chance': 0.3 },
      touches,
    },
    yearly,
    ofReviews('extension'),
  ),
  choiceLever(
    {
      id: 'agreement-end',
      title: 'Year in which the agreement ends',
      group,
      unit: '',
      rule: 'At the beginning of the year vehicles between the US and its neighbours lose their free access: they pay ordinary duties, and additional duties in full. Known before.',
      source:
        'USMCA, Article 34.6 (withdrawal with six months’ notice) and Article 34.7 (end on 1 July 2036 unless extended); scenarios expiry-2036, agreement-ends',
      outcomes: ['output.MX', 'output.CA', 'output.US', 'priceIndex.US'],
      touches,
    },
    endYears.map((value) => ({ value, title: value })),
    agreementEnd,
  ),
]
