#!/bin/sh
# Run by the database's image, once, on an empty volume: the application's role, no superuser, and its database.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set password="$(cat /run/secrets/ONEWINDOW_DB_PASSWORD)" <<'SQL'
create role onewindow login password :'password';
create database onewindow owner onewindow;
revoke connect on database onewindow from public;
SQL
