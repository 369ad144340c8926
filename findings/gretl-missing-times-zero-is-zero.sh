#!/bin/sh
# In gretl a missing value times zero is zero.
#
# Guess: NA * 0 is NA, as in R, Stata and SQL: what is not known stays so.
# What happens: NA * 0 is 0, and so is every missing value of a series times 0: a series with one value
#   missing has five valid values after * 0. NA * 1, NA + 0 and NA ^ 0 are NA; in a matrix the product is nan.
# Seen with: gretl 2022c-1 of Debian 12.
# What it means: dummies and interactions (duty * treated) turn missing rates into observed zeros, and a
#   regression uses rows that should have been left out. Count ok(x) before and after.
set -eu
. "$(dirname "$0")/debian"
debian gretl=2022c-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > seen.inp <<'G'
nulldata 5
series x = {1, 2, 3, 4, 10}'
x[2] = NA
series none = x * 0
matrix m = {NA} * {0}
printf "is %g %g %g %g %d %d %g\n", NA * 0, NA * 1, NA + 0, NA ^ 0, sum(ok(x)), sum(ok(none)), m
G
gretlcli -b -q seen.inp 2>/dev/null | grep '^is' | tee said
grep -q '^is 0 NA NA NA 4 5 *nan' said
echo 'Seen: NA * 0 is 0, NA * 1, NA + 0 and NA ^ 0 are NA; of 4 valid values 5 are valid after * 0; in a matrix nan.'
