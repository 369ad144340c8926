#!/bin/sh
# The types of dagre are `any` under nodenext, and nothing says so.
#
# Guess: the package brings types written by its authors, so a wrong use of `Graph` does not compile.
# What happens: its files of types import one another without extensions, which `nodenext` does not
#   resolve; with `skipLibCheck` nothing says so, and `Graph` is `any`. With `bundler` the same file fails
#   as it should.
# Seen with: @dagrejs/dagre 3.1.3 with typescript 7.0.2.
# What it means: State the types where its values are used; a package that has types may still check
#   nothing.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts @dagrejs/dagre@3.1.3 typescript@7.0.2

cat >wrong.ts <<'TS'
import { Graph } from '@dagrejs/dagre'
export const x: number = new Graph().nodes()
TS
compile() { npx tsc --noEmit --strict --skipLibCheck --module "$1" --moduleResolution "$2" wrong.ts; }
compile nodenext nodenext
if compile esnext bundler >said.txt; then exit 1; fi
grep -q "TS2322: Type 'string\[\]' is not assignable to type 'number'" said.txt
echo 'Seen: `const x: number = new Graph().nodes()` compiles under nodenext; under bundler: TS2322, string[] is not assignable to number.'
