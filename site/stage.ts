/**
 * The pages of the site as Markdown, from the pages of the project: those that stand here by name or lie in `docs`, and every file
 * that one of them leads to.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { isPicture, linked, pageOf } from './links.ts'
import { pagesFolder, project, publicFolder } from './places.ts'

/** Pages beside those of `docs`. */
const otherPages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']

/** What the highlighter calls a file by its ending. */
const languages: Readonly<Record<string, string>> = { '.ts': 'ts', '.yaml': 'yaml', '.json': 'json', '.sh': 'sh' }

/** What the lessons ask readers of files to do first. */
const onThisSite = `
::: tip On this site
Links of the lessons open the explorer right here, and there is nothing to install.
:::
`

/** Writes all of them. @returns how many */
export function stagePages(): number {
  const ours = readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' })
  const waiting = [...otherPages, ...ours.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)]
  const done = new Set<string>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (done.has(path)) continue
    done.add(path)
    waiting.push(...stagePage(path))
  }
  writePage('index.md', frontPage())
  mkdirSync(publicFolder, { recursive: true })
  cpSync(join(project, 'docs', 'images', 'first-map.svg'), join(publicFolder, 'first-map.svg'))
  return done.size
}

/** Writes the page of a file of the project. @returns the files that it leads to */
export function stagePage(path: string): readonly string[] {
  if (isPicture(path)) {
    mkdirSync(dirname(join(pagesFolder, path)), { recursive: true })
    cpSync(join(project, path), join(pagesFolder, path))
    return []
  }
  const text = readFileSync(join(project, path), 'utf8')
  if (!path.endsWith('.md')) {
    writePage(pageOf(path), `# ${path}\n\n\`\`\`\`${languages[extname(path)] ?? 'text'}\n${text.trimEnd()}\n\`\`\`\`\n`)
    return []
  }
  const page = linked(project, path, text)
  writePage(pageOf(path), path === 'docs/learn/README.md' ? page.text.replace('\n', `\n${onThisSite}`) : page.text)
  return page.leadsTo
}

/** Writes a page of the site. */
export function writePage(path: string, text: string): void {
  const place = join(pagesFolder, path)
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, text)
}

/** The front page: what stands in `front.md`, and the first result of the README. */
function frontPage(): string {
  const front = readFileSync(join(project, 'site', 'front.md'), 'utf8')
  const readme = readFileSync(join(project, 'README.md'), 'utf8')
  const result = /<!-- first result -->\n([^]*?)<!-- end of first result -->/.exec(readme)?.[1]
  if (result === undefined) throw new Error('README.md: there is no first result between its marks')
  return front.replace('<!-- first result -->', () => result)
}
