/** What breaks a rule of the house today. Lists that only shrink: an entry that is no longer needed fails its test. */
export const imports: readonly string[] = []

export const longFiles: readonly string[] = []

export const parameters: readonly string[] = []

export const undocumented: readonly string[] = []
