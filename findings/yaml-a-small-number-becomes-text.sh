#!/bin/sh
# A tolerance of 1e-7, written as YAML by one library, is text for two others, and 2.5e-9 is a number for all.
#
# Guess: a number that stringify of npm's yaml writes is a number for every reader of YAML: numbers are the
#   simplest thing in it, and JSON, in which 1e-7 is a number, is said to be YAML.
# What happens: without a point YAML 1.1 knows no such number: 1e-7, 1e+21 and 1e+300 are strings for PyYAML
#   and for R. 2.5e-9 is a number because of its point. In R 100000000000000000000 is NA with a warning.
#   ruamel.yaml, which follows YAML 1.2, reads them all as numbers.
# Seen with: yaml 2.9.1 (npm); python3-yaml 6.0-3+b2, python3-ruamel.yaml 0.17.21, r-cran-yaml 2.3.7 of Debian
#   12.
# What it means: settings of a run, read again by an analyst's script, hold a word where the tolerance was,
#   but only when its digits are one; comparison with it fails later, or compares as text. Write yaml with
#   version: '1.1', or read with a reader of 1.2.
set -eu
. "$(dirname "$0")/debian"
debian python3-yaml=6.0-3+b2 python3-ruamel.yaml=0.17.21-1 r-cran-yaml=2.3.7-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent yaml@2.9.1

cat > write.mjs <<'JS'
import { stringify } from 'yaml'
process.stdout.write(stringify({ tolerance: 1e-7, large: 1e21, small: 2.5e-9 }))
JS
node write.mjs >run.yaml
printf 'tolerance: 1e-7\nlarge: 1e+21\nsmall: 2.5e-9\n' | cmp - run.yaml

cat > seen.py <<'PY'
import yaml
from ruamel.yaml import YAML
kinds = lambda d: [type(d[k]).__name__ for k in ('tolerance', 'large', 'small')]
assert kinds(yaml.safe_load(open('run.yaml'))) == ['str', 'str', 'float']
assert kinds(YAML(typ='safe', pure=True).load(open('run.yaml'))) == ['float', 'float', 'float']
PY
/usr/bin/python3 seen.py
Rscript -e 'd <- yaml::yaml.load_file("run.yaml"); stopifnot(identical(unname(sapply(d, class)), c("character", "character", "numeric")))'
echo 'Seen: 1e-7 and 1e+21 are text for PyYAML and R, numbers for ruamel.yaml; 2.5e-9 is a number for all three.'
