#!/bin/sh
# A Node program that was started under nohup dies of the hangup all the same.
#
# Guess: nohup makes the program ignore SIGHUP, which exec keeps; a run of hours started by nohup node run.js &
#   goes on when the terminal is closed, as any other program does.
# What happens: Node sets every signal that it finds ignored back to its default when it starts. SIGHUP then
#   ends it (129); sleep, started in the same way, lives. setsid keeps the signal of a closed terminal away.
# Seen with: Node 20.20.2 on Linux.
# What it means: a long run is gone in the morning, with nothing in nohup.out that says why. Listen to SIGHUP
#   in the program, or start it by setsid, in tmux or as a service.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > run.mjs <<'JS'
import { writeFileSync } from 'node:fs'
setTimeout(() => process.exit(0), 3000)
writeFileSync('up', '')
JS

nohup node run.mjs >node.out 2>&1 &
node=$!
nohup sleep 2 >sleep.out 2>&1 &
sleep=$!
until [ -e up ]; do sleep 0.1; done
# The first 1 of the mask of ignored signals is SIGHUP: nohup has set it for one, and Node has taken it back.
[ $((0x$(sed -n 's/^SigIgn:\t//p' /proc/$sleep/status) & 1)) = 1 ]
[ $((0x$(sed -n 's/^SigIgn:\t//p' /proc/$node/status) & 1)) = 0 ]
kill -HUP $node $sleep
code=0; wait $node || code=$?
[ "$code" = 129 ]
code=0; wait $sleep || code=$?
[ "$code" = 0 ]
[ ! -s node.out ] || ! grep -qi 'hangup\|signal' node.out
echo 'Seen: after nohup and SIGHUP node ended with 129, sleep with 0; Node does not ignore the signal that nohup ignored.'
