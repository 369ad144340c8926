/** Made parts of docs/explorer.md: how many of what the page computes, and what it says to links that are wrong. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { libraryData } from '../../reports/explorer/data/libraryData.ts'
import { mostCurveReplicates } from '../../reports/explorer/engine/asides.ts'
import { libraryOf } from '../../reports/explorer/engine/library.ts'
import { linkOf, readLink } from '../../reports/explorer/page/link.ts'
import { mostReplicates, usualOption, usualReplicates } from '../../reports/explorer/page/settings.ts'
import { explainReplicates } from '../../studies/plan/defaults.ts'
import { table } from './learn/words.ts'

const page = fileURLToPath(new URL('../../reports/explorer/', import.meta.url))

/** A number that a source of the page states for itself. @throws Error where it does not */
function statedIn(file: string, name: string): number {
  const found = new RegExp(`const ${name}(?:: number)? = ([\\d_]+)`).exec(readFileSync(`${page}${file}`, 'utf8'))
  if (found === null) throw new Error(`${file} states no ${name}`)
  return Number(found[1].replaceAll('_', ''))
}

/** How many of what. */
export function limitsTable(): string {
  const rows: readonly (readonly [string, number])[] = [
    ['replicates before the first picture', statedIn('engine/running.ts', 'firstPicture')],
    ['replicates, unless others are chosen', usualReplicates],
    ['replicates at most', mostReplicates],
    ['replicates at each level of a curve', mostCurveReplicates],
    ['replicates of an explanation', explainReplicates],
    ['futures that can be drawn one by one', statedIn('page/drawn.ts', 'mostDrawn')],
    ['characters of a link', statedIn('page/link.ts', 'longestLink')],
  ]
  return table(['what', 'number'], rows.map(([what, number]) => [what, number.toLocaleString('en-US')]))
}

const wrongLinks = [
  '#option=tarif-232-2025',
  '#option=base&lever.us-tariff-mexico=2',
  '#option=base&lever.us-tarif-mexico=0.1',
  '#option=base&hold.rvcSlak=0.01',
  '#option=base&replicates=1000000',
  '#option=base&outcome=output.XX',
  '#option=base&colour=red',
]

/** What is said to some links, and what is opened in their place. @throws Error where one of them is right */
export function wrongLinksTable(): string {
  const { listed } = libraryOf(libraryData(), { kind: 'nothing' })
  const known = { listed, option: usualOption, outcomes: outcomeDefinitions.map(({ id }) => id) }
  const rows = wrongLinks.map((link) => {
    const { settings, problems } = readLink(link, known)
    if (problems.length === 0) throw new Error(`${link} is right`)
    return [`\`${link}\``, problems.join(' '), `\`${linkOf(settings, listed)}\``]
  })
  return table(['a link', 'what the page says', 'what is opened'], rows)
}
