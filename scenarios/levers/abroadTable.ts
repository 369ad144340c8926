/** Levers: ordinary tariffs of Canada and Mexico. */
import { datedNumber } from './dated.ts'
import { numberLever, type Lever } from './lever.ts'
import { ordinaryDuty } from './ordinary.ts'
import { partsDuty } from './partsTable.ts'
import { ofRegimes } from './regimes.ts'
import { surtaxOnChina } from './surtax.ts'

const group = 'Tariffs of Canada and Mexico'
const unit = 'fraction of value'
const range = [0, 1, 0.005] as const

export const abroadLevers: readonly Lever[] = [
  numberLever(
    {
      id: 'mexico-duty',
      title: 'Ordinary Mexican duty on vehicles',
      group,
      unit,
      rule: 'What vehicles pay in Mexico that come from countries without an agreement, as China, Korea, India and Thailand.',
      source:
        'LIGIE reform, Diario Oficial of 29 December 2025: 50% since 1 January 2026, 15 to 20% before (tariffs.csv)',
      outcomes: ['salesToMexicoFrom.OVERSEAS', 'priceIndex.MX', 'vehicleDuties.MX'],
    },
    range,
    ofRegimes(ordinaryDuty('MX', 'car')),
  ),
  numberLever(
    {
      id: 'mexico-parts-china',
      title: 'Mexican tariff on parts from China',
      group,
      unit,
      rule: 'Charged on the Chinese parts in Mexican-built vehicles, after what IMMEX and PROSEC relieve.',
      source:
        'LIGIE reform of 29 December 2025 (10 to 50%), half of it relieved by judgement (tariffs.csv; scenario path-2026)',
      outcomes: ['partsDuties.MX', 'chineseContent.MX', 'partsJobs.MX', 'output.MX'],
    },
    range,
    ofRegimes(datedNumber(partsDuty('MX', 'CN'))),
  ),
  numberLever(
    {
      id: 'canada-duty',
      title: 'Ordinary Canadian duty on vehicles',
      group,
      unit,
      rule: 'What vehicles pay in Canada that come from countries without an agreement or do not meet it.',
      source: 'Canadian customs tariff, headings 8703 and 8704: 6.1% (tariffs.csv)',
      outcomes: ['salesToCanadaFrom.OVERSEAS', 'vehicleDuties.CA', 'priceIndex.CA'],
    },
    range,
    ofRegimes(ordinaryDuty('CA', 'car')),
  ),
  numberLever(
    {
      id: 'canada-surtax-china-electric',
      title: 'Canadian surtax on electric vehicles from China',
      group,
      unit,
      rule: 'Charged beside the ordinary duty on battery-electric vehicles built in China. The quota of 2026 at 6.1% is left out, as in path-2026.',
      source: '100% since 1 October 2024; a quota at 6.1% since 1 March 2026 (tariffs.csv; scenario canada-ev-quota)',
      outcomes: ['salesToCanadaFrom.OVERSEAS', 'vehicleDuties.CA', 'priceIndex.CA'],
    },
    range,
    ofRegimes(surtaxOnChina),
  ),
]
