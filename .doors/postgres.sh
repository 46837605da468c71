# shellcheck shell=bash
# A PostgreSQL of our own: on a free loopback port, in a folder of its own, gone afterwards.

postgres_folder=
postgres_port=

# Starts it and exports TOUCHSTONE_TEST_POSTGRES: `start_postgres quick` without fsync, since nothing
# cuts its power, or `start_postgres durable` with it, for figures that must be honest. Whoever calls
# this also traps EXIT with `stop_postgres`.
start_postgres() {
  local attempt port fsync=off
  if [ "$1" = durable ]; then fsync=on; fi
  find_postgres
  postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/touchstone-postgres.XXXXXX")
  [ "$(id -u)" -ne 0 ] || chown postgres: "$postgres_folder"
  say "Starting a PostgreSQL of our own in $postgres_folder"
  as_postgres initdb -D "$postgres_folder/store" -U touchstone -A trust -E UTF8 \
    --locale=C.UTF-8 --no-sync >"$postgres_folder/initdb.log" 2>&1 || {
    cat "$postgres_folder/initdb.log" >&2
    refuse "PostgreSQL's initdb failed (its words stand above)"
  }
  for attempt in 1 2 3 4 5 6 7 8; do
    port=$((20000 + RANDOM % 12000))
    if as_postgres pg_ctl start -s -w -D "$postgres_folder/store" \
      -l "$postgres_folder/server.log" -o "-p $port -k $postgres_folder -c fsync=$fsync \
      -c listen_addresses=127.0.0.1 -c max_connections=400" >/dev/null 2>&1; then
      postgres_port=$port
      fresh_database touchstone_test
      return
    fi
    complain "port $port did not serve (try $attempt of 8)"
  done
  cat "$postgres_folder/server.log" >&2
  refuse "PostgreSQL did not start (its words stand above)"
}

# Makes an empty database and lets TOUCHSTONE_TEST_POSTGRES name it.
fresh_database() {
  as_postgres createdb -h 127.0.0.1 -p "$postgres_port" -U touchstone "$1"
  export TOUCHSTONE_TEST_POSTGRES="postgres://touchstone@127.0.0.1:$postgres_port/$1"
}

stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  as_postgres pg_ctl stop -s -m immediate -D "$postgres_folder/store" >/dev/null 2>&1 || true
  rm -rf "$postgres_folder"
  postgres_folder=
}

find_postgres() {
  local folder
  for folder in /usr/lib/postgresql/15/bin /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/initdb" ]; then
      postgres_bin=$folder
      return
    fi
  done
  postgres_bin=$(dirname "$(command -v initdb || refuse "PostgreSQL's initdb is not to be found")")
}

# PostgreSQL refuses root, so root hands it to the user its package made.
as_postgres() {
  local tool=$1
  shift
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u postgres -- "$postgres_bin/$tool" "$@")
  else
    "$postgres_bin/$tool" "$@"
  fi
}
