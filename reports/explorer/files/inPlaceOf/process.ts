/** What of Node's `process` the checks of files ask for: in which folder they are. */

/** Folder of the files that somebody gave the page. */
export const ownFolder = '/own'

Object.assign(globalThis, { process: { cwd: () => ownFolder } })
