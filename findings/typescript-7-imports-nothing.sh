#!/bin/sh
# `import ts from 'typescript'` gives a version and nothing else since TypeScript 7.
#
# Guess: the package `typescript` gives createSourceFile and createProgram when imported, as it has for
#   ten years.
# What happens: the import gives two texts, the version and its first two parts. What there is of an API
#   stands under `typescript/unstable/...`. A tool that parses with `typescript` and accepts any version
#   from 5 on installs, and fails when it runs.
# Seen with: typescript 7.0.2.
# What it means: Scripts that read sources need another parser, or TypeScript 6 under another name.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts typescript@7.0.2

cat > seen.mjs <<'JS'
import assert from 'node:assert/strict'
import * as typescript from 'typescript'
const names = Object.keys(typescript).filter((name) => name !== 'module.exports').toSorted()
assert.deepEqual(names, ['default', 'version', 'versionMajorMinor'])
assert.equal(typescript.default.createSourceFile, undefined)
assert.equal(typescript.version, '7.0.2')
JS
node seen.mjs
echo 'Seen: names of the import: default, version, versionMajorMinor; createSourceFile -> undefined.'
