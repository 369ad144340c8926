/** How VitePress makes the site of the pages in `out/site-pages`. Nothing is fetched: fonts, search and highlighting are its own. */
import { apiContents, sidebar } from '../contents.ts'
import { pagesFolder, siteBase, siteFolder } from '../places.ts'
import type { UserConfig } from 'vitepress'

const config: UserConfig = {
  lang: 'en',
  title: 'Plantshift',
  description: 'If the rules of trade change, which auto plants move, who works, who pays, and how sure are we?',
  base: siteBase,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  srcDir: pagesFolder,
  outDir: siteFolder,
  cacheDir: `${pagesFolder}/.cache`,
  // What lies beside the pages is no page; check.ts looks at links into it, as at all others.
  ignoreDeadLinks: [/^\/explorer\//, /^\/gallery\/.+\.html/],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // Code that is set in by four spaces scrolls by itself, as code between fences does.
    config: ({ renderer }) => {
      renderer.rules['code_block'] = (tokens, n, options, env, self) => {
        tokens[n].info = 'text'
        return renderer.rules.fence?.(tokens, n, options, env, self) ?? ''
      }
    },
  },
  themeConfig: {
    nav: [
      { text: 'Lessons', link: '/docs/learn/' },
      { text: 'Documentation', link: '/start', activeMatch: '^/(start|docs/(?!learn))' },
      { text: 'Reports', link: '/gallery/' },
      { text: 'Library', link: '/api/' },
      { text: 'Explorer', link: '/explorer/index.html', target: '_self' },
    ],
    sidebar: { '/api/': apiContents(), '/': sidebar() },
    outline: [2, 3],
    search: { provider: 'local' },
  },
}

export default config
