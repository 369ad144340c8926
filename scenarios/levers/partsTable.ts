/** Levers: what the US charges on parts. */
import type { Market, Origin } from '../../engine/model/inputs/sets.ts'
import { claimingOrigins } from '../file/tradeLevers.ts'
import { datedNumber, type DatedField } from './dated.ts'
import { numberLever, type Lever } from './lever.ts'
import { ofRegimes } from './regimes.ts'

const group = 'US tariffs on parts'
const unit = 'fraction of value'
const range = [0, 1, 0.005] as const

/** The duty of a country on parts from an origin. */
export function partsDuty(importer: Market, origin: Origin): DatedField {
  return {
    get: (regime) => regime.partsDuties?.[importer]?.[origin],
    put: (regime, value) => ({
      ...regime,
      partsDuties: { ...regime.partsDuties, [importer]: { ...regime.partsDuties?.[importer], [origin]: value } },
    }),
  }
}

const unclaimed = claimingOrigins.map((origin): DatedField => ({
  get: (regime) => regime.unclaimedPartsDuties?.US?.[origin],
  put: (regime, value) => ({
    ...regime,
    unclaimedPartsDuties: { US: { ...regime.unclaimedPartsDuties?.US, [origin]: value } },
  }),
}))

export const partsLevers: readonly Lever[] = [
  numberLever(
    {
      id: 'us-parts-neighbours',
      title: 'US tariff on all parts from Mexico and Canada',
      group,
      unit,
      rule: 'Charged on the parts in US-built vehicles that come from Mexico and Canada, whether they claim the agreement or not. Those that do not claim it pay us-parts-non-compliant beside it.',
      source:
        'Parts that meet the agreement have been free of Section 232 since 3 May 2025, still in October 2026 (tariffs.csv); 25% in scenario agreement-ends',
      outcomes: ['partsJobs.US', 'output.US', 'partsJobs.MX', 'priceIndex.US'],
    },
    range,
    ofRegimes(datedNumber(partsDuty('US', 'MX'), partsDuty('US', 'CA'), partsDuty('US', 'MX-CN'))),
  ),
  numberLever(
    {
      id: 'us-parts-non-compliant',
      title: 'US tariff on Mexican and Canadian parts outside the agreement',
      group,
      unit,
      rule: 'Charged on parts from Mexico and Canada that do not claim the agreement. How many do not is drawn, and answers to the duty.',
      source: 'Section 232 of 3 May 2025, 25% beside the ordinary 2.5% (tariffs.csv; usmca_claims.csv)',
      outcomes: ['partsDuties.US', 'unclaimedParts.MX', 'partsJobs.US', 'priceIndex.US'],
    },
    range,
    ofRegimes(datedNumber(...unclaimed)),
  ),
  numberLever(
    {
      id: 'us-parts-overseas',
      title: 'US tariff on parts from overseas but China',
      group,
      unit,
      rule: 'Charged on the parts in US-built vehicles that come from Europe, Japan, Korea and the rest of the world but China; the mean over those with deals and those without.',
      source:
        'Section 232 of 3 May 2025 (25%), and 15% in all under the deals, at judged shares of the EU, Japan and Korea (scenario path-2026)',
      outcomes: ['partsJobs.US', 'partsDuties.US', 'output.US', 'priceIndex.US'],
    },
    range,
    ofRegimes(datedNumber(partsDuty('US', 'ALLY'))),
  ),
  numberLever(
    {
      id: 'us-parts-china',
      title: 'US tariff on parts from China',
      group,
      unit,
      rule: 'Charged on the parts in US-built vehicles that come from China, all duties together.',
      source: 'Ordinary 2.5%, Section 301 25% since 2018, Section 232 25% since 3 May 2025 (tariffs.csv)',
      outcomes: ['partsDuties.US', 'chineseContent.US', 'partsJobs.US', 'priceIndex.US'],
    },
    range,
    ofRegimes(datedNumber(partsDuty('US', 'CN'))),
  ),
]
