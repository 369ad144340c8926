/** Levers: how Canada and Mexico answer, and what the US pays to makers and buyers. */
import { answerOf } from './answers.ts'
import { farmAnswer } from './farmAnswers.ts'
import { numberLever, type Lever } from './lever.ts'
import { ofRegimes } from './regimes.ts'
import { assemblyCredit, electricCredit } from './subsidies.ts'

const group = 'Retaliation and subsidies'
const unit = 'fraction of value'
const farmSource =
  'Morgan et al. (2022), USDA Economic Research Report 304, on 2018-19; that it hits a quarter of US farm exports is judgement (scenario farm-retaliation)'

export const answerLevers: readonly Lever[] = [
  numberLever(
    {
      id: 'canada-surtax',
      title: 'Canadian surtax on vehicles from the US',
      group,
      unit,
      rule: 'Charged on US vehicles that claim no agreement; on those that do, in proportion, and not on what makers with plants in Canada bring in by remission. Where a scenario has no surtax, it is charged on all of them.',
      source: 'Counter-surtax of 9 April 2025, 25% (tariffs.csv; scenario path-2026)',
      outcomes: ['output.US', 'vehicleDuties.CA', 'priceIndex.CA', 'output.CA'],
    },
    [0, 1, 0.005],
    ofRegimes(answerOf('CA', 'surtax-canada')),
  ),
  numberLever(
    {
      id: 'mexico-surtax',
      title: 'Mexican tariff on vehicles from the US, in answer',
      group,
      unit,
      rule: 'Charged on all vehicles from the US, beside what they pay. Mexico has charged none so far.',
      source: 'A supposition: Mexico has not answered on vehicles (scenario retaliation)',
      outcomes: ['output.US', 'vehicleDuties.MX', 'priceIndex.MX', 'output.MX'],
    },
    [0, 1, 0.005],
    ofRegimes(answerOf('MX', 'surtax-mexico')),
  ),
  numberLever(
    {
      id: 'canada-farm-tariff',
      title: 'Canadian tariff on US farm products, in answer',
      group,
      unit,
      rule: 'Charged on a quarter of US farm exports to Canada while the US rules of levers-from are in force.',
      source: farmSource,
      outcomes: ['farmExportsLost.CA', 'farmIncomeLost.US', 'gainUS.farmers'],
    },
    [0, 1, 0.01],
    farmAnswer('CA'),
  ),
  numberLever(
    {
      id: 'mexico-farm-tariff',
      title: 'Mexican tariff on US farm products, in answer',
      group,
      unit,
      rule: 'The same for US farm exports to Mexico.',
      source: farmSource,
      outcomes: ['farmExportsLost.MX', 'farmIncomeLost.US', 'gainUS.farmers'],
    },
    [0, 1, 0.01],
    farmAnswer('MX'),
  ),
  numberLever(
    {
      id: 'us-assembly-credit',
      title: 'US credit for vehicles assembled in the US',
      group,
      unit: 'fraction of the price of the vehicle',
      rule: 'What makers are credited for each vehicle that they assemble in the US, against their duties on parts: the offset. It ends when it ends in the scenario, on 31 October 2030 today.',
      source: 'Proclamation 10925 of 29 April 2025 and its extension to 31 October 2030: 3.75% (tariffs.csv)',
      outcomes: ['assemblyCredits.US', 'output.US', 'partsJobs.US', 'priceIndex.US'],
    },
    [0, 0.15, 0.0025],
    ofRegimes(assemblyCredit),
  ),
  numberLever(
    {
      id: 'us-electric-credit',
      title: 'US credit for buyers of electric cars',
      group,
      unit: 'USD of 2024',
      rule: 'What buyers get for each battery-electric vehicle assembled in the US, Canada or Mexico. The law of 2022 gave 7,500 USD to 30 September 2025.',
      source: 'Internal Revenue Code, section 30D; Public Law 119-21, sec. 70502 (scenario ev-credit)',
      outcomes: ['subsidiesPaid.US', 'priceIndex.US', 'sales.US', 'output.US'],
    },
    [0, 15000, 500],
    ofRegimes(electricCredit),
  ),
]
