-- SPDX-License-Identifier: GPL-3.0-or-later
-- A place on the server where operators share what they decide: reference orbits, the golden one, vetoes, annotations. For
-- psql, as a superuser, or as one who may create schemas and roles; may be run again at any time, with further logins:
--   psql service=ring -v editor=cbpm3_operator -v reader=cbpm3_viewer -f shared.sql
-- Either login may be left out; roles are given to more of them by GRANT cbpm3_shared_edit TO …
-- Then each profile that is to share says so: shared = cbpm3_shared. README.md says what each line is for.
\set ON_ERROR_STOP on
\if :{?schema} \else \set schema cbpm3_shared \endif
\if :{?editor} \else \set editor '' \endif
\if :{?reader} \else \set reader '' \endif
SET client_min_messages = warning;
BEGIN;

SELECT 'CREATE ROLE cbpm3_shared_read NOLOGIN' WHERE to_regrole('cbpm3_shared_read') IS NULL \gexec
SELECT 'CREATE ROLE cbpm3_shared_edit NOLOGIN' WHERE to_regrole('cbpm3_shared_edit') IS NULL \gexec
CREATE SCHEMA IF NOT EXISTS :"schema";

-- A journal that is only added to: what counts is the latest entry of a kind and key, and nothing that anyone wrote is lost.
CREATE TABLE IF NOT EXISTS :"schema".entry (
    id bigint PRIMARY KEY,          -- in the order of the commits, without a hole: by the trigger below
    edit uuid NOT NULL UNIQUE,      -- the program's: an edit that is sent twice stands there once
    kind text NOT NULL CHECK (kind IN ('reference', 'golden', 'veto', 'annotation')),
    key text NOT NULL CHECK (key ~ '^[!-~]{1,100}$'),               -- id of the orbit or annotation, location of the veto
    document json CHECK (octet_length(document::text) <= 4194304), -- NULL: taken away
    author text NOT NULL CHECK (char_length(author) <= 200),        -- as the program says
    seen bigint NOT NULL CHECK (seen >= 0),                         -- the latest entry that the author knew
    login name NOT NULL,                                            -- as the server knows
    made timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS entry_key ON :"schema".entry (kind, key, id);

-- One writer at a time up to its COMMIT, so that who has read up to a number has all below it. Neither number, login nor
-- time can be chosen by who writes.
SELECT format($f$
    CREATE OR REPLACE FUNCTION %1$I.entry_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $body$
    BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('cbpm3_shared ' || TG_RELID, 0));
        SELECT coalesce(max(e.id), 0) + 1 INTO NEW.id FROM %1$I.entry e;
        NEW.login := session_user;
        NEW.made := clock_timestamp();
        RETURN NEW;
    END
    $body$
    $f$, :'schema') \gexec
SELECT format('REVOKE ALL ON FUNCTION %I.entry_number() FROM PUBLIC', :'schema') \gexec
DROP TRIGGER IF EXISTS entry_number ON :"schema".entry;
CREATE TRIGGER entry_number BEFORE INSERT ON :"schema".entry FOR EACH ROW EXECUTE FUNCTION :"schema".entry_number();

-- Nobody changes or deletes.
REVOKE ALL ON :"schema".entry FROM PUBLIC;
GRANT USAGE ON SCHEMA :"schema" TO cbpm3_shared_read, cbpm3_shared_edit;
GRANT SELECT ON :"schema".entry TO cbpm3_shared_read, cbpm3_shared_edit;
GRANT INSERT (edit, kind, key, document, author, seen) ON :"schema".entry TO cbpm3_shared_edit;
SELECT format('GRANT cbpm3_shared_edit TO %I', :'editor') WHERE :'editor' <> '' \gexec
SELECT format('GRANT cbpm3_shared_read TO %I', :'reader') WHERE :'reader' <> '' \gexec
COMMIT;
