/** What calibration of demand may not pass, and what it says of it; see `calibrateDemand.ts`. */

/** Largest share of potential buyers that may buy nothing. */
export const largestOutsideShare = 0.95
/** Largest markup as a share of price. */
export const largestMargin = 0.8

/** Results of `calibrateDemand`; the first two may be added together, 0 says that all targets are met. */
export const sigmaLowered = 1
export const ownElasticityRaised = 2
export const notCalibrated = 4
