/** Published results on demand, markups and welfare that the engine is looked at beside: see `definitions.ts`. */
import type { Shown, PublishedCheck } from './check.ts'

const last = 2036
const plain: Shown = { factor: 1, decimals: 2, unit: '' }
const billion: Shown = { factor: 1000, decimals: 1, unit: 'bn USD' }
const grieco = 'Grieco, Murry and Yurukoglu (2023)'
const everyone = [
  'consumerSurplus.US',
  'consumerSurplus.CA',
  'consumerSurplus.MX',
  'vehicleDuties.US',
  'vehicleDuties.CA',
  'vehicleDuties.MX',
  'partsDuties.US',
  'partsDuties.CA',
  'partsDuties.MX',
  'profit.all',
]

export const demandAndWelfareChecks: readonly PublishedCheck[] = [
  {
    id: 'C13',
    what: 'Own-price elasticity in the US, sales-weighted mean, without its sign',
    published: '5.4',
    source: grieco,
    band: [4.2, 6.1],
    quantity: { kind: 'demand', moment: 'own' },
    shown: plain,
    note: 'Drawn around it and met exactly, but where a cheap product of a dominant maker would cost too little.',
    cannotMiss: 'drawn around it',
  },
  {
    id: 'C13',
    what: 'Elasticity of the US market as a whole, without its sign',
    published: '1.3',
    source: grieco,
    band: [0.75, 1.45],
    quantity: { kind: 'demand', moment: 'market' },
    shown: plain,
    note: 'Drawn around it and met exactly.',
    cannotMiss: 'drawn around it',
  },
  {
    id: 'C13',
    what: 'Median Lerner index in the US',
    published: '0.185',
    source: grieco,
    band: [0.16, 0.3],
    quantity: { kind: 'demand', moment: 'lerner' },
    shown: plain,
    note: 'Not matched: it follows from the elasticities and from who owns what. Median over vehicles sold.',
  },
  {
    id: 'C14',
    what: 'Consumers, all makers and treasuries together under 25% on all vehicles and parts',
    published: 'at most 0 without a gain in terms of trade',
    source: 'theory of tariffs',
    band: [-Infinity, 0],
    quantity: { kind: 'difference', scenario: 'checks/tariff-25-all', outcomes: everyone, year: last },
    shown: billion,
    note: 'All three countries and all makers, so that no one outside pays. Workers are not in it.',
  },
  {
    id: 'C14',
    what: 'The same under 25% on Mexico and Canada alone',
    published: 'at most 0 without a gain in terms of trade',
    source: 'theory of tariffs',
    band: [-Infinity, 0],
    quantity: { kind: 'difference', scenario: 'usmca-2025-tariffs', outcomes: everyone, year: last },
    shown: billion,
    note: 'All three countries and all makers, so that no one outside pays. Workers are not in it.',
  },
]
