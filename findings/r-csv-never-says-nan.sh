#!/bin/sh
# Three writers of CSV in R, and none of them writes NaN; two of them change numbers.
#
# Guess: a table written by R and read back by R is the same: NaN stays apart from NA, and numbers keep all
#   their bits.
# What happens: write.csv and readr write NaN as NA, data.table as an empty cell like a missing one; infinity
#   is kept. write.csv and data.table write 15 digits, so 0.1 + 0.2 is read back as 0.3, another number; readr
#   writes as many as are needed.
# Seen with: R 4.2.2, r-cran-data.table 1.14.8, r-cran-readr 2.1.4 of Debian 12.
# What it means: replicates that failed become replicates that were not asked for, and a comparison of outputs
#   to the last bit fails on account of the file. Exchange Parquet, or use readr and a column of its own for
#   failures.
set -eu
. "$(dirname "$0")/debian"
debian r-cran-data.table=1.14.8+dfsg-1 r-cran-readr=2.1.4-1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > seen.R <<'R'
suppressMessages({ library(data.table); library(readr) })
file <- tempfile()
lines <- function(write, x) { write(data.frame(x = x)); paste(readLines(file)[-1], collapse = '|') }
base <- function(d) write.csv(d, file, row.names = FALSE)
table <- function(d) fwrite(d, file)
tidy <- function(d) write_csv(d, file)
odd <- c(1, NaN, NA, Inf)
stopifnot(
  lines(base, odd) == '1|NA|NA|Inf', lines(tidy, odd) == '1|NA|NA|Inf', lines(table, odd) == '1|||Inf'
)
x <- 0.1 + 0.2
back <- function(write) { lines(write, x); as.numeric(readLines(file)[2]) }
stopifnot(back(base) == 0.3, back(base) != x, back(table) == 0.3, back(tidy) == x)
R
Rscript seen.R
echo 'Seen: 1, NaN, NA, Inf is 1, NA, NA, Inf by write.csv and readr, and 1, two empty cells, Inf by data.table; 0.1 + 0.2 comes back as 0.3 from two of three.'
