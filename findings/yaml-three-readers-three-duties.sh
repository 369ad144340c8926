#!/bin/sh
# A duty of 0.25 written over a shared default of 0.1 is 0.25 for Python, 0.1 for R, and stands beside an
# unused default in JavaScript.
#
# Guess: `<<: *base` takes over the fields of the anchor, and what is written beside it comes first; every
#   reader of YAML does so.
# What happens: PyYAML does. In R the fields taken over win if `<<` stands before the field: the duty is 0.1
#   again. npm's yaml and js-yaml 5 do not merge at all, since YAML 1.2 has no such key: the result has a
#   field called "<<" and no quota. js-yaml 4 still merged, so an update changes what a file means without an
#   error; yaml merges with { merge: true }.
# Seen with: yaml 2.9.1, js-yaml 5.5.0 and 4.1.0 (npm); python3-yaml 6.0-3+b2, r-cran-yaml 2.3.7 of Debian 12.
# What it means: a file of scenarios that share a block is another scenario for each reader, each of them
#   valid. Refuse a key "<<", or merge by a word of your own (extends).
set -eu
. "$(dirname "$0")/debian"
debian python3-yaml=6.0-3+b2 r-cran-yaml=2.3.7-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent yaml@2.9.1 js-yaml@5.5.0 old-yaml@npm:js-yaml@4.1.0

cat >policy.yaml <<'Y'
base: &base
  duty: 0.1
  quota: 5
mexico:
  <<: *base
  duty: 0.25
Y
cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as current from 'js-yaml'
import old from 'old-yaml'
import { parse } from 'yaml'
const text = readFileSync('policy.yaml', 'utf8')
const unmerged = { '<<': { duty: 0.1, quota: 5 }, duty: 0.25 }
assert.deepEqual(parse(text).mexico, unmerged)
assert.deepEqual(current.load(text).mexico, unmerged)
assert.deepEqual(old.load(text).mexico, { duty: 0.25, quota: 5 })
assert.deepEqual(parse(text, { merge: true }).mexico, { duty: 0.25, quota: 5 })
JS
node seen.mjs
/usr/bin/python3 -c 'import yaml; assert yaml.safe_load(open("policy.yaml"))["mexico"] == {"duty": 0.25, "quota": 5}'
Rscript -e 'm <- yaml::yaml.load_file("policy.yaml")$mexico; stopifnot(identical(m$duty, 0.1), identical(m$quota, 5L), length(m) == 2)'
echo 'Seen: duty 0.25 and quota 5 by PyYAML and js-yaml 4; duty 0.1 and quota 5 by R; duty 0.25, no quota and a field "<<" by yaml and js-yaml 5.'
