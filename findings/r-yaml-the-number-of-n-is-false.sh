#!/bin/sh
# A setting called n or y is not there when R reads the YAML file, and R's own yes is a word for others.
#
# Guess: the famous trouble with no and yes in YAML 1.1 concerns values; the name of a field is text.
# What happens: R's yaml reads the names n and y as FALSE and TRUE, so settings$n is NULL while settings has a
#   field called "FALSE". A text such as 1,000 that npm's yaml writes bare is NA, of integer type. The other
#   way round R writes TRUE as yes, which a reader of YAML 1.2 takes for a word, and 1/3 with seven digits.
# Seen with: r-cran-yaml 2.3.7 of Debian 12, yaml 2.9.1 (npm).
# What it means: in R a missing field is NULL and no error: rep(x, settings$n) or a default takes its place in
#   silence. Give settings whole words as names: replicates, not n.
set -eu
. "$(dirname "$0")/debian"
debian r-cran-yaml=2.3.7-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent yaml@2.9.1

cat > write.mjs <<'JS'
import { stringify } from 'yaml'
process.stdout.write(stringify({ n: 1000, y: 2, label: '1,000' }))
JS
node write.mjs >run.yaml
cat > seen.R <<'R'
d <- suppressWarnings(yaml::yaml.load_file('run.yaml'))
stopifnot(
  is.null(d[['n']]), is.null(d[['y']]), identical(names(d), c('FALSE', 'TRUE', 'label')),
  identical(d[['FALSE']], 1000L), is.integer(d$label), is.na(d$label)
)
cat(yaml::as.yaml(list(binding = TRUE, share = 1 / 3)), file = 'back.yaml')
R
Rscript seen.R
cat > read.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
assert.deepEqual(parse(readFileSync('back.yaml', 'utf8')), { binding: 'yes', share: 0.3333333 })
JS
node read.mjs
echo "Seen: R names the fields n and y FALSE and TRUE and reads 1,000 as NA; its TRUE arrives as the word yes, 1/3 as 0.3333333."
