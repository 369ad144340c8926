/** What holds where nobody says otherwise. */

/** Enough for the words; `run` gives the intervals. */
export const explainReplicates = 100

/** Enough for the large groups; the report says what it is not enough for. */
export const sensitivityReplicates = 3000

/** Fixed, so that the same request gives the same numbers. */
export const defaultSeed = 20240101
export const defaultReplicates = 500
