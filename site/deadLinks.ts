/** Links of a built site that lead nowhere: to a file that is not there, or to a place of a page that has no such id. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** What the explorer's links carry behind the # is what it is set to, no place of a page. */
const isExplorer = /^explorer\//

/** Attributes that lead somewhere, as browsers follow them. Scripts are no part of what is read. */
const attribute = /\s(?:href|src)="([^"]*)"/g
const idAttribute = /\s(?:id|name)="([^"]*)"/g
const script = /<script\b[^>]*>[^]*?<\/script>/g

/**
 * @param folder of the site
 * @param base what stands before the path of every page, as in `/plantshift/`
 */
export function deadLinks(folder: string, base: string): { readonly links: number; readonly dead: readonly string[] } {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const ids = new Map<string, ReadonlySet<string>>()
  const idsOf = (page: string): ReadonlySet<string> => {
    const known = ids.get(page) ?? new Set([...pageText(folder, page).matchAll(idAttribute)].map(([, id]) => plain(id)))
    ids.set(page, known)
    return known
  }
  const dead: string[] = []
  let links = 0
  for (const page of pages) {
    for (const [, written] of pageText(folder, page).matchAll(attribute)) {
      const link = plain(written)
      if (/^(?:[a-z]+:|\/\/)/.test(link)) continue
      links += 1
      const { file, hash } = target(link, page, base)
      const place = file === undefined ? undefined : fileAt(folder, file)
      if (place === undefined) dead.push(`${page}: ${link}`)
      else if (hash !== '' && place.endsWith('.html') && !isExplorer.test(place) && !idsOf(place).has(hash)) {
        dead.push(`${page}: ${link} (the page has no such place)`)
      }
    }
  }
  return { links, dead: [...new Set(dead)] }
}

function pageText(folder: string, page: string): string {
  return readFileSync(join(folder, page), 'utf8').replace(script, '')
}

/** A text of an attribute without the signs that HTML needs. */
function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

/** File and place that a link of `page` leads to; no file where it leaves the site. */
function target(
  link: string,
  page: string,
  base: string,
): { readonly file: string | undefined; readonly hash: string } {
  const [path, hash = ''] = link.split('#', 2)
  const way = decodeURI(path.replace(/\?.*$/, ''))
  if (way === '') return { file: page, hash: decodeURIComponent(hash) }
  if (way.startsWith('/') && !way.startsWith(base)) return { file: undefined, hash }
  const file = way.startsWith('/') ? way.slice(base.length) : posix.join(posix.dirname(page), way)
  return { file: file.startsWith('..') ? undefined : file, hash: decodeURIComponent(hash) }
}

/** A file of the site; of a folder its first page. */
function fileAt(folder: string, path: string): string | undefined {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  return existsSync(join(folder, file)) ? file : undefined
}
