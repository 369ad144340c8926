#!/bin/sh
# The upper quartile of 1, 2, 3, 4, 10 is 4 in R and Miller, 5.5 in OpenTURNS and Octave, 7 in gretl; the 10%
# point has three values and none.
#
# Guess: tools of statistics agree on "type 7" by default, as R, numpy and spreadsheets do, and differ only
#   where asked.
# What happens: OpenTURNS and Octave interpolate by the fifth of the nine published rules (1 and 5.5), gretl
#   by the sixth, which has no 10% point for five values and says NA. Miller's p10 is an element of the list,
#   1.
# Seen with: r-base-core 4.2.2, python3-openturns 1.20-9, octave 7.3.0, gretl 2022c, miller 6.6.0 of Debian
#   12.
# What it means: bands of 10% to 90% from a few dozen replicates, checked in another tool, disagree by more
#   than the sampling error of a mean. Say which rule a figure uses.
set -eu
. "$(dirname "$0")/debian"
debian r-base-core=4.2.2.20221110-2 python3-openturns=1.20-9 octave=7.3.0-2 gretl=2022c-1 miller=6.6.0-2+b3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

[ "$(Rscript -e 'cat(quantile(c(1, 2, 3, 4, 10), c(.1, .75)))')" = '1.4 4' ]
cat > seen.py <<'PY'
import openturns as ot
x = ot.Sample([[v] for v in (1, 2, 3, 4, 10)])
print(x.computeQuantile(0.1)[0], x.computeQuantile(0.75)[0])
PY
[ "$(/usr/bin/python3 seen.py)" = '1.0 5.5' ]
[ "$(octave-cli -q --eval 'printf("%g %g", quantile([1 2 3 4 10], [.1 .75]))' 2>/dev/null)" = '1 5.5' ]
printf 'nulldata 5\nseries x = {1, 2, 3, 4, 10}\047\nscalar a = quantile(x, 0.1)\nscalar b = quantile(x, 0.75)\nprintf "is %%g %%g\\n", a, b\n' >seen.inp
gretlcli -b -q seen.inp 2>/dev/null | grep -qx 'is NA 7'
[ "$(printf 'x\n1\n2\n3\n4\n10\n' | mlr --icsv --onidx stats1 -a p10,p75 -f x)" = '1 4' ]
echo 'Seen: 10% and 75% are 1.4 and 4 in R, 1 and 5.5 in OpenTURNS and Octave, NA and 7 in gretl, 1 and 4 in Miller.'
