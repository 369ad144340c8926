/** What holds where nobody says otherwise. */

/** Fixed, so that the same request gives the same numbers. */
export const defaultSeed = 20240101
export const defaultReplicates = 500
