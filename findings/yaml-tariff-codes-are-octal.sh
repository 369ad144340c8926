#!/bin/sh
# Tariff heading 0101 is 65 in YAML for Python and R, 101 in JavaScript, and 0108 is text for the first two.
#
# Guess: an unquoted 0101 is 101, or stays text because of its zero; all headings of a list are of one kind.
# What happens: YAML 1.1 takes digits below 8 after a 0 for an octal number: 0101 is 65 and 0777 is 511, while
#   0108 is no octal number and stays text. npm's yaml (1.2) makes 101, 777 and 108. -.5 is text for PyYAML
#   and a number for the others, .5 a number for all.
# Seen with: python3-yaml 6.0-3+b2, r-cran-yaml 2.3.7 of Debian 12; yaml 2.9.1 (npm).
# What it means: a concordance of headings read in Python has wrong numbers among right words, and joins part
#   of its rows. Quote codes, write -0.5, and check codes with a pattern.
set -eu
. "$(dirname "$0")/debian"
debian python3-yaml=6.0-3+b2 r-cran-yaml=2.3.7-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent yaml@2.9.1

printf 'a: 0101\nb: 0108\nc: 0777\nhigh: .5\nlow: -.5\n' >codes.yaml
cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
assert.deepEqual(parse(readFileSync('codes.yaml', 'utf8')), { a: 101, b: 108, c: 777, high: 0.5, low: -0.5 })
JS
node seen.mjs
/usr/bin/python3 -c 'import yaml; assert yaml.safe_load(open("codes.yaml")) == {"a": 65, "b": "0108", "c": 511, "high": 0.5, "low": "-.5"}'
Rscript -e 'd <- yaml::yaml.load_file("codes.yaml"); stopifnot(identical(d[1:3], list(a = 65L, b = "0108", c = 511L)), identical(d$low, -0.5))'
echo 'Seen: 0101, 0108, 0777 are 65, "0108", 511 for PyYAML and R and 101, 108, 777 for yaml; -.5 is text for PyYAML.'
