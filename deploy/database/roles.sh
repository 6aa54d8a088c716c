#!/bin/sh
# Makes the database of the service and its two roles on a PostgreSQL 15 or newer: one owns the tables and
# migrates them, the other works with them and cannot change what was recorded. Run once, as a superuser, with the
# client's own variables (PGHOST, PGUSER, PGPASSWORD …):
#
#   GONGKAI_OWNER_PASSWORD=… GONGKAI_SERVICE_PASSWORD=… sh roles.sh
#
# The image of PostgreSQL runs it by itself when its volume is new, as ../compose.yaml has it. Passwords are read
# from the environment by psql, so that they are in no list of processes.
set -eu
: "${GONGKAI_OWNER_PASSWORD:?a password for the role that owns the tables}"
: "${GONGKAI_SERVICE_PASSWORD:?a password for the role that works with them}"
export GONGKAI_OWNER_PASSWORD GONGKAI_SERVICE_PASSWORD
# Other names, where the server has these already.
export GONGKAI_DATABASE="${GONGKAI_DATABASE:-gongkai}"
export GONGKAI_OWNER="${GONGKAI_OWNER:-gongkai}"
export GONGKAI_SERVICE="${GONGKAI_SERVICE:-gongkai_service}"

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname "${PGDATABASE:-postgres}" <<'SQL'
\getenv database GONGKAI_DATABASE
\getenv owner GONGKAI_OWNER
\getenv service GONGKAI_SERVICE
\getenv owner_password GONGKAI_OWNER_PASSWORD
\getenv service_password GONGKAI_SERVICE_PASSWORD
-- The server keeps statements that fail in its log; these are not to be there.
SET log_min_error_statement = panic;
SET log_statement = none;
CREATE ROLE :"owner" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE :"service" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'service_password';
-- Sorted by the bytes of the letters, which no new version of the operating system changes.
CREATE DATABASE :"database" OWNER :"owner" ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0;
REVOKE CONNECT, TEMPORARY ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"database" TO :"service";
SQL
