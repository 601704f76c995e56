#!/usr/bin/env bash
# A PostgreSQL server of its own for the tests, from Debian's package `postgresql`, in a temporary folder.
#   test/support/postgres.sh start   → prints FOLDER and URL, one a line
#   test/support/postgres.sh stop FOLDER
#   test/support/postgres.sh halt FOLDER    as if the machine had lost its power; `again FOLDER` starts it once more
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
if [ -z "$bin" ]; then
  echo "cần cài gói postgresql" >&2
  exit 1
fi

# The server refuses to run as root: Debian's package made an account for it.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then su postgres -s /bin/sh -c "$1"; else sh -c "$1"; fi
}

case "${1:-}" in
  start)
    folder=$(mktemp -d "${TMPDIR:-/tmp}/baocao-postgres.XXXXXX")
    port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
    if [ "$(id -u)" -eq 0 ]; then chown postgres: "$folder"; fi
    as_server "'$bin/initdb' -D '$folder/data' -U postgres -A trust --encoding=UTF8 --locale=C --no-sync" >&2
    # fsync off: the machine's power is not what these tests are about.
    options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$folder' -c fsync=off -c max_connections=200"
    echo "$options" > "$folder/options"
    as_server "'$bin/pg_ctl' -D '$folder/data' -w -l '$folder/log' -o \"$options\" start" >&2
    echo "$folder"
    echo "postgres://postgres@127.0.0.1:$port/postgres"
    ;;
  stop)
    as_server "'$bin/pg_ctl' -D '$2/data' -m immediate -w stop" >&2
    rm -rf "$2"
    ;;
  halt)
    as_server "'$bin/pg_ctl' -D '$2/data' -m immediate -w stop" >&2
    ;;
  again)
    as_server "'$bin/pg_ctl' -D '$2/data' -w -l '$2/log' -o \"$(cat "$2/options")\" start" >&2
    ;;
  *)
    sed -n '2,5p' "$0" >&2
    exit 2
    ;;
esac
