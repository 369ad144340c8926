#!/bin/sh
# csv-parse with `cast: true` reads 0x1F as 0.
#
# Guess: with `cast: true` a field such as 0x1F stays text, or becomes 31; what is no number to its end
#   stays text, as 12abc does.
# What happens: it becomes 0: the test whether a text is a number takes hexadecimal, octal and binary for
#   numbers, and the conversion then reads only the digits before the letter. A negative one stays text.
# Seen with: csv-parse 7.0.3.
# What it means: Codes and marks that begin with a digit and a letter may turn to 0; cast by column, not
#   by guess.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts csv-parse@7.0.3

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
const [row] = parse('0x1F,0b11,0o17,-0x2,12abc,1_000,1e5', { cast: true })
assert.deepEqual(row, [0, 0, 0, '-0x2', '12abc', '1_000', 100000])
JS
node seen.mjs
echo 'Seen: 0x1F -> 0, 0b11 -> 0, 0o17 -> 0; -0x2, 12abc and 1_000 stay text; 1e5 -> 100000.'
