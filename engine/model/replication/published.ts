/**
 * Figures that Head, Mayer and Melitz publish in "The Laffer curve for rules of origin", Journal of International
 * Economics 150 (2024), 103911, as printed. Content and rules are percent of the vehicle's value; changes are
 * percent, or percentage points where it says so. Figures of the working paper (2022), which has another closure, are
 * not mixed in.
 */

/** Figure 10b, all carlines: regional content share under a rule, and where it peaks. */
export const contentCurve = {
  source: 'figure 10b',
  /** [rule, content] */
  points: [
    [0, 65.92],
    [62.5, 67.92],
    [75, 69.27],
  ],
  peakRule: 84.4,
  peakContent: 69.7,
} as const

/** Table G.1: North America, change against no rule, fixed assembly: part share X, parts jobs L, all jobs LT. */
export const fixedAssembly = {
  source: 'table G.1',
  /** [rule, X, L, LT] */
  cars: [
    [62.5, 3.7, 2.8, 1.4],
    [75, 5.1, 3, 1.1],
    [85, 5, 1.6, -0.2],
  ],
  trucks: [
    [62.5, 5.6, 4.3, 2.2],
    [75, 10.3, 6.6, 3],
    [85, 14.2, 7.2, 2.5],
  ],
} as const

/** Cars with assembly free to move: change of all jobs from a rule of 62.5 to one of 75, percentage points. */
export const freeAssembly = {
  source: 'assembly free to move, cars, 75 against 62.5',
  US: 4.1,
  CA: -8.1,
  MX: -2.5,
  region: -0.6,
} as const

/** Table 1: median penalty index by country of assembly, an input that here comes from other data. */
export const medianPenalty = {
  source: 'table 1',
  cars: { US: 1.01, CA: 1.02, MX: 1.01 },
  trucks: { US: 1.01, CA: 1.1, MX: 1.2 },
} as const
