#!/bin/sh
# VitePress puts the base of a site before links in Markdown, but not before those that say where they are to open.
#
# Guess: with base: '/models/', every link that begins with a slash gets /models/ before it, also one to a page beside
#   the site, which is written as [report](/report.html){target="_self"}: its documentation asks for that attribute there,
#   and says that the base is put before links in Markdown.
# What happens: [report](/report.html) becomes /models/report.html. With {target="_self"} it stays /report.html, and so
#   with {target="_blank"}; a picture, and a link of the navigation that has the same target, do get the base. The build
#   says nothing.
# Seen with: vitepress 1.6.4.
# What it means: reports that lie beside the pages of a site are found on a machine, where the base is /, and are
#   missing where the site is published in a folder. Write the base into such links, and check the links of a site
#   that was built with another base.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent vitepress@1.6.4

mkdir -p pages/.vitepress pages/public
cat > pages/.vitepress/config.mjs <<'JS'
export default {
  base: '/models/',
  ignoreDeadLinks: true,
  themeConfig: { nav: [{ text: 'From the navigation', link: '/report.html', target: '_self' }] },
}
JS
echo '<p>A report.</p>' > pages/public/report.html
echo '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' > pages/public/map.svg
cat > pages/index.md <<'MD'
[plain](/report.html) [same](/report.html){target="_self"} [other](/report.html){target="_blank"} ![map](/map.svg)
MD
npx vitepress build pages >build.log 2>&1

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
const page = readFileSync('pages/.vitepress/dist/index.html', 'utf8')
const linkOf = (words) => {
  const [tag] = page.match(/<a [^>]*>(?:(?!<\/a>).)*<\/a>/gs).filter((one) => one.replace(/<[^>]*>/g, '').trim() === words)
  return tag.match(/href="([^"]*)"/)[1]
}
assert.equal(linkOf('plain'), '/models/report.html')
assert.equal(linkOf('same'), '/report.html')
assert.equal(linkOf('other'), '/report.html')
assert.equal(linkOf('From the navigation'), '/models/report.html')
assert.match(page, /<img src="\/models\/map\.svg"/)
console.log('Seen: with base /models/ a plain link leads to /models/report.html, one with a target to /report.html; pictures and the navigation have the base.')
JS
node seen.mjs
