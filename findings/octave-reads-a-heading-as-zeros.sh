#!/bin/sh
# Octave reads the heading of a CSV file as a row of zeros, and an empty cell as 0.
#
# Guess: csvread stops at a heading that is text, or skips it, and an empty cell is NaN.
# What happens: every cell that is not a number is 0: a file of two plants under a heading is a matrix of
#   three rows, the first of them zeros, and a missing output is an output of 0. No warning.
# Seen with: octave 7.3.0-2 of Debian 12.
# What it means: means over a table exported by this or any tool are too small, and the number of rows is one
#   too large. Use csvread(file, 1, 0, 'emptyvalue', NaN).
set -eu
. "$(dirname "$0")/debian"
debian octave=7.3.0-2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

printf 'jobs,output\n1,20\n3,\n' >plants.csv
[ "$(octave-cli -q --eval 'disp(mat2str(csvread("plants.csv")))' 2>/dev/null)" = '[0 0;1 20;3 0]' ]
[ "$(octave-cli -q --eval 'disp(mat2str(csvread("plants.csv", 1, 0, "emptyvalue", NaN)))' 2>/dev/null)" = '[1 20;3 NaN]' ]
echo 'Seen: a heading, 1, 20 and 3, nothing are read as [0 0; 1 20; 3 0].'
