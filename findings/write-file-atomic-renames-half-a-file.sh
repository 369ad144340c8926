#!/bin/sh
# An atomic write that says nothing when the disk is full, and puts half a file in place of a whole one.
#
# Guess: a library whose purpose is "the whole file or the old one" fails where the disk is full, and the old file stays.
# What happens: it writes with one call of fs.write, which may write less than it was given, and does not look at how much
#   was written; what fits is synced and renamed over the old file, and the promise is fulfilled. fs.writeFileSync throws
#   ENOSPC in the same place. The same holds for atomically 2.1.1; steno 4.0.2 throws.
# Seen with: write-file-atomic 7.0.0, atomically 2.1.1, steno 4.0.2, Node 20, Linux, a file system of 1 MB in memory.
# What it means: Results of a long run must be written by a call that goes on until all is written or throws
#   (fs.writeFileSync with a descriptor does), then renamed. Needs root, to mount the small file system.
set -eu
if [ "$(id -u)" != 0 ]; then
  echo 'This one mounts a small file system in memory and needs root.' >&2
  exit 1
fi
work=$(mktemp -d)
small="$work/small"
mkdir "$small"
trap 'umount "$small" 2>/dev/null || true; rm -rf "$work"' EXIT
mount -t tmpfs -o size=1m tmpfs "$small"
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts write-file-atomic@7.0.0 atomically@2.1.1 steno@4.0.2
cat >seen.mjs <<'JS'
import { rmSync, readdirSync, statSync, writeFileSync, existsSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'
import { writeFile as atomically } from 'atomically'
import { Writer } from 'steno'
const folder = process.argv[2]
const text = 'x'.repeat(2_000_000)
const ways = {
  'write-file-atomic': (path) => writeFileAtomic(path, text),
  'atomically': (path) => atomically(path, text),
  'steno': (path) => new Writer(path).write(text),
  'fs.writeFileSync': async (path) => writeFileSync(path, text),
}
for (const [name, write] of Object.entries(ways)) {
  for (const file of readdirSync(folder)) rmSync(`${folder}/${file}`, { force: true })
  const path = `${folder}/result.json`
  let said = 'no error'
  try { await write(path) } catch (error) { said = error.code }
  const whole = existsSync(path) ? (statSync(path).size < text.length ? 'cut file' : 'whole file') : 'no file'
  console.log(`${name}: ${said}; ${whole}`)
}
JS
node seen.mjs "$small" | tee seen.txt
grep -q '^write-file-atomic: no error; cut file$' seen.txt
grep -q '^atomically: no error; cut file$' seen.txt
grep -q '^steno: ENOSPC; no file$' seen.txt
grep -q '^fs.writeFileSync: ENOSPC' seen.txt
echo 'Seen: of 2 MB on a disk of 1 MB, write-file-atomic and atomically leave a cut file under the final name and report no error; steno and fs.writeFileSync throw ENOSPC.'
