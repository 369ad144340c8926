#!/bin/sh
# linkedom writes attributes of an HTML page without escaping ampersands.
#
# Guess: `outerHTML` writes an ampersand in an attribute as &amp;, as browsers do, so that what is read
#   back is what was set.
# What happens: an HTML document escapes only the quotes of an attribute. A value that looks like an
#   entity changes when it is read back, and an SVG taken out of the page, with `GM & Ford` in its label,
#   is not XML. In a document parsed as XML it is escaped.
# Seen with: linkedom 0.18.15.
# What it means: Escape when a piece of a page is stored as XML, and do not take read back for written.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts linkedom@0.18.15

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { DOMParser, parseHTML } from 'linkedom'
const page = (body) => parseHTML(`<!doctype html><html><body>${body}</body></html>`).document
const paragraph = page('<p></p>').querySelector('p')
paragraph.setAttribute('title', 'a &lt; b')
assert.equal(page(paragraph.outerHTML).querySelector('p').getAttribute('title'), 'a < b')
const svg = page('').createElementNS('http://www.w3.org/2000/svg', 'svg')
svg.setAttribute('aria-label', 'GM & Ford')
assert.equal(svg.outerHTML, '<svg aria-label="GM & Ford" />')
const xml = new DOMParser().parseFromString('<svg/>', 'image/svg+xml').documentElement
xml.setAttribute('aria-label', 'GM & Ford')
assert.match(xml.outerHTML, /GM &amp; Ford/)
JS
node seen.mjs
echo 'Seen: title set to `a &lt; b` comes back as `a < b`; <svg aria-label="GM & Ford" />; from an XML document: GM &amp; Ford.'
