-- SPDX-License-Identifier: GPL-3.0-or-later
-- Has the server call live windows when rows come: they look at once, not at their next tick. For psql, as the owner of
-- the table; may be run again at any time:
--   psql service=ring -v table=cbpm3 -f announce.sql
-- Without it windows look every second, or as they are told. To end it: DROP TRIGGER cbpm3_announce ON cbpm3;
-- One announcement a transaction, however many rows it inserts. Of a partitioned table name the parent.
\set ON_ERROR_STOP on
\if :{?table} \else \set table cbpm3 \endif
SET client_min_messages = warning;
BEGIN;

-- Beside the table, so that its owner needs no other schema. The channel bears the name of the trigger.
SELECT format($f$
    CREATE OR REPLACE FUNCTION %I.cbpm3_announce() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_notify(''cbpm3_announce'', TG_RELID::regclass::text); RETURN NULL; END'
    $f$, n.nspname),
    format('DROP TRIGGER IF EXISTS cbpm3_announce ON %s', c.oid::regclass),
    format('CREATE TRIGGER cbpm3_announce AFTER INSERT ON %s FOR EACH STATEMENT EXECUTE FUNCTION %I.cbpm3_announce()',
           c.oid::regclass, n.nspname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = :'table'::regclass \gexec
COMMIT;
