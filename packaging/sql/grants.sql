-- SPDX-License-Identifier: GPL-3.0-or-later
-- A login that may look at the rows and at what is prepared beside them, and at nothing else. For psql, as the owner of
-- the table with CREATEROLE, or as a superuser; may be run again at any time:
--   psql service=ring -v table=cbpm3 -v login=cbpm3_viewer -v connections=60 -f grants.sql
-- A password is not set here: \password cbpm3_viewer, or peer, or a certificate. README.md says what each line is for.
\set ON_ERROR_STOP on
\if :{?table} \else \set table cbpm3 \endif
\if :{?login} \else \set login cbpm3_viewer \endif
\if :{?connections} \else \set connections 60 \endif
SET client_min_messages = warning;
BEGIN;

SELECT 'CREATE ROLE cbpm3_read NOLOGIN' WHERE to_regrole('cbpm3_read') IS NULL \gexec
SELECT format('CREATE ROLE %I LOGIN', :'login') WHERE to_regrole(quote_ident(:'login')) IS NULL \gexec
GRANT cbpm3_read TO :"login";

-- Only these rights bind: a session may undo every setting below.
SELECT format('GRANT USAGE ON SCHEMA %I TO cbpm3_read', n.nspname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = :'table'::regclass \gexec
-- The rows, and what cbpm3 prepare has made of them so far; what it makes later it opens to whoever may read the rows.
SELECT format('GRANT SELECT ON %I.%I TO cbpm3_read', n.nspname, r.relname)
FROM pg_class c JOIN pg_class r ON r.relnamespace = c.relnamespace AND r.relkind IN ('r', 'p', 'v', 'm')
    AND r.relname IN (SELECT c.relname || s FROM unnest(ARRAY['', '_prepared', '_blocks', '_times', '_constants',
        '_rollup_10s', '_rollup_1min', '_rollup_10min', '_rollup_1h']) s)
JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = :'table'::regclass \gexec

ALTER ROLE :"login" CONNECTION LIMIT :connections;
ALTER ROLE :"login" SET default_transaction_read_only = on;
ALTER ROLE :"login" SET statement_timeout = '60s';
ALTER ROLE :"login" SET lock_timeout = '2s';
ALTER ROLE :"login" SET idle_in_transaction_session_timeout = '60s';
SELECT format('ALTER ROLE %I SET client_connection_check_interval = %L', :'login', '2s')
WHERE version() LIKE '%linux%' \gexec
COMMIT;
