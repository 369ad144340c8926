#!/bin/sh
# What oxfmt has formatted is not always formatted.
#
# Guess: a formatter is done after one pass: its own output is formatted.
# What happens: a chain of calls that ends in an object too long for the line is broken at its dots in the
#   first pass, and the object opened; the open object lets the chain fit on a line, so the second pass
#   puts it back. A check right after a formatting fails.
# Seen with: oxfmt 0.79.0.
# What it means: Format twice before a check, or mend the line by hand.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts oxfmt@0.79.0

echo '{ "printWidth": 60, "semi": false, "singleQuote": true }' >.oxfmtrc.json
cat >lever.ts <<'TS'
export const lever = {
  rate: dated(share).optional().meta({ description: 'Duty on vehicles, a part of their value' }),
}
TS
npx oxfmt lever.ts >/dev/null
grep -q '^    \.optional()$' lever.ts
if npx oxfmt --check lever.ts >/dev/null 2>&1; then exit 1; fi
npx oxfmt lever.ts >/dev/null
grep -q '^  rate: dated(share)\.optional()\.meta({$' lever.ts
npx oxfmt --check lever.ts >/dev/null
echo 'Seen: first pass: `.optional()` and `.meta({` on lines of their own, and --check fails; second pass: `dated(share).optional().meta({` on one line, and it passes.'
