#!/bin/sh
# Sorting a CSV file with csvsort changes its cells: 0101 becomes 101, 0 becomes False, 1,000 becomes 1000.
#
# Guess: csvsort reorders lines and leaves each cell as it is; types matter for the order alone.
# What happens: every column is read as its guessed type and written anew: tariff codes lose their leading
#   zero, a column of 0 and 1 becomes False and True, thousands lose their comma, 01/02/2025 becomes
#   2025-01-02, a dot becomes an empty cell. csvstat gives no mean for the column of 0 and 1. -I
#   (--no-inference) keeps all but the dot, and sorts as text.
# Seen with: csvkit 1.0.7-1 of Debian 12.
# What it means: codes no longer join, and a flag counts as text in the next program; csvcut and csvgrep of
#   the same package leave cells alone, so one learns to trust it.
set -eu
. "$(dirname "$0")/debian"
debian csvkit=1.0.7-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

printf 'hs,open,value,day,note\n0201,1,"1,000",03/04/2025,a\n0101,0,2,01/02/2025,.\n' >trade.csv
csvsort -c hs trade.csv >sorted.csv
printf 'hs,open,value,day,note\n101,False,2,2025-01-02,\n201,True,1000,2025-03-04,a\n' | cmp - sorted.csv
csvsort -I -c hs trade.csv >plain.csv
printf 'hs,open,value,day,note\n0101,0,2,01/02/2025,\n0201,1,"1,000",03/04/2025,a\n' | cmp - plain.csv
csvcut -c hs,open trade.csv | grep -qx '0201,1'
csvstat --mean -c open trade.csv | grep -q None
echo 'Seen: 0101,0,2,01/02/2025,. is written 101,False,2,2025-01-02, by csvsort; with -I all but the dot stays.'
