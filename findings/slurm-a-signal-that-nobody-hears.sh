#!/bin/sh
# A signal sent to a Slurm job with scancel does not reach its script, and a script that dies of a signal is
# reported as 1.
#
# Guess: scancel --signal=USR1 JOB signals the job, that is its batch script; sbatch --wait ends with 128 plus
#   the signal, as a shell does.
# What happens: without --batch or --full the signal goes to job steps started by srun only; a script without
#   steps hears nothing, and scancel succeeds. With --batch it arrives. sbatch --wait returns the exit code of
#   a job that exits (65), but 1 for one killed by TERM or KILL.
# Seen with: slurm-wlm 22.05.8-4+deb12u3 of Debian 12, one node.
# What it means: "finish your block and leave" sent by hand is lost in silence, and a driver that tells codes
#   apart takes an eviction for a failure of the model. Use scancel --batch, and read ExitCode from scontrol.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/debian"
. "$here/slurm"
debian slurm-wlm=22.05.8-4+deb12u3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
slurm

cat >script <<'S'
#!/bin/sh
trap 'echo heard' USR1
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do sleep 0.1; done
echo end
S
heard() {
  job=$(sbatch --parsable --output="$work/said" script)
  until [ "$(squeue -h -j "$job" -o %T)" = RUNNING ]; do sleep 0.1; done
  sleep 0.7
  scancel "$@" --signal=USR1 "$job"
  until grep -q end said 2>/dev/null; do sleep 0.1; done
  grep -c heard said || true
}
[ "$(heard)" = 0 ]
rm said
[ "$(heard --batch)" = 1 ]
code() { sbatch --output=/dev/null --wait --wrap "$1" >/dev/null && echo 0 || echo $?; }
[ "$(code 'exit 65')" = 65 ]
[ "$(code 'kill -TERM $$')" = 1 ]
[ "$(code 'kill -KILL $$')" = 1 ]
echo 'Seen: the script hears USR1 with --batch and not without; --wait returns 65 for exit 65 and 1 for TERM and KILL.'
