/** Levers: what the US charges on vehicles from everywhere but Mexico and Canada. */
import { numberLever, type Lever } from './lever.ts'
import { ordinaryDuty } from './ordinary.ts'
import { allIn, chineseDuty } from './partnerTariffs.ts'
import { ofRegimes } from './regimes.ts'

const group = 'US tariffs on vehicles'
const unit = 'fraction of value'
const range = [0, 1, 0.005] as const
const cars = ['car', 'cuvSuv'] as const
const allInRule = (who: string): string =>
  `What cars and SUVs built in ${who} pay in the US in all, the ordinary duty included. It takes the place of deals and of every other US duty on them.`

export const partnerLevers: readonly Lever[] = [
  numberLever(
    {
      id: 'us-tariff-japan',
      title: 'US tariff on cars from Japan, all in',
      group,
      unit,
      rule: allInRule('Japan'),
      source: 'US-Japan framework, executive order of 4 September 2025: 15% from 16 September 2025 (tariffs.csv)',
      outcomes: ['output.US', 'salesFrom.OVERSEAS', 'priceIndex.US'],
    },
    range,
    ofRegimes(allIn('JP', 'duty-japan', cars)),
  ),
  numberLever(
    {
      id: 'us-tariff-korea',
      title: 'US tariff on cars and vans from Korea, all in',
      group,
      unit,
      rule: `${allInRule('Korea')} Vans, which customs takes for cars there, pay it too.`,
      source:
        'US-Korea deal, Federal Register notice of 4 December 2025: 15% from 1 November 2025; 25% announced on 26 January 2026 and never collected (tariffs.csv)',
      outcomes: ['output.US', 'salesFrom.OVERSEAS', 'priceIndex.US'],
      touches: ['ordinary duty on vans'],
    },
    range,
    ofRegimes(allIn('KR', 'duty-korea', [...cars, 'van'])),
  ),
  numberLever(
    {
      id: 'us-tariff-eu',
      title: 'US tariff on cars from the European Union, all in',
      group,
      unit,
      rule: allInRule('the European Union'),
      source: 'US-EU framework: 15% from 1 August 2025 (tariffs.csv)',
      outcomes: ['output.US', 'salesFrom.OVERSEAS', 'priceIndex.US'],
    },
    range,
    ofRegimes(allIn('EU', 'duty-eu', cars)),
  ),
  numberLever(
    {
      id: 'us-tariff-uk',
      title: 'US tariff on cars from the United Kingdom, all in',
      group,
      unit,
      rule: `${allInRule('the United Kingdom')} The limit of 100,000 a year is left out, as in path-2026.`,
      source: 'US-UK Economic Prosperity Deal, executive order of 16 June 2025: 10% from 30 June 2025 (tariffs.csv)',
      outcomes: ['salesFrom.OVERSEAS', 'priceIndex.US', 'vehicleDuties.US'],
    },
    range,
    ofRegimes(allIn('UK', 'duty-uk', cars)),
  ),
  numberLever(
    {
      id: 'us-tariff-china',
      title: 'US duty on vehicles with engines from China alone',
      group,
      unit,
      rule: 'Section 301, charged beside the ordinary duty and Section 232 on vehicles with combustion engines built in China.',
      source: 'Section 301, 25% since 6 July 2018 (tariffs.csv)',
      outcomes: ['salesFrom.OVERSEAS', 'vehicleDuties.US', 'priceIndex.US'],
      touches: ['duties on China'],
    },
    range,
    ofRegimes(chineseDuty('combustion', 'duty-china')),
  ),
  numberLever(
    {
      id: 'us-tariff-china-electric',
      title: 'US duty on electric vehicles from China alone',
      group,
      unit,
      rule: 'Section 301, charged beside the ordinary duty and Section 232 on battery-electric vehicles built in China. Of those sold in the US in 2024 all are of a maker whom the ban on Chinese makers keeps out.',
      source: 'Section 301, 100% since 27 September 2024 (tariffs.csv)',
      outcomes: ['salesFrom.OVERSEAS', 'vehicleDuties.US', 'priceIndex.US'],
      needs: { 'chinese-ban': false },
      touches: ['duties on China'],
    },
    range,
    ofRegimes(chineseDuty('electric', 'duty-china-electric')),
  ),
]

/** Ordinary duties come first: what they are decides what a country that is taken out of them would have paid. */
export const ordinaryLevers: readonly Lever[] = [
  numberLever(
    {
      id: 'us-duty-cars',
      title: 'Ordinary US duty on cars and SUVs',
      group,
      unit,
      rule: 'What cars and SUVs pay on their full value that claim no agreement or deal.',
      source: 'Harmonized Tariff Schedule, heading 8703: 2.5%',
      outcomes: ['output.US', 'vehicleDuties.US', 'priceIndex.US'],
    },
    range,
    ofRegimes(ordinaryDuty('US', 'car')),
  ),
  numberLever(
    {
      id: 'us-duty-light-trucks',
      title: 'Ordinary US duty on pickups and vans',
      group,
      unit,
      rule: 'What pickups and cargo vans pay on their full value that claim no agreement or deal: the chicken tax. While the agreement lasts, no pickup sold in the US pays it.',
      source: 'Harmonized Tariff Schedule, heading 8704: 25% since 1964',
      outcomes: ['output.MX', 'output.US', 'vehicleDuties.US', 'priceIndex.US'],
      needs: { 'agreement-end': '2027' },
      touches: ['ordinary duty on vans'],
    },
    range,
    ofRegimes(ordinaryDuty('US', 'pickup')),
  ),
]
