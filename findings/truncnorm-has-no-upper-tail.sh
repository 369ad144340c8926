#!/bin/sh
# The median of a normal cut off above 9 is 9 for R's truncnorm, and its variance is minus infinity.
#
# Guess: the package deals with truncation far out, which is what it is for: the median above 9 is the mirror
#   of the median below -9, 9.076.
# What happens: below -9 it is right, -9.0758. Above 9 every quantile is 9, the distribution function is NaN,
#   the density 0 and the variance -Inf, because they are made from differences of probabilities near 1. Its
#   random draws and its mean are right there.
# Seen with: r-cran-truncnorm 1.0-8-3 of Debian 12.
# What it means: an inverse-distribution draw of a shock known to be large gives the bound every time. Mirror
#   the problem: -qtruncnorm(1 - p, b = -9).
set -eu
. "$(dirname "$0")/debian"
debian r-cran-truncnorm=1.0-8-3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > seen.R <<'R'
suppressWarnings({
  library(truncnorm)
  below <- qtruncnorm(0.5, b = -9)
  above <- qtruncnorm(0.5, a = 9)
  # the true median: half the tail beyond 9, by the lower tail of pnorm, which is exact there
  true <- -qnorm(pnorm(-9) / 2)
  stopifnot(abs(below + true) < 1e-6, abs(true - 9.075787) < 1e-5, abs(above - 9) < 1e-12)
  stopifnot(is.nan(ptruncnorm(9.1, a = 9)), dtruncnorm(9.1, a = 9) == 0, vtruncnorm(a = 9) == -Inf)
  set.seed(1)
  stopifnot(abs(median(rtruncnorm(20000, a = 9)) - true) < 0.01, abs(etruncnorm(a = 9) - 9.1085) < 0.001)
})
R
Rscript seen.R
echo 'Seen: the median below -9 is -9.0758, above 9 it is 9; probability NaN, density 0, variance -Inf; draws have a median of 9.08.'
