#!/bin/sh
# In Miller the mean of a column is not its sum by its count, and the largest of 1, NA, 3 is NA.
#
# Guess: a cell that is not a number is skipped by all of sum, count, mean and max, or is an error for all.
# What happens: of 1, NA, 3 the sum is 4, the count 3, the mean 2 and the greatest value "NA", because text is
#   ordered above numbers; the median p50 is 3. The same with NaN or a dash in place of NA. Truly empty cells
#   are left out by all.
# Seen with: miller 6.6.0-2+b3 of Debian 12.
# What it means: a summary line of count, mean and max over exported results is made of three different sets
#   of rows. Filter with is_numeric or leave missing cells empty.
set -eu
. "$(dirname "$0")/debian"
debian miller=6.6.0-2+b3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

stats() { printf "$1" | mlr --icsv --onidx stats1 -a sum,count,mean,max,p50 -f x; }
[ "$(stats 'x\n1\nNA\n3\n')" = '4 3 2 NA 3' ]
[ "$(stats 'x\n1\nNaN\n3\n')" = '4 3 2 NaN 3' ]
[ "$(stats 'x,y\n1,a\n,b\n3,c\n')" = '4 2 2 3 3' ]
echo 'Seen: of 1, NA, 3 sum 4, count 3, mean 2, max NA, median 3; with an empty cell instead count 2 and max 3.'
