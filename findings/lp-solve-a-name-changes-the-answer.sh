#!/bin/sh
# In lp_solve the same line is a bound without a name and a constraint with one, and the least x changes from
# -5 to 0.
#
# Guess: a label in front of a constraint is for reading; min: x with x >= -5 is -5 either way.
# What happens: "x >= -5;" alone sets the lower bound of x, in place of its default 0. "c1: x >= -5;" is a
#   row, and the default bound 0 stays: the answer is 0.
# Seen with: lp-solve 5.5.2.5-2 of Debian 12.
# What it means: labelling the rows of a plant location model, so that its duals can be read, forbids the
#   negative quantities that it allowed before. Give free variables a bound of their own, x >= -1e30.
set -eu
. "$(dirname "$0")/debian"
debian lp-solve=5.5.2.5-2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

least() { printf '%s\n' "$1" | lp_solve -S3 | sed -n 's/.*objective function: *//p'; }
[ "$(least 'min: x; x >= -5;')" = -5.00000000 ]
[ "$(least 'min: x; c1: x >= -5;')" = 0 ]
[ "$(least 'min: x; c1: x >= -5; x >= -1e30;')" = -5.00000000 ]
echo 'Seen: the least x with x >= -5 is -5, with c1: x >= -5 it is 0, and with x >= -1e30 beside it -5 again.'
