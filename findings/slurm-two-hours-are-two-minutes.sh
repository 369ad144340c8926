#!/bin/sh
# Slurm gives a job of --time=2:00 two minutes, one of --time=90 an hour and a half, and one of ten seconds a
# minute.
#
# Guess: 2:00 is two hours, as on a clock, or else --time counts in one unit throughout; a limit of ten
#   seconds is ten seconds.
# What happens: one colon means minutes:seconds, no colon means minutes, a dash days; and seconds are rounded
#   up to whole minutes, so 1:30 is two minutes and 0:10 is one.
# Seen with: slurm-wlm 22.05.8-4+deb12u3 of Debian 12, one node.
# What it means: a sweep submitted for two hours is stopped after two minutes, and one submitted for 1:30 to
#   be tried out runs longer than asked. Write days-hours:minutes:seconds.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/debian"
. "$here/slurm"
debian slurm-wlm=22.05.8-4+deb12u3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
slurm

limit() {
  job=$(sbatch --parsable --hold --output=/dev/null --time="$1" --wrap true)
  scontrol show job "$job" | sed -n 's/.*TimeLimit=\([^ ]*\).*/\1/p'
  scancel "$job"
}
[ "$(limit 2:00)" = 00:02:00 ]
[ "$(limit 90)" = 01:30:00 ]
[ "$(limit 1:30)" = 00:02:00 ]
[ "$(limit 0:10)" = 00:01:00 ]
[ "$(limit 1-0)" = 1-00:00:00 ]
[ "$(limit 2:00:00)" = 02:00:00 ]
echo 'Seen: 2:00 is 00:02:00, 90 is 01:30:00, 1:30 is 00:02:00, 0:10 is 00:01:00.'
