#!/bin/sh
# A plan that cannot be met ends well and costs 0, says the solution file of glpsol.
#
# Guess: a solver that finds no feasible plan ends with an error code, or at least writes "infeasible" into
#   its solution.
# What happens: glpsol ends with 0 and writes a solution file with the status UNDEFINED and the objective 0,
#   because its presolver stopped; with --nopresol the status is INFEASIBLE. cbc ends with 0 too; its file
#   says Infeasible and gives an objective and values that break a constraint. lp_solve ends with 2.
# Seen with: glpk-utils 5.0-1, coinor-cbc 2.10.8+ds1-1, lp-solve 5.5.2.5-2 of Debian 12.
# What it means: a script that checks the exit code and reads the objective takes an impossible content rule
#   for a free one. Read the status line, and accept OPTIMAL alone.
set -eu
. "$(dirname "$0")/debian"
debian glpk-utils=5.0-1 coinor-cbc=2.10.8+ds1-1 lp-solve=5.5.2.5-2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

printf 'Minimize\n cost: x\nSubject To\n need: x >= 2\n capacity: 1 x + 0 y <= 1\nEnd\n' >plan.lp
glpsol --lp plan.lp -o plan.txt >/dev/null
grep -q 'Status: *UNDEFINED' plan.txt
grep -q 'Objective: *cost = 0 ' plan.txt
glpsol --lp plan.lp --nopresol -o plain.txt >/dev/null
grep -q 'Status: *INFEASIBLE' plain.txt
cbc plan.lp solve solu cbc.txt >/dev/null
grep -q '^Infeasible - objective value' cbc.txt
code=0
printf 'min: x; need: x >= 2; capacity: x + 0 y <= 1;\n' | lp_solve -S1 || code=$?
[ $code -eq 2 ]
echo 'Seen: glpsol ends with 0, status UNDEFINED and cost 0; cbc with 0 and Infeasible; lp_solve with 2.'
