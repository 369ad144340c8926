#!/bin/sh
# OpenTURNS reads a file of comma-separated values as one column, and drops every row with a gap.
#
# Guess: ImportFromCSVFile reads commas by default, as the name says, and complains about a line that it
#   cannot read, or makes its gaps NaN.
# What happens: the default separator is the semicolon. Of a file with two columns and commas it returns one
#   column, named data_0, with the first number of each line: no error. With commas given, rows that hold an
#   empty cell or NA are left out without an error.
# Seen with: python3-openturns 1.20-9 of Debian 12.
# What it means: a sensitivity analysis of exported replicates runs on one input, or on those rows that happen
#   to be complete. Compare getSize() and getDimension() with the file.
set -eu
. "$(dirname "$0")/debian"
debian python3-openturns=1.20-9
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

printf 'x,y\n1,2\n3,4\n' >two.csv
printf 'x,y\n1,\n3,NA\n5,6\n' >gaps.csv
cat > seen.py <<'PY'
import openturns as ot
ot.Log.Show(ot.Log.NONE)
two = ot.Sample.ImportFromCSVFile('two.csv')
assert (two.getSize(), two.getDimension(), list(two.getDescription())) == (2, 1, ['data_0'])
assert [two[i, 0] for i in range(2)] == [1, 3]
right = ot.Sample.ImportFromCSVFile('two.csv', ',')
assert (right.getSize(), right.getDimension(), list(right.getDescription())) == (2, 2, ['x', 'y'])
gaps = ot.Sample.ImportFromCSVFile('gaps.csv', ',')
assert gaps.getSize() == 1 and list(gaps[0]) == [5, 6]
PY
/usr/bin/python3 seen.py
echo 'Seen: a file of two columns is read as one called data_0; of three rows the two with gaps are gone.'
