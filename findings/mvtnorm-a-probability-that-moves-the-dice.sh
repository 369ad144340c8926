#!/bin/sh
# Asking R's mvtnorm for a probability changes the next random number, and asking twice gives two answers.
#
# Guess: pmvnorm is a function, as pnorm is: one answer for one question, and no effect on the random numbers
#   of the session.
# What happens: from three dimensions on it integrates by random points: two calls differ in the fifth digit,
#   and set.seed(1); pmvnorm(...); runif(1) is not the first number of seed 1. In two dimensions it is exact
#   and leaves the stream alone.
# Seen with: r-cran-mvtnorm 1.1-3-1+b1 of Debian 12.
# What it means: adding a printed probability to a script changes every draw after it, so a paired comparison
#   of two versions is no longer paired. Keep and restore .Random.seed round it.
set -eu
. "$(dirname "$0")/debian"
debian r-cran-mvtnorm=1.1-3-1+b1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > seen.R <<'R'
library(mvtnorm)
p <- function(d) as.numeric(pmvnorm(upper = rep(1, d), sigma = diag(d) * 0.5 + 0.5))
after <- function(d) { set.seed(1); if (d > 0) p(d); runif(1) }
stopifnot(p(2) == p(2), p(4) != p(4), abs(p(4) - p(4)) < 1e-3)
stopifnot(after(2) == after(0), after(4) != after(0))
R
Rscript seen.R
echo 'Seen: in four dimensions two calls differ and runif(1) after one is another number; in two dimensions neither.'
