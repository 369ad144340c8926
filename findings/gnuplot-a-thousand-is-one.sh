#!/bin/sh
# gnuplot reads "1,500" in a CSV file as 1, and 2024-02 as 2024.
#
# Guess: a quoted number with a thousands separator is read as 1500 or rejected as invalid; a month is invalid
#   unless a time format is given.
# What happens: the number before the first character that does not fit is taken, here as in every column:
#   1,500 counts as 1 and 2024-02 as 2024; stats reports no invalid record. NaN and ? are left out.
# Seen with: gnuplot-nox 5.4.4+dfsg1-2+b2 of Debian 12.
# What it means: a chart of trade values has its largest values at the bottom, and twelve months of a year
#   stand on one another. Clean the numbers first, or set xdata time with timefmt.
set -eu
. "$(dirname "$0")/debian"
debian gnuplot-nox=5.4.4+dfsg1-2+b2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

printf 'US,1000\nMX,"1,500"\nCA,"2,000"\n' >trade.csv
printf '2024-01,1\n2024-02,2\n' >months.csv
printf '1\nNaN\n?\n3\n' >gaps.csv
said() { gnuplot -e "set datafile separator ','; stats '$1' using $2 nooutput; print STATS_records, STATS_invalid, STATS_min, STATS_max" 2>&1; }
[ "$(said trade.csv 2)" = '3 0 1.0 1000.0' ]
[ "$(said months.csv 1)" = '2 0 2024.0 2024.0' ]
[ "$(said gaps.csv 1 | cut -d' ' -f1,3,4)" = '2 1.0 3.0' ]
echo 'Seen: 1000, "1,500" and "2,000" are three records from 1 to 1000, none invalid; 2024-01 and 2024-02 are both 2024.'
