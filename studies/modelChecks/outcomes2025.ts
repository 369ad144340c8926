/**
 * 2025 as it happened, as data: what was counted, by whom, and which of our numbers is the nearest to it, under the rules that were
 * in force day by day (`path-2026`). Looked at, never tuned to.
 */

/** Our number for a thing that happened in 2025. */
export interface OutcomeIn2025 {
  readonly outcome: string
  /**
   * `change`: of 2025 on 2024, a fraction. `since`: a rate on the days from `from` on, if the days before had the rate of 2024.
   * `level`: the rate of 2025. `added`: thousand million USD more than in 2024.
   */
  readonly kind: 'change' | 'since' | 'level' | 'added'
  /** Days of 2025 for which it was in force, for `since`. */
  readonly days?: number
}

export interface Happened {
  readonly what: string
  readonly period: string
  /** A fraction, of the year before or of value; or thousand million USD, where ours is what is added. */
  readonly actual: number
  readonly source: string
  readonly confidence: 'sourced' | 'press digest, medium confidence'
  readonly ours: OutcomeIn2025
  /** What differs between what was counted and what is computed, and what is known of the reason for a miss. */
  readonly note: string
}

/** Something that happened and for which the engine has no number. */
export interface NotComputed {
  readonly what: string
  readonly actual: string
  readonly source: string
  readonly why: string
}

const stocks =
  'What happened holds demand and stocks: buyers came early in spring, sales rose 2.4%, and dealers sold what had been brought in ' +
  'before April. The engine has the demand of 2024.'
const fromApril = 273
const partsClaims =
  'The laws of claims rest on these statistics (those of 2024 and of December), so that this row checks little but the days. The list ' +
  'holds parts for repair as well.'

const asReported = 'the maker, by its own reckoning, as reported'
const billsDiffer =
  'Makers count what they pay themselves, and some what suppliers and other countries charge them, less what they recover; ours is duty on ' +
  'vehicles sold in the US and on parts and metals of plants there, above that of 2024, at the sales of 2024.'

export const happened2025: readonly Happened[] = [
  {
    what: 'Vehicles sold in the US',
    period: '2025',
    actual: 0.024,
    source: 'NADA, by way of collisionweek.com, 13 January 2026',
    confidence: 'sourced',
    ours: { outcome: 'sales.US', kind: 'change' },
    note: `${stocks} Ours is the effect of prices alone.`,
  },
  {
    what: 'Vehicles built in the US',
    period: 'January to September 2025',
    actual: -0.04,
    source: 'OICA, by way of unn.ua, 23 December 2025: 7,780,247, heavy vehicles among them',
    confidence: 'sourced',
    ours: { outcome: 'output.US', kind: 'change' },
    note:
      'In the engine makers shift volume between plants of one model within the year and lines begin to move; in fact retooling and ' +
      'plants that were being changed decided 2025. Results of single plants or of the first years are no forecasts.',
  },
  {
    what: 'Vehicles built in Canada',
    period: '2025',
    actual: -0.052,
    source: 'Global Automakers of Canada; DAC for 2024: 1,226,099',
    confidence: 'press digest, medium confidence',
    ours: { outcome: 'output.CA', kind: 'change' },
    note: 'Oakville was being retooled and Brampton stood idle in both years. The engine lets volume move at once within a model.',
  },
  {
    what: 'Vehicles built in Mexico',
    period: '2025',
    actual: -0.009,
    source: 'INEGI, RAIAVL: 3,953,494',
    confidence: 'sourced',
    ours: { outcome: 'output.MX', kind: 'change' },
    note: stocks,
  },
  {
    what: 'Price of new vehicles in the US, quality held fixed',
    period: '2025',
    actual: 0.003,
    source: 'BEA (PCE, new motor vehicles), by way of Budget-Lab-Yale/tariff-impact-tracker at 0911eb11',
    confidence: 'sourced',
    ours: { outcome: 'priceIndex.US', kind: 'change' },
    note:
      'Makers bore most of the duties of 2025 themselves and sold from stocks. The speed at which prices follow in the engine is a ' +
      'judgement made with the prices of 2025 in view; it has not been fitted to this row.',
  },
  {
    what: 'Average transaction price in the US',
    period: 'December 2025 on December 2024',
    actual: 0.008,
    source: 'Kelley Blue Book, 13 January 2026: 50,326 USD',
    confidence: 'sourced',
    ours: { outcome: 'averagePrice.US', kind: 'change' },
    note: 'A mean of what is bought, at the end of the year, with the inflation of a year in it; ours is in USD of 2024 and of the whole year.',
  },
  {
    what: 'Duty collected on Mexican vehicles, share of value',
    period: 'April to July 2025',
    actual: 0.145,
    source: 'Census, by way of mexico-now.com, over values of USITC',
    confidence: 'press digest, medium confidence',
    ours: { outcome: 'dutyRate.MX', kind: 'since', days: fromApril },
    note: 'Approval of US content took weeks, in which vehicles paid in full.',
  },
  {
    what: 'Duty collected on Canadian vehicles, share of value',
    period: 'April to July 2025',
    actual: 0.175,
    source: 'Census, by way of canadianautodealer.ca, over values of USITC',
    confidence: 'press digest, medium confidence',
    ours: { outcome: 'dutyRate.CA', kind: 'since', days: fromApril },
    note: 'It implies 30% of US content; in the data Canadian vehicles have more.',
  },
  {
    what: 'Canadian and Mexican vehicles that do not claim the USMCA, share of value',
    period: '2025',
    actual: 1 - (24.622 + 3.559 + 39.587 + 25.334) / (24.928 + 3.593 + 44.16 + 25.81),
    source:
      'USITC DataWeb, by way of Budget-Lab-Yale/tariff-rate-tracker: claims of 28.2 of 28.5 billion USD of cars and light trucks from ' +
      'Canada, 64.9 of 70.0 from Mexico',
    confidence: 'sourced',
    ours: { outcome: 'dutiableShare.CA+MX', kind: 'level' },
    note: 'In fact a tenth of the cars from Mexico did not claim in December either; in the engine they learn to within two years.',
  },
  {
    what: 'Parts from Mexico on the list of Section 232 that do not claim the USMCA, share of value',
    period: '2025',
    actual: 1 - 53.236 / 74.624,
    source: 'USITC DataWeb, by way of Budget-Lab-Yale/tariff-rate-tracker, without servers',
    confidence: 'sourced',
    ours: { outcome: 'unclaimedParts.MX', kind: 'level' },
    note: `${partsClaims} From 44% in January to 22% in December.`,
  },
  {
    what: 'The same from Canada',
    period: '2025',
    actual: 1 - 14.868 / 18.403,
    source: 'USITC DataWeb, by way of Budget-Lab-Yale/tariff-rate-tracker, without servers',
    confidence: 'sourced',
    ours: { outcome: 'unclaimedParts.CA', kind: 'level' },
    note: `${partsClaims} From 44% in January to 12% in December.`,
  },
  bill('Toyota', 'April 2025 to March 2026', 9.9, {
    source:
      'the maker, forecast of 5 November 2025: 1.45 trillion yen less of operating income, as reported by jakotaindex.com',
    note: 'A forecast, and a year of duties where ours has nine months.',
  }),
  bill('General Motors', '2025', 3.1, {
    source: 'the maker, 27 January 2026, as reported by military.com',
    note: 'Gross: the maker says that it offset two fifths by other means.',
  }),
  bill('Ford', '2025', 2, { source: asReported, note: 'Gross of what it recovered by other means.' }),
  bill('Stellantis', '2025', 1.7, {
    source: 'the maker, forecast of 29 July 2025: 1.5 billion EUR, as reported by the press',
    note: 'A forecast of the middle of the year, of which .3 billion EUR had been paid.',
  }),
  bill('Honda', 'April 2025 to March 2026', 3, {
    source: asReported,
    note: 'A year of duties where ours has nine months.',
  }),
]

interface Said {
  readonly source: string
  readonly note: string
}

/** What a maker said that tariffs cost it, beside the US duties that the engine has it pay beyond those of 2024. */
function bill(maker: string, period: string, actual: number, said: Said): Happened {
  const what = `Tariffs paid by ${maker}, billion USD`
  const confidence = 'press digest, medium confidence'
  const ours = { outcome: `tariffBill.${maker}`, kind: 'added' } as const
  return { what, period, actual, source: said.source, confidence, ours, note: `${billsDiffer} ${said.note}` }
}

export const notComputed2025: readonly NotComputed[] = [
  {
    what: 'Exports of Korea to the US, vehicles',
    actual: '-7.9% (January to October)',
    source: 'KAMA, by way of the press',
    why: 'the engine counts what comes from overseas together',
  },
  {
    what: 'US imports of passenger cars, value',
    actual: '183.8 billion USD (-16.3%)',
    source: 'usimportdata.com',
    why: 'no outcome holds the value of imports',
  },
  {
    what: 'US sales of GM and of Toyota',
    actual: '2,853,299; 2,518,071',
    source: 'the makers',
    why: 'no outcome holds sales by maker',
  },
]
