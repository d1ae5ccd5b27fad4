#!/usr/bin/env bash
# Walks through the page of 'userops serve' in Chromium, as a person does: with the mouse, with the keyboard alone, on a phone.
# Pictures are kept in artifacts/browser/pictures. Needs: node, npm, chromium, and the program built (its path in $USEROPS, else ./userops).
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -- "$here/../.." && pwd)
place=$root/artifacts/browser
mkdir -p "$place"
if [ ! -d "$place/node_modules/playwright-core" ]; then
    npm install --prefix "$place" --ignore-scripts --no-audit --no-fund --loglevel=error playwright-core@1.65.1
fi
exec env NODE_PATH="$place/node_modules" node "$here/serve.mjs" "$root" "$place" "${USEROPS:-$root/userops}"
