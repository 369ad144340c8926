/** Levers: what content vehicles must have to meet the agreement, in all three countries. */
import { numberLever, type Lever } from './lever.ts'
import { ofRegimes } from './regimes.ts'
import { contentFloor } from './contentRules.ts'

const group = 'Content rules'

export const contentLevers: readonly Lever[] = [
  numberLever(
    {
      id: 'content-regional',
      title: 'Regional content that the agreement asks',
      group,
      unit: 'fraction of value',
      rule: 'Least share of the value of a vehicle that must come from the US, Canada and Mexico for it to meet the agreement, as customs counts it.',
      source: 'USMCA, Annex 4-B, Article 3 (75%); 82% was proposed on 29 May 2026 (scenario proposal-may-2026)',
      outcomes: ['output.MX', 'partsJobs.US', 'priceIndex.US', 'welfare.US'],
    },
    [0.5, 0.9, 0.01],
    ofRegimes(contentFloor('regional')),
  ),
]
