#!/bin/sh
# Run once by the image of PostgreSQL, when its data directory is new. One login role per service: it owns its database
# but is no superuser, so that row-level security binds it.
set -eu

psql -v ON_ERROR_STOP=1 --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  -v workorder="$ANDON_WORKORDER_PASSWORD" -v metrics="$ANDON_METRICS_PASSWORD" <<'SQL'
create role workorder login password :'workorder';
create database workorder owner workorder;
revoke connect on database workorder from public;
create role metrics login password :'metrics';
create database metrics owner metrics;
revoke connect on database metrics from public;
SQL
