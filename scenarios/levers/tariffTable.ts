/** Levers: what the US charges on vehicles. */
import { choiceLever, numberLever, type Lever } from './lever.ts'
import { extraForUnclaimed, tariffOn, whatCounts } from './neighbourTariffs.ts'
import { ofRegimes } from './regimes.ts'

const group = 'US tariffs on vehicles'
const unit = 'fraction of value'
const step = 0.005

export const tariffLevers: readonly Lever[] = [
  numberLever(
    {
      id: 'us-tariff-mexico',
      title: 'US tariff on vehicles from Mexico',
      group,
      unit,
      rule: 'Charged beside the ordinary duty on all vehicles from Mexico. Those that meet the agreement pay it on what us-tariff-counts says, the others on their full value and us-tariff-non-compliant on top. It takes the place of every other additional US duty on them.',
      source:
        'Proclamation 10908 of 26 March 2025 (Section 232, 25%); tariffs.csv, row USA, Mexico/Canada, vehicles_USMCA_qualifying',
      outcomes: ['output.MX', 'output.US', 'priceIndex.US', 'vehicleDuties.US'],
      touches: ['tariff on Mexico'],
    },
    [0, 1, step],
    ofRegimes(tariffOn('MX')),
  ),
  numberLever(
    {
      id: 'us-tariff-canada',
      title: 'US tariff on vehicles from Canada',
      group,
      unit,
      rule: 'The same for vehicles from Canada.',
      source:
        'Proclamation 10908 of 26 March 2025 (Section 232, 25%); 50% announced on 24 August 2026 and not proclaimed by October 2026 (tariffs.csv)',
      outcomes: ['output.CA', 'output.US', 'priceIndex.US', 'vehicleDuties.US'],
      touches: ['tariff on Canada'],
    },
    [0, 1, step],
    ofRegimes(tariffOn('CA')),
  ),
  numberLever(
    {
      id: 'us-tariff-non-compliant',
      title: 'Extra US tariff on Mexican and Canadian vehicles outside the agreement',
      group,
      unit,
      rule: 'How much more than the tariff on vehicles that meet the agreement those pay, on their full value, that do not or do not claim it.',
      source:
        'Amendments of 6 March 2025 to executive orders 14193 and 14194 (USMCA goods exempt from 7 March 2025); tariffs.csv, rows IEEPA on Canada and Mexico',
      outcomes: ['output.MX', 'vehicleDuties.US', 'priceIndex.US'],
      touches: ['tariff on Mexico', 'tariff on Canada'],
    },
    [0, 1, step],
    ofRegimes(extraForUnclaimed),
  ),
  choiceLever(
    {
      id: 'us-tariff-counts',
      title: 'What of a vehicle that meets the agreement the US tariff is charged on',
      group,
      unit: '',
      rule: 'The full value of Mexican and Canadian vehicles that meet the agreement, or only what of it is not of US content. The others pay on their full value.',
      source:
        'Proclamation 10908 of 26 March 2025, which exempts US content; tariffs.csv, row USA, Mexico/Canada, vehicles_USMCA_qualifying',
      outcomes: ['output.MX', 'output.CA', 'partsJobs.US', 'vehicleDuties.US'],
      touches: ['tariff on Mexico', 'tariff on Canada'],
    },
    [
      { value: 'value', title: 'the full value' },
      { value: 'nonUsContent', title: 'what is not of US content' },
    ],
    ofRegimes(whatCounts),
  ),
]
