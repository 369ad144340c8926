#!/bin/sh
# R's jsonlite writes numbers with four decimals, and a missing number in a column as the word "NA".
#
# Guess: toJSON writes enough digits to read the number back, and null for NA, as JSON has no other.
# What happens: four digits after the point are kept: 1/3 is 0.3333, and 0.00001234 is 0. c(1, NA) becomes
#   [1,"NA"], though a lone NA becomes null; NaN and Inf become words too. na = "null" does what was expected;
#   digits = NA, or any number, gives 15 digits at most, so 0.1 + 0.2 is 0.3. fromJSON reads "NA" back as
#   missing, so R itself shows nothing.
# Seen with: r-cran-jsonlite 1.8.4+dfsg-1 of Debian 12.
# What it means: elasticities estimated in R and handed on as JSON have lost their digits, small coefficients
#   are zero, and a reader elsewhere finds text among the numbers.
set -eu
. "$(dirname "$0")/debian"
debian r-cran-jsonlite=1.8.4+dfsg-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > seen.R <<'R'
library(jsonlite)
same <- function(x, text, ...) stopifnot(identical(as.character(toJSON(x, ...)), text))
same(1 / 3, '[0.3333]')
same(0.00001234, '[0]')
same(c(1, NA), '[1,"NA"]')
same(NA, '[null]')
same(c(1, NaN, Inf), '[1,"NaN","Inf"]')
stopifnot(fromJSON(toJSON(pi)) != pi, is.na(fromJSON('[1,"NA"]')[2]))
same(0.1 + 0.2, '[0.3]', digits = NA)
stopifnot(fromJSON(toJSON(0.1 + 0.2, digits = 17)) != 0.1 + 0.2)
same(c(1, NA), '[1,null]', na = 'null')
R
Rscript seen.R
echo 'Seen: 1/3 is [0.3333], 0.00001234 is [0], c(1, NA) is [1,"NA"], c(1, NaN, Inf) is [1,"NaN","Inf"].'
