/** The part of the catalogue that says who gains and who loses; `welfare` fills it. Section 13 of docs/model.md. */
import type { OutcomeFamily } from './outcomeFamily.ts'

const money = { unit: 'million USD', good: 'up' } as const
const accounts = ['US', 'CA', 'MX', 'elsewhere', 'all']

export const welfareFamilies: readonly OutcomeFamily[] = [
  {
    family: 'displacedJobs',
    label: 'Assembly and parts jobs displaced (cumulative)',
    unit: 'jobs',
    good: 'down',
    places: ['US', 'CA', 'MX'],
  },
  {
    family: 'farmExportsLost',
    label: 'US farm exports lost to retaliation, by buyer',
    unit: 'million USD',
    good: 'down',
    places: ['CA', 'MX'],
  },
  {
    family: 'farmIncomeLost',
    label: 'Farm income lost to retaliation',
    unit: 'million USD',
    good: 'down',
    places: ['US'],
  },
  {
    ...money,
    family: 'gainUS',
    label: 'Who gains in the US, against the base year',
    places: ['consumers', 'businesses', 'treasury', 'workers', 'farmers'],
  },
  {
    ...money,
    family: 'gainCA',
    label: 'Who gains in Canada, against the base year',
    places: ['consumers', 'treasury', 'workers'],
  },
  {
    ...money,
    family: 'gainMX',
    label: 'Who gains in Mexico, against the base year',
    places: ['consumers', 'treasury', 'workers'],
  },
  {
    ...money,
    family: 'surplus',
    label: 'Consumers, makers by headquarters and treasury, against the base year',
    places: accounts,
  },
  {
    ...money,
    family: 'welfare',
    label: 'Welfare: consumers, makers, treasury, workers and farmers, against the base year',
    places: accounts,
  },
]
