/** Links of the site: how those of the project's pages become its own, and that one which leads nowhere is found. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { deadLinks } from '../../site/deadLinks.ts'
import { linked } from '../../site/links.ts'

const home = mkdtempSync(join(tmpdir(), 'links-'))
afterAll(() => rmSync(home, { recursive: true }))
for (const [file, text] of Object.entries({
  'docs/model.md': '# The model',
  'docs/images/dark.webp': '',
  'docs/images/light.png': '',
  'examples/one.ts': 'export {}',
  'data/README.md': '# Data',
  'site/index.html':
    '<h1 id="top">A &amp; B</h1><a href="/docs/a.html#there">a</a><script>"<a href=\'no.html\'>"</script>',
  'site/docs/a.html': '<p id="there"><a href="../index.html#top">b</a><a href="https://example.org/">c</a>',
})) {
  mkdirSync(join(home, file, '..'), { recursive: true })
  writeFileSync(join(home, file), text)
}

describe('a link of a page', () => {
  test.each([
    ['to a page', '[m](model.md#cost)', '[m](./model.md#cost)'],
    ['to a program leads to the page that shows it', '[o](../examples/one.ts)', '[o](../examples/one.ts.md)'],
    ['to a folder leads to its first page', '[d](../data)', '[d](../data/index.md)'],
    ['out of the project stays', '[x](https://example.org/)', '[x](https://example.org/)'],
    ['in code is none', '`[a](b.md)`', '`[a](b.md)`'],
    [
      'of a picture for dark screens is one of the site',
      '<source srcset="images/dark.webp"><img src="images/light.png">',
      '<source srcset="./images/dark.webp"><img src="./images/light.png">',
    ],
    [
      'into the explorer of a machine leads to that of the site',
      'see [here](http://127.0.0.1:4600/#option=base)',
      'see [here](/explorer/index.html#option=base)',
    ],
    [
      'into the explorer that is a paragraph opens it there',
      '**[Open: it](http://127.0.0.1:4600/#option=base&replicates=100)**',
      '<ExplorerHere settings="option=base&amp;replicates=100">Open: it</ExplorerHere>',
    ],
  ])('%s', (_, written, wanted) => {
    expect(linked(home, 'docs/page.md', written).text).toBe(wanted)
  })

  test('to what is not there is refused by name', () => {
    expect(() => linked(home, 'docs/page.md', '[x](modle.md)')).toThrow(
      'docs/page.md: the link to modle.md leads to no file',
    )
  })
})

describe('a built site', () => {
  const site = join(home, 'site')

  test('whose links all lead somewhere has no dead ones', () => {
    expect(deadLinks(site, '/')).toEqual({ links: 2, dead: [] })
  })

  test('with a missing page, a missing place and a link out of its folder has three', () => {
    writeFileSync(
      join(site, 'b.html'),
      '<a href="c.html"></a><img src="/up/x.svg"><a href="docs/a.html#nowhere"></a><a href="#">',
    )
    const { dead } = deadLinks(site, '/')
    expect(dead).toEqual([
      'b.html: c.html',
      'b.html: /up/x.svg',
      'b.html: docs/a.html#nowhere (the page has no such place)',
    ])
    expect(deadLinks(site, '/plantshift/').dead).toContain('index.html: /docs/a.html#there')
  })
})
