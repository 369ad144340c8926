/** Where the site is made: from the project's folder, over `out/site-pages` (its pages as Markdown) to `out/site`. */
import { fileURLToPath } from 'node:url'

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Where the site stands on its server, with a slash at its end. */
export const siteBase: string = process.env['PLANTSHIFT_SITE_BASE'] ?? '/'

/** The project. */
export const project: string = folder('..')

/** Pages as Markdown, of which the site is made. */
export const pagesFolder: string = folder('../out/site-pages')

/** What the site takes as it is: the explorer and the reports. */
export const publicFolder: string = folder('../out/site-pages/public')

/** The site. */
export const siteFolder: string = folder('../out/site')
