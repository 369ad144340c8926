/** Names of regimes that levers make. They are made anew from the regime in force, so that other levers leave them alone. */

export const madeRegimes = {
  ended: 'agreement-ended',
  reviewEnded: 'review-ended',
  reviewExtended: 'review-extended',
  threatened: 'threatened-tariff',
} as const

export const madeRegimeNames: readonly string[] = Object.values(madeRegimes)
