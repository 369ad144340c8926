/**
 * Links of the project's pages, as they stand on the site. In the repository a link leads to a file; on the site each file that is
 * linked to has a page: Markdown as a page of its own, a program or a scenario with its text on a page. Links into an explorer that
 * runs on the reader's machine lead into the one on the site.
 */
import { existsSync, lstatSync } from 'node:fs'
import { join, posix } from 'node:path'

/** Where a file of the project stands on the site, from the top of the pages. */
export function pageOf(path: string): string {
  if (path === 'README.md') return 'start.md'
  if (path.endsWith('/README.md')) return path.replace(/README\.md$/, 'index.md')
  return path.endsWith('.md') ? path : `${path}.md`
}

/** Pictures go along as they are. */
export function isPicture(path: string): boolean {
  return /\.(?:svg|png|webp)$/.test(path)
}

/** A page with its links as on the site, and the files that it leads to. */
export interface Linked {
  readonly text: string
  readonly leadsTo: readonly string[]
}

/** Code, in which nothing is a link; then links; then pictures for which Markdown has no words, as one for dark screens. */
const codeOrLink = /(```[^]*?```|`[^`\n]+`)|\]\(([^()\s]+)\)|(?<= (src|srcset)=")([^":\s]+)(?=")/g

/** A link into the explorer that makes a paragraph of its own. */
const explorerParagraph = /^\*\*\[([^\]]+)\]\(http:\/\/127\.0\.0\.1:4600\/#([^)]*)\)\*\*$/gm

/** Any other. */
const explorerAddress = /^http:\/\/127\.0\.0\.1:4600\//

/**
 * @param path of the page, from the top of the project
 * @throws an Error that names the page and the link where a link leads to no file
 */
export function linked(project: string, path: string, text: string): Linked {
  const leadsTo: string[] = []
  const withExplorer = text.replace(
    explorerParagraph,
    (_, words: string, settings: string) =>
      `<ExplorerHere settings="${settings.replaceAll('&', '&amp;')}">${words}</ExplorerHere>`,
  )
  const found = (target: string): string => {
    const file = fileAt(project, posix.join(posix.dirname(path), target))
    if (file === undefined) throw new Error(`${path}: the link to ${target} leads to no file`)
    leadsTo.push(file)
    return file
  }
  const replaced = withExplorer.replace(codeOrLink, (whole, code: string | undefined, ...targets: string[]) => {
    const [target, attribute, picture] = targets
    if (code !== undefined) return whole
    if (attribute !== undefined) return `./${posix.relative(posix.dirname(pageOf(path)), found(picture))}`
    if (target.startsWith('#')) return whole
    if (explorerAddress.test(target)) return `](${target.replace(explorerAddress, '/explorer/index.html')})`
    if (/^[a-z]+:/.test(target)) return whole
    const [name, hash] = target.split('#', 2)
    const file = found(name)
    if (isPicture(file)) return whole
    const way = posix.relative(posix.dirname(pageOf(path)), pageOf(file))
    return `](${way.startsWith('.') ? way : `./${way}`}${hash === undefined ? '' : `#${hash}`})`
  })
  return { text: replaced, leadsTo }
}

/** The file that a path leads to; of a folder its README. */
function fileAt(project: string, path: string): string | undefined {
  const plain = path.replace(/\/$/, '')
  const place = join(project, plain)
  if (!existsSync(place)) return undefined
  if (!lstatSync(place).isDirectory()) return plain
  const readme = `${plain}/README.md`
  return existsSync(join(project, readme)) ? readme : undefined
}
