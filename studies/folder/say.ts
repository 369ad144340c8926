/** Writes a message, unless asked to be quiet. */
export type Say = (text: string) => void
