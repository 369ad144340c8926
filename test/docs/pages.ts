/** Pages and pictures of the documentation that are made, whole or in part: from the sources, or by running the program. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { thirdPartyPage } from '../packages/thirdParty.ts'
import { housePicture } from '../house/picture.ts'
import { readHouse } from '../house/sources.ts'
import { limitsTable, wrongLinksTable } from './explorerPage.ts'
import { pictureWords, takePictures } from './explorerPicture.ts'
import { kubernetesExample, slurmScripts } from './enginesTable.ts'
import { formsTable } from './formsTable.ts'
import { firstResult, printed, resultsTable } from './figures.ts'
import { libraryTable } from './libraryTable.ts'
import { lessonPages } from './learn/lessons.ts'
import { leversPage } from './leversPage.ts'
import { metalsTable } from './metalsTable.ts'
import { parametersPage } from './parametersPage.ts'
import { functionsTable, tablesTable } from './tablesPage.ts'
import { economistsPath } from './paths.ts'
import { betweenMarks } from './stretch.ts'

export interface MadePage {
  /** From the root of the project. */
  readonly path: string
  /**
   * @param current what the page says now
   * @param folder a folder for results, the same for all pages, in this order
   */
  readonly make: (current: string, folder: string) => string
  /** What is to be done once the page is written anew. @param text what it says then */
  readonly follow?: (text: string) => Promise<void>
}

/** What follows `begin` up to `end`, made. */
function stretch(path: string, begin: string, end: string, make: (folder: string) => string): MadePage {
  return { path, make: (current, folder) => betweenMarks(current, begin, make(folder), end) }
}

const madeBegin = '<!-- made by npm run docs: begin -->'
const madeEnd = '<!-- made by npm run docs: end -->'

function picture(path: string, chart: string): MadePage {
  return { path, make: (_, folder) => readFileSync(join(folder, 'first', 'charts', chart), 'utf8') }
}

export const madePages: readonly MadePage[] = [
  { path: 'docs/images/house.svg', make: () => housePicture(readHouse()) },
  { path: 'docs/parameters.md', make: () => parametersPage() },
  { path: 'docs/levers.md', make: () => leversPage() },
  { path: 'THIRD-PARTY.md', make: () => thirdPartyPage() },
  stretch('docs/scenarios.md', madeBegin, madeEnd, () => `\n${libraryTable()}\n\n`),
  stretch('README.md', '<!-- first result -->', '<!-- end of first result -->', firstResult),
  picture('docs/images/first-result.svg', 'output.svg'),
  picture('docs/images/first-map.svg', 'map-A.svg'),
  stretch('docs/results.md', '<!-- table -->', '<!-- end of table -->', resultsTable),
  stretch('docs/results.md', '<!-- forms -->', '<!-- end of forms -->', () => `\n${formsTable()}\n\n`),
  stretch('docs/data.md', '<!-- metals -->', '<!-- end of metals -->', (folder) => `\n${metalsTable(folder)}\n\n`),
  stretch('docs/tables.md', '<!-- tables -->', '<!-- end of tables -->', () => `\n${tablesTable()}\n\n`),
  stretch('docs/tables.md', '<!-- functions -->', '<!-- end of functions -->', () => `\n${functionsTable()}\n\n`),
  stretch('docs/cluster.md', '<!-- slurm -->', '<!-- end of slurm -->', () => `\n${slurmScripts()}\n`),
  stretch('docs/cluster.md', '<!-- kubernetes -->', '<!-- end of kubernetes -->', () => `\n${kubernetesExample()}\n`),
  ...lessonPages(),
  stretch('docs/explorer.md', '<!-- limits -->', '<!-- end of limits -->', () => `\n${limitsTable()}\n\n`),
  stretch('docs/explorer.md', '<!-- links -->', '<!-- end of links -->', () => `\n${wrongLinksTable()}\n\n`),
  { path: 'docs/images/explorer.txt', make: () => pictureWords(), follow: takePictures },
  { path: 'docs/paths/economist.md', make: economistsPath },
  { path: 'docs/checks.md', make: (_, folder) => printed(folder, 'doctor --model --quiet') },
  { path: 'docs/validation.md', make: (_, folder) => printed(folder, 'doctor --outcomes --quiet') },
]
