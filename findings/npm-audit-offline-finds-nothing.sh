#!/bin/sh
# An audit that has asked nobody ends well: npm audit --offline finds no vulnerability in a package that is known for several.
#
# Guess: without a registry there is nothing to audit by, so that npm audit --offline fails as it does where the registry cannot
#   be reached, or as npm install --offline does for a package that is not in its cache (ENOTCACHED).
# What happens: it prints "found 0 vulnerabilities", with --json a whole report with all counts 0, and exits with 0. The same with
#   offline=true in an .npmrc, where nobody sees it. With a registry that cannot be reached it exits with 1 and prints another JSON
#   with a message and no report.
# Seen with: npm 11.19.1, lodash 4.17.15 in the lock.
# What it means: a build that audits behind a cache or a mirror is green for nothing. Say --no-offline where the audit is asked for,
#   and take only a report with auditReportVersion as an answer.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "name": "audited", "version": "1.0.0", "dependencies": { "lodash": "4.17.15" } }
JSON
cat > package-lock.json <<'JSON'
{
  "name": "audited", "version": "1.0.0", "lockfileVersion": 3, "requires": true,
  "packages": {
    "": { "name": "audited", "version": "1.0.0", "dependencies": { "lodash": "4.17.15" } },
    "node_modules/lodash": { "version": "4.17.15" }
  }
}
JSON

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'

function audit(...words) {
  const { status, stdout } = spawnSync('npm', ['audit', '--json', ...words], { encoding: 'utf8' })
  return { status, said: JSON.parse(stdout) }
}
const offline = audit('--offline')
assert.equal(offline.status, 0)
assert.equal(offline.said.metadata.vulnerabilities.total, 0)
assert.equal(offline.said.metadata.dependencies.total, 1)
writeFileSync('.npmrc', 'offline=true\n')
assert.deepEqual(audit(), offline)
rmSync('.npmrc')
const unreachable = audit('--registry=http://127.0.0.1:9', '--fetch-retries=0')
assert.equal(unreachable.status, 1)
assert.equal(unreachable.said.auditReportVersion, undefined)
assert.match(unreachable.said.message, /ECONNREFUSED/)
const npm = spawnSync('npm', ['--version'], { encoding: 'utf8' }).stdout.trim()
console.log(`Seen: npm ${npm} finds 0 vulnerabilities in lodash 4.17.15 offline, and exits with 0.`)
JS
node seen.mjs
