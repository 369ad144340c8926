/** What the page loads when it is first asked for. */

/** By the id of the element in the one-file page, the file beside the page: geometry of maps, the worker for files, texts of the library. */
export const laterFiles = { atlas: 'atlas.json', files: 'files.js', library: 'library.json' } as const
export type LaterName = keyof typeof laterFiles
