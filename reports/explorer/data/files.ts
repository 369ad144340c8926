/** Where the build puts the files of the page. */
import { fileURLToPath } from 'node:url'

/** Folder of the built page: `index.html`, its script, the worker's script and the data. */
export const pageFolder: string = fileURLToPath(new URL('../built/', import.meta.url))

export const pageDataFile: string = fileURLToPath(new URL('../built/data.json', import.meta.url))
