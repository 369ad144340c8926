#!/bin/sh
# One failed task of a Slurm array keeps the job that gathers it waiting for ever, and the last of 1-10:4 is
# 9.
#
# Guess: a job that depends on an array with afterok is cancelled, or fails, when a task of the array fails;
#   SLURM_ARRAY_TASK_MAX of --array=1-10:4 is 10.
# What happens: it stays PENDING with the reason DependencyNeverSatisfied and nobody is told; with aftercorr
#   the tasks whose partner was well run and the other waits. afterany runs. The greatest index that exists is
#   9, and so is TASK_MAX; TASK_COUNT is 3.
# Seen with: slurm-wlm 22.05.8-4+deb12u3 of Debian 12, one node, default settings (kill_invalid_depend is
#   off).
# What it means: a run with one bad block never ends and never fails. Gather with afterany and let the
#   gathering check what is there. To share blocks out, step by TASK_COUNT, not by TASK_MAX.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/debian"
. "$here/slurm"
debian slurm-wlm=22.05.8-4+deb12u3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
slurm

array=$(sbatch --parsable --array=0-2 --output=/dev/null --wrap 'exit $((SLURM_ARRAY_TASK_ID == 1))')
ok=$(sbatch --parsable --dependency=afterok:"$array" --output=/dev/null --wrap true)
corr=$(sbatch --parsable --dependency=aftercorr:"$array" --array=0-2 --output=/dev/null --wrap true)
sbatch --wait --dependency=afterany:"$array" --output=/dev/null --wrap true >/dev/null
tries=0
until [ "$(squeue -h -o '%T %r' | sort | uniq -c | tr -s ' ')" = ' 2 PENDING DependencyNeverSatisfied' ]; do
  tries=$((tries + 1))
  [ $tries -lt 150 ] || { squeue; exit 1; }
  sleep 0.2
done
squeue -h -o %i | sort >waiting
printf '%s\n%s\n' "$ok" "${corr}_1" | sort | cmp - waiting
scancel "$ok" "$corr"
sbatch --wait --array=1-10:4 --output="$work/task-%a" --wrap 'echo $SLURM_ARRAY_TASK_MAX $SLURM_ARRAY_TASK_COUNT' >/dev/null
[ "$(cat task-9)" = '9 3' ]
echo 'Seen: afterok and the partner of the failed task wait with DependencyNeverSatisfied, afterany runs; the last of 1-10:4 is 9 of 3.'
