#!/bin/sh
# R reads one double in some thousands as its neighbour.
#
# Guess: seventeen digits in a CSV file are read back as the very double that was written, as JavaScript, Python's
#   float and C's strtod do; a table passed on as CSV is the same table.
# What happens: of 20,000 numbers written with the fewest digits that say which double they are, read.csv gives 7 in
#   which the last bit differs, and so do scan and as.numeric. R adds digits up in a long double and scales at the end.
# Seen with: r-base-core 4.2.2.20221110-2 of Debian 12, on x86-64.
# What it means: results that are "the same to the bit" are not, after R has read them; compare with a tolerance of
#   an ulp, or hand them over as Parquet or Arrow.
set -eu
. "$(dirname "$0")/debian"
debian r-base-core=4.2.2.20221110-2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > write.cjs <<'JS'
const { writeFileSync } = require('node:fs')
let state = 1
const uniform = () => (state = (state * 16807) % 2147483647) / 2147483647
const values = Array.from({ length: 20000 }, () => {
  const size = Math.round(uniform() * 8) - 3
  return (uniform() - 0.5) * 10 ** size
})
writeFileSync('values.csv', `x\n${values.join('\n')}\n`)
writeFileSync('values.bin', new Uint8Array(Float64Array.from(values).buffer))
if (!values.every((value) => Number(String(value)) === value)) throw new Error('JavaScript reads its own numbers')
JS
node write.cjs
seen=$(Rscript --vanilla -e '
written <- readBin("values.bin", "double", 20000)
differ <- function(read) sum(read != written)
table <- read.csv("values.csv")$x
cat(differ(table), differ(scan("values.csv", skip = 1, quiet = TRUE)), differ(as.numeric(readLines("values.csv")[-1])),
  max(abs(table - written) / abs(written)) < 3e-16)')
set -- $seen
[ "$1" -gt 0 ] && [ "$1" -lt 100 ] && [ "$2" -eq "$1" ] && [ "$3" -eq "$1" ] && [ "$4" = TRUE ]
echo "Seen: $1 of 20,000 differ with read.csv, $2 with scan, $3 with as.numeric, all by the last bit."
