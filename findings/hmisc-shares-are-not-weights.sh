#!/bin/sh
# Weighted by market shares, every quantile of Hmisc is the largest value.
#
# Guess: weights are relative: shares that add up to 1, percentages that add up to 100 and equal counts give
#   the same weighted quantiles, as they give the same weighted mean.
# What happens: wtd.quantile takes weights for numbers of observations. With five shares of 0.2 the 10%, 50%
#   and 90% points of 1, 2, 3, 4, 10 are 10, 10 and 10, without a warning; with weights of 1 they are 1.4, 3
#   and 7.6, with weights of 2 they are 1, 3 and 10. normwt = TRUE makes them relative. wtd.mean is 4 in every
#   case.
# Seen with: r-cran-hmisc 4.8-0-1 of Debian 12.
# What it means: the median price weighted by market share is the highest price, beside a mean that is right.
#   Pass normwt = TRUE.
set -eu
. "$(dirname "$0")/debian"
debian r-cran-hmisc=4.8-0-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > seen.R <<'R'
suppressMessages(library(Hmisc))
x <- c(1, 2, 3, 4, 10)
at <- c(0.1, 0.5, 0.9)
points <- function(w, ...) unname(wtd.quantile(x, weights = rep(w, 5), probs = at, ...))
stopifnot(
  all.equal(points(1), c(1.4, 3, 7.6)),
  all.equal(points(0.2), c(10, 10, 10)),
  all.equal(points(2), c(1, 3, 10)),
  all.equal(points(0.2, normwt = TRUE), c(1.4, 3, 7.6)),
  all.equal(c(wtd.mean(x, rep(0.2, 5)), wtd.mean(x, rep(1, 5))), c(4, 4))
)
R
Rscript seen.R
echo 'Seen: with shares of 0.2 the 10%, 50% and 90% points are 10, 10, 10; with weights of 1 they are 1.4, 3, 7.6.'
