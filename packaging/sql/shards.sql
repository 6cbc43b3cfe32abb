-- SPDX-License-Identifier: GPL-3.0-or-later
-- One more server for the rows of a stretch of time; SITES.md says when and why. By psql, on the server that the viewers
-- ask (PostgreSQL 14 or later), as a superuser, once for each shard:
--
--     psql service=ring -v server=store2020 -v host=store2020 -v dbname=ring -v user=cbpm3_read \
--          -v from="'2020-01-01Z'" -v to="'2021-01-01Z'" -f shards.sql
--
-- The shard holds a plain table of the same columns, with its own indexes; there
--     CHECK (timestamp >= '2020-01-01Z' AND timestamp < '2021-01-01Z')
-- keeps the promise that is made here and that no one else checks.
--
-- Variables: server, host, dbname, user, from, to (bounds as SQL has them, also MINVALUE and MAXVALUE); port (5432);
-- schema (public) and table (cbpm3) of the rows, here and there; column (timestamp).
\set ON_ERROR_STOP on
SET client_min_messages = warning;
\if :{?port}
\else
    \set port 5432
\endif
\if :{?schema}
\else
    \set schema public
\endif
\if :{?table}
\else
    \set table cbpm3
\endif
\if :{?column}
\else
    \set column timestamp
\endif
SELECT :'table' || '_' || :'server' AS shard \gset

BEGIN;
CREATE EXTENSION IF NOT EXISTS postgres_fdw;

-- fetch_size: rows per round trip; 100 by default, a hundred times the round trips. use_remote_estimate: without it the
-- planner takes every row of a shard to find the last one. async_capable stays off for stretches of time: a slice lies on
-- one shard, and a fetch asks them one after the other anyway: rows that come mixed would be told as late.
CREATE SERVER :"server" FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host :'host', port :'port', dbname :'dbname',
             fetch_size '50000', use_remote_estimate 'true', async_capable 'false', updatable 'false');
-- One role over there serves everybody who may read here; its password goes in by
-- ALTER USER MAPPING FOR PUBLIC SERVER ... OPTIONS (ADD password '...').
CREATE USER MAPPING FOR PUBLIC SERVER :"server" OPTIONS (user :'user');

-- The columns as they are over there, under a name that no other shard has.
CREATE SCHEMA cbpm3_import;
IMPORT FOREIGN SCHEMA :"schema" LIMIT TO (:"table") FROM SERVER :"server" INTO cbpm3_import;
ALTER FOREIGN TABLE cbpm3_import.:"table" RENAME TO :"shard";
ALTER FOREIGN TABLE cbpm3_import.:"shard" SET SCHEMA :"schema";
DROP SCHEMA cbpm3_import;

CREATE TABLE IF NOT EXISTS :"schema".:"table" (LIKE :"schema".:"shard") PARTITION BY RANGE (:"column");
ALTER TABLE :"schema".:"table" ATTACH PARTITION :"schema".:"shard" FOR VALUES FROM (:from) TO (:to);
COMMIT;
