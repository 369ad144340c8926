#!/bin/sh
# A CITATION.cff made into BibTeX no longer says which version of the software was used.
#
# Guess: the BibTeX entry holds title, authors, date, DOI and version, all of which the file states.
# What happens: the version is read (it stands in the data), and left out of the entry, which is a @misc; nor
#   is there a licence or an address of the code. The day of the release is put into the month: "nov 1".
# Seen with: @citation-js/core, plugin-bibtex 0.7.21, plugin-software-formats 0.6.2.
# What it means: a paper that cites a model by the converted entry cannot say by which version its figures
#   were made. Print the entry yourself.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @citation-js/core@0.7.21 @citation-js/plugin-bibtex@0.7.21 @citation-js/plugin-software-formats@0.6.2

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-software-formats'

const cite = new Cite(`cff-version: 1.2.0
message: Please cite it.
title: A model of plants
type: software
version: 0.1.0
doi: 10.5281/zenodo.1234567
date-released: 2026-11-01
license: MIT
authors:
  - family-names: Doe
    given-names: Jane
`)
assert.equal(cite.data[0].version, '0.1.0')
const entry = cite.format('bibtex')
assert.match(entry, /doi = \{10\.5281/)
assert.doesNotMatch(entry, /0\.1\.0/)
assert.match(entry, /month = \{nov 1\}/)
console.log(`Seen: ${entry.replace(/\s+/g, ' ')}`)
JS
node seen.mjs
