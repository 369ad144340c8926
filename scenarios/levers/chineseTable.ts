/** Levers: Chinese makers, and Chinese-owned suppliers in Mexico. */
import { datedNumber } from './dated.ts'
import { chineseBan, chineseMarkets, chinesePlants } from './entrants.ts'
import { choiceLever, numberLever, switchLever, type Lever } from './lever.ts'
import { ofRegimes } from './regimes.ts'

const group = 'Chinese makers and parts'
const entrants = 'chinese_entrants.csv (brands in Mexico, plants announced or dropped); scenario chinese-entry'
const outcomes = ['chineseMakersShare.US', 'chineseMakersShare.CA', 'chineseMakersPlants.MX', 'output.MX']

export const chineseLevers: readonly Lever[] = [
  choiceLever(
    {
      id: 'chinese-markets',
      title: 'Where Chinese makers may begin to sell',
      group,
      unit: '',
      rule: 'Makers that sell in Mexico only so far may begin to export to these markets from levers-from on, and pay what vehicles from there pay. Where the US bars them, chinese-ban, they sell nothing there.',
      source: entrants,
      outcomes,
      needs: { 'chinese-plants': 'mexico', 'chinese-ban': false },
      touches: ['entrants'],
    },
    [
      { value: 'none', title: 'nowhere but Mexico' },
      { value: 'canada', title: 'Canada' },
      { value: 'us-and-canada', title: 'the US and Canada' },
    ],
    chineseMarkets,
  ),
  choiceLever(
    {
      id: 'chinese-plants',
      title: 'Where Chinese makers may build plants',
      group,
      unit: '',
      rule: 'Countries where these makers may build or buy a plant, from levers-from on.',
      source: entrants,
      outcomes,
      needs: { 'chinese-markets': 'us-and-canada', 'chinese-ban': false },
      touches: ['entrants'],
    },
    [
      { value: 'none', title: 'nowhere' },
      { value: 'mexico', title: 'Mexico' },
      { value: 'mexico-and-canada', title: 'Mexico and Canada' },
      { value: 'everywhere', title: 'the US, Canada and Mexico' },
    ],
    chinesePlants,
  ),
  switchLever(
    {
      id: 'chinese-ban',
      title: 'The US bars sales of Chinese makers, wherever they build',
      group,
      unit: '',
      rule: 'The rule on connected vehicles, which is a ban by who owns the maker. Volvo Cars is exempt.',
      source:
        'US Department of Commerce, rule on connected vehicles, for model years from 2027 (tariffs.csv; scenario connected-vehicle-ban)',
      outcomes,
      needs: { 'chinese-markets': 'us-and-canada', 'chinese-plants': 'mexico' },
    },
    ofRegimes(chineseBan),
  ),
  numberLever(
    {
      id: 'chinese-suppliers-mexico',
      title: 'Reach of Chinese-owned suppliers in Mexico',
      group,
      unit: 'multiple of the reach of 2024',
      rule: 'How widely Chinese-owned suppliers in Mexico are there to be bought from: 1 is as in the base year, 0 none.',
      source: 'A supposition; chinese_entrants.csv, rows on parts suppliers in Mexico',
      outcomes: ['output.MX', 'partsJobs.MX', 'chineseContent.MX', 'priceIndex.US'],
    },
    [0, 3, 0.1],
    ofRegimes(
      datedNumber({
        get: ({ chineseSuppliersInMexico }) => chineseSuppliersInMexico,
        put: (regime, chineseSuppliersInMexico) => ({ ...regime, chineseSuppliersInMexico }),
        unwritten: 1,
      }),
    ),
  ),
]
