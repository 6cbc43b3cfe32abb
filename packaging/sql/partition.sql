-- SPDX-License-Identifier: GPL-3.0-or-later
-- Partitions by month for a table of rows; SITES.md says when and why. By psql, as the owner of the table:
--
--     psql service=ring -v table=cbpm3 -f partition.sql
--
-- The table that is there becomes the first partition, up to the next month (UTC): no row is copied, and writers wait for
-- the swap alone. Run again it makes the months that are missing, so that a yearly run keeps the table open.
--
-- Variables: table (cbpm3), column (timestamp), detector (instr); cut: where the first partition ends (next month);
-- ahead: months to make from now on (24).
\set ON_ERROR_STOP on
SET client_min_messages = warning;
\if :{?table}
\else
    \set table cbpm3
\endif
\if :{?column}
\else
    \set column timestamp
\endif
\if :{?detector}
\else
    \set detector instr
\endif
\if :{?ahead}
\else
    \set ahead 24
\endif
\if :{?cut}
\else
    SELECT (date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC' AS cut \gset
\endif

SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'p' AS is_partitioned
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = :'table'::regclass \gset
SELECT :'name' || '_before' AS old \gset

-- An instant in the form of the time column: timestamptz, timestamp in UTC, or Unix seconds.
SELECT format_type(atttypid, NULL) AS type FROM pg_attribute
WHERE attrelid = :'table'::regclass AND attname = :'column' \gset
CREATE FUNCTION pg_temp.bound(at timestamptz, type text) RETURNS text LANGUAGE sql AS $$
    SELECT CASE type WHEN 'timestamp with time zone' THEN quote_literal(at)
                     WHEN 'timestamp without time zone' THEN quote_literal(at AT TIME ZONE 'UTC')
                     ELSE extract(epoch FROM at)::int8::text END
$$;
SELECT pg_temp.bound(:'cut', :'type') AS bound \gset

\if :is_partitioned
\else
    -- What takes long comes first, while rows go on being read and written.
    SELECT format('CREATE INDEX CONCURRENTLY ON %I.%I (%s)', :'schema', :'name', columns)
    FROM (VALUES (ARRAY[:'column']), (ARRAY[:'detector', :'column'])) wanted(names),
         LATERAL (SELECT string_agg(quote_ident(u), ', ') AS columns FROM unnest(names) u) c
    WHERE NOT EXISTS (
        SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
        WHERE i.indrelid = :'table'::regclass AND i.indisvalid AND i.indpred IS NULL AND m.amname = 'btree'
          AND ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(num, at)
                    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num ORDER BY k.at) = names) \gexec
    ALTER TABLE :"schema".:"name" ADD CONSTRAINT cbpm3_before CHECK (:"column" IS NOT NULL AND :"column" < :bound) NOT VALID;
    ALTER TABLE :"schema".:"name" VALIDATE CONSTRAINT cbpm3_before;

    BEGIN;
    SET LOCAL lock_timeout = '10s';
    ALTER TABLE :"schema".:"name" RENAME TO :"old";
    CREATE TABLE :"schema".:"name" (LIKE :"schema".:"old" INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING COMMENTS)
        PARTITION BY RANGE (:"column");
    ALTER TABLE :"schema".:"name" ATTACH PARTITION :"schema".:"old" FOR VALUES FROM (MINVALUE) TO (:bound);
    ALTER TABLE :"schema".:"old" DROP CONSTRAINT cbpm3_before;
    CREATE INDEX ON :"schema".:"name" (:"column");
    CREATE INDEX ON :"schema".:"name" (:"detector", :"column");
    SELECT format('GRANT %s ON %I.%I TO %s', acl.privilege_type, :'schema', :'name',
                  CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END)
    FROM pg_class c, aclexplode(c.relacl) acl
    WHERE c.oid = format('%I.%I', :'schema', :'old')::regclass AND acl.grantee <> c.relowner \gexec
    COMMIT;
\endif

-- Months from the cut on, or from the last one that is there.
SELECT format('CREATE TABLE %I.%I PARTITION OF %I.%I FOR VALUES FROM (%s) TO (%s)', :'schema',
              :'name' || to_char(month, '_YYYY_MM'), :'schema', :'name',
              pg_temp.bound(greatest(month, begins) AT TIME ZONE 'UTC', :'type'),
              pg_temp.bound((month + interval '1 month') AT TIME ZONE 'UTC', :'type'))
FROM (SELECT coalesce(max(to_date(substring(c.relname FROM '_(\d{4}_\d{2})$'), 'YYYY_MM') + interval '1 month'),
                      :'cut'::timestamptz AT TIME ZONE 'UTC') AS begins
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = format('%I.%I', :'schema', :'name')::regclass
        AND c.relname ~ '_\d{4}_\d{2}$') made,
     generate_series(date_trunc('month', begins),
                     date_trunc('month', now() AT TIME ZONE 'UTC') + (:ahead - 1) * interval '1 month',
                     interval '1 month') month \gexec
