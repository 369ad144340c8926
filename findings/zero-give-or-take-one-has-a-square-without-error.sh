#!/bin/sh
# Two calculators of uncertainty say that 0 give or take 1, squared, is exactly 0.
#
# Guess: a square of something that is 0 give or take 1 is of the size of 1, or the tool says that it cannot tell.
# What happens: both carry errors along the slope, which is zero there. Python's uncertainties prints 0.0+/-0 for
#   the square and 1.0+/-0 for the cosine, Qalculate 0.000000000 for the square. There is no warning. A difference
#   of a thing and itself is 0 in the first, as it should be.
# Seen with: python3-uncertainties 3.1.6-1 and qalc 4.5.1-1 of Debian 12.
# What it means: where an outcome has a turning point (the peak of a Laffer curve, the best content rule), errors
#   along slopes vanish just where they are asked for. Draw instead.
set -eu
. "$(dirname "$0")/debian"
debian python3-uncertainties=3.1.6-1 qalc=4.5.1-1

square=$(/usr/bin/python3 -c 'from uncertainties import ufloat; print(ufloat(0, 1) ** 2)')
cosine=$(/usr/bin/python3 -c 'from uncertainties import ufloat, umath; print(umath.cos(ufloat(0, 1)))')
same=$(/usr/bin/python3 -c 'from uncertainties import ufloat; x = ufloat(5, 1); print(x - x)')
away=$(/usr/bin/python3 -c 'from uncertainties import ufloat; print(ufloat(3, 1) ** 2)')
calculated=$(qalc -t '(0+/-1)^2')
[ "$square" = '0.0+/-0' ]
[ "$cosine" = '1.0+/-0' ]
[ "$same" = '0.0+/-0' ]
[ "$away" = '9+/-6' ]
case $calculated in 0 | 0.0*) ;; *) exit 1 ;; esac
case $calculated in *[1-9]*) exit 1 ;; esac
echo "Seen: the square is $square in Python and $calculated in Qalculate; that of 3 give or take 1 is $away."
