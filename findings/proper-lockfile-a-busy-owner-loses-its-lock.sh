#!/bin/sh
# A process that computes loses its lock to another that waits, and hears of it afterwards.
#
# Guess: a lock is held until it is released or its owner dies.
# What happens: the owner proves that it lives by touching the lock from a timer. While it computes, its timers do not run;
#   when the lock is older than `stale`, a second process takes it, and both believe that they hold it. The first is told
#   ECOMPROMISED when it comes back to its event loop.
# Seen with: proper-lockfile 4.1.2 with `stale: 5000`, Node 20.
# What it means: A lock that is judged by its age does not suit programs that compute on the thread that owns it, or that a
#   cluster stops for a while. Judge by whether the owner (host, process number, start of the process) is alive.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts proper-lockfile@4.1.2
mkdir result
cat >owner.cjs <<'JS'
const { lock } = require('proper-lockfile')
lock('result', { stale: 5000, onCompromised: (error) => console.log(`owner, afterwards: ${error.code}`) }).then(() => {
  console.log('owner: locked')
  const end = Date.now() + 12_000
  while (Date.now() < end) Math.sqrt(end)
  console.log('owner: computed')
  setTimeout(() => process.exit(0), 6_000)
})
JS
cat >second.cjs <<'JS'
const { lock } = require('proper-lockfile')
lock('result', { stale: 5000, retries: { retries: 40, minTimeout: 250, maxTimeout: 250 } }).then(
  () => (console.log('second: locked while the owner computes'), process.exit(0)),
  (error) => (console.log(`second: ${error.code}`), process.exit(0)),
)
JS
node owner.cjs >owner.txt &
owner=$!
while ! grep -q locked owner.txt 2>/dev/null; do sleep 0.2; done
node second.cjs >second.txt
test ! -s owner.txt || ! grep -q computed owner.txt
wait "$owner"
cat owner.txt second.txt
grep -q '^second: locked while the owner computes$' second.txt
grep -q '^owner, afterwards: ECOMPROMISED$' owner.txt
echo 'Seen: the second process had the lock while the first still computed under it; the first was told ECOMPROMISED only after its computation.'
