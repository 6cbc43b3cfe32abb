-- SPDX-License-Identifier: GPL-3.0-or-later
-- Prepared data of CBPM3 monitor, for PostgreSQL 15, without extensions. README.md says what, how and why.
-- Run it with the table's schema first in search_path; it may be run again at any time. Functions only: what they make
-- stands beside the row table and is made by cbpm3_prepare_begin().

-- Name of a relation beside `source`.
CREATE OR REPLACE FUNCTION cbpm3_beside(source regclass, suffix text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT format('%I.%I', n.nspname, c.relname || suffix)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = source
$$;

-- Length of what is prepared at once, in one transaction.
CREATE OR REPLACE FUNCTION cbpm3_slot(kind text) RETURNS interval LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE kind WHEN 'blocks' THEN interval '10 min' ELSE interval '1 h' END
$$;

CREATE OR REPLACE FUNCTION cbpm3_slot_of(kind text, at timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT to_timestamp(floor(extract(epoch FROM at) / extract(epoch FROM cbpm3_slot(kind)))
                        * extract(epoch FROM cbpm3_slot(kind)))
$$;

-- Whoever may read the rows may read what is made of them.
CREATE OR REPLACE FUNCTION cbpm3_prepare_grant(source regclass, beside text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    reader record;
BEGIN
    FOR reader IN SELECT DISTINCT CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END AS name
                  FROM pg_class c, aclexplode(c.relacl) acl
                  WHERE c.oid = source AND acl.privilege_type = 'SELECT' LOOP
        EXECUTE format('GRANT SELECT ON %s TO %s', beside, reader.name);
    END LOOP;
END $$;

-- Makes the tables of one kind, 'blocks' or 'rollup', and says how rows are read (`mapping`), with which constants
-- (`version`, for rollups) and from when on (NULL: the first row). What was made otherwise before is dropped, also by an
-- earlier version of this file: `layout` counts those of the blocks.
CREATE OR REPLACE FUNCTION cbpm3_prepare_begin(source regclass, what text, how jsonb, what_version text DEFAULT '',
                                               since timestamptz DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SET client_min_messages = warning AS $$
DECLARE
    state text := cbpm3_beside(source, '_prepared');
    slots text := cbpm3_beside(source, '_prepared_slots');
    made text;
    begins timestamptz := since;
    known record;
BEGIN
    IF what = 'blocks' THEN
        how := how || '{"layout": 2}';
    END IF;
    IF since IS NULL THEN
        EXECUTE how->>'extent' INTO begins;
    END IF;
    begins := cbpm3_slot_of(what, begins);
    IF (SELECT relkind FROM pg_class WHERE oid = source) NOT IN ('r', 'p', 'm') THEN
        RAISE EXCEPTION '% is no table: which of two rows came last is not known there', source;
    END IF;
    EXECUTE format('CREATE TABLE IF NOT EXISTS %s (kind text PRIMARY KEY, mapping jsonb NOT NULL, version text NOT NULL,
        first timestamptz, watermark timestamptz, names text[] NOT NULL DEFAULT ''{}'', width int2 NOT NULL)', state);
    EXECUTE format('CREATE TABLE IF NOT EXISTS %s (kind text, begin timestamptz, n int8 NOT NULL,
        PRIMARY KEY (kind, begin))', slots);
    EXECUTE format('SELECT * FROM %s WHERE kind = $1 FOR UPDATE', state) INTO known USING what;
    IF known.kind IS NULL OR known.mapping <> how OR known.version <> what_version THEN
        PERFORM cbpm3_prepare_drop(source, what);
        EXECUTE format('INSERT INTO %s (kind, mapping, version, first, watermark, width)
            VALUES ($1, $2, $3, $4, $4, 2)', state) USING what, how, what_version, begins;
    ELSIF begins < known.first THEN -- goes over what is there, too, which costs a count per slot
        EXECUTE format('UPDATE %s SET first = $2, watermark = $2 WHERE kind = $1', state) USING what, begins;
    END IF;
    IF what = 'blocks' THEN
        made := cbpm3_beside(source, '_blocks');
        EXECUTE format('CREATE TABLE IF NOT EXISTS %s (begin timestamptz NOT NULL, bpm text NOT NULL, n int4 NOT NULL,
            samples bytea, PRIMARY KEY (begin, bpm))', made);
        EXECUTE format('ALTER TABLE %s ALTER samples SET STORAGE EXTERNAL', made);
        PERFORM cbpm3_prepare_grant(source, made);
        made := cbpm3_beside(source, '_times');
        EXECUTE format('CREATE TABLE IF NOT EXISTS %s (begin timestamptz PRIMARY KEY, times bytea NOT NULL)', made);
        EXECUTE format('ALTER TABLE %s ALTER times SET STORAGE EXTERNAL', made);
        PERFORM cbpm3_prepare_grant(source, made);
    ELSE
        made := cbpm3_beside(source, '_constants');
        EXECUTE format('CREATE TABLE IF NOT EXISTS %s (bpm text PRIMARY KEY, pedestal float8[4], per_gain float8[4],
            kx float8, ky float8, cq float8, no_signal float8, low float8, high float8, saturated float8,
            sum_min float8, residual float8)', made);
        FOREACH made IN ARRAY ARRAY['10s', '1min', '10min', '1h'] LOOP
            made := cbpm3_beside(source, '_rollup_' || made);
            EXECUTE format('CREATE TABLE IF NOT EXISTS %s (begin timestamptz NOT NULL, bpm text NOT NULL,
                n int4 NOT NULL, cells bytea, PRIMARY KEY (begin, bpm))', made);
            EXECUTE format('ALTER TABLE %s ALTER cells SET STORAGE EXTERNAL', made);
            PERFORM cbpm3_prepare_grant(source, made);
        END LOOP;
    END IF;
    PERFORM cbpm3_prepare_grant(source, state);
END $$;

-- Slots to go through: from `since`, or from a day before the watermark, to `until` or the last one that no row is
-- awaited in any more: the newest row is a minute beyond it, or none came for a day.
CREATE OR REPLACE FUNCTION cbpm3_prepare_due(source regclass, what text, since timestamptz DEFAULT NULL,
                                             until timestamptz DEFAULT NULL)
RETURNS SETOF timestamptz LANGUAGE plpgsql AS $$
DECLARE
    state text := cbpm3_beside(source, '_prepared');
    known record;
    oldest timestamptz;
    newest timestamptz;
BEGIN
    EXECUTE format('SELECT * FROM %s WHERE kind = $1', state) INTO known USING what;
    EXECUTE known.mapping->>'extent' INTO oldest, newest;
    IF known.first IS NULL THEN
        known.first := cbpm3_slot_of(what, oldest);
        known.watermark := known.first;
        EXECUTE format('UPDATE %s SET first = $2, watermark = $2 WHERE kind = $1', state) USING what, known.first;
    END IF;
    newest := greatest(cbpm3_slot_of(what, least(newest, now()) - interval '1 min'),
                       least(cbpm3_slot_of(what, newest) + cbpm3_slot(what), cbpm3_slot_of(what, now() - interval '1 day')));
    RETURN QUERY SELECT at FROM generate_series(
        greatest(known.first, least(known.watermark, cbpm3_slot_of(what, coalesce(since, known.watermark - interval '1 day')))),
        least(newest, cbpm3_slot_of(what, until)) - cbpm3_slot(what), cbpm3_slot(what)) at;
END $$;

-- Prepares one slot, unless it holds as many rows as when it was prepared last; the rows that went in. The watermark
-- moves with it.
CREATE OR REPLACE FUNCTION cbpm3_prepare_slot(source regclass, what text, slot timestamptz) RETURNS int8
LANGUAGE plpgsql SET jit = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
    state text := cbpm3_beside(source, '_prepared');
    slots text := cbpm3_beside(source, '_prepared_slots');
    ends timestamptz := slot + cbpm3_slot(what);
    known record;
    before int8;
    n int8;
    done int8 := 0;
BEGIN
    EXECUTE format('SELECT * FROM %s WHERE kind = $1 FOR UPDATE', state) INTO known USING what;
    EXECUTE format('SELECT n FROM %s WHERE kind = $1 AND begin = $2', slots) INTO before USING what, slot;
    IF before IS NOT NULL THEN
        EXECUTE 'SELECT count(*) ' || (known.mapping->>'rows') INTO n USING slot, ends;
    END IF;
    IF before IS NULL OR n <> before THEN
        done := CASE what WHEN 'blocks' THEN cbpm3_prepare_blocks(source, slot) ELSE cbpm3_prepare_rollup(source, slot) END;
        EXECUTE format('INSERT INTO %s VALUES ($1, $2, $3) ON CONFLICT (kind, begin) DO UPDATE SET n = excluded.n', slots)
            USING what, slot, done;
    END IF;
    EXECUTE format('UPDATE %s SET watermark = $2 WHERE kind = $1 AND watermark = $3', state) USING what, ends, slot;
    RETURN done;
END $$;

CREATE OR REPLACE FUNCTION cbpm3_too_wide(value int8) RETURNS bytea LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'button % needs a wider block', value USING ERRCODE = 'numeric_value_out_of_range';
END $$;

-- One block per detector, of pages of ten seconds, as README.md says. Rows arrive in the order of the index and are hashed
-- by detector, so nothing is sorted but rows of one time; enable_sort keeps the planner at that.
CREATE OR REPLACE FUNCTION cbpm3_prepare_blocks(source regclass, slot timestamptz) RETURNS int8
LANGUAGE plpgsql SET enable_sort = off SET work_mem = '128MB' AS $$
DECLARE
    state text := cbpm3_beside(source, '_prepared');
    blocks text := cbpm3_beside(source, '_blocks');
    times text := cbpm3_beside(source, '_times');
    ends timestamptz := slot + cbpm3_slot('blocks');
    known record;
    narrow text := 'NULL::bytea';
    lowest text := 'NULL::bytea';
    spread text := 'NULL::int8';
    packed text;
    rows int8;
    seen text[];
BEGIN
    EXECUTE format('SELECT * FROM %s WHERE kind = ''blocks''', state) INTO known;
    IF (known.mapping->>'whole')::bool THEN
        narrow := 'int4send(((a & 255) << 24) | ((b & 255) << 16) | ((c & 255) << 8) | (d & 255))';
        lowest := 'int4send(min(a)) || int4send(min(b)) || int4send(min(c)) || int4send(min(d))';
        spread := 'greatest(max(a)::int8 - min(a), max(b)::int8 - min(b), max(c)::int8 - min(c), max(d)::int8 - min(d))';
    ELSE
        known.width := 8;
    END IF;
    EXECUTE format('DELETE FROM %s WHERE begin = $1', blocks) USING slot;
    EXECUTE format('DELETE FROM %s WHERE begin = $1', times) USING slot;
    LOOP
        packed := CASE known.width
            WHEN 2 THEN 'CASE WHEN least(a, b, c, d) > -32768 AND greatest(a, b, c, d) <= 32767 THEN
                int8send((coalesce(a, -32768)::int8 << 48) | ((coalesce(b, -32768)::int8 & 65535) << 32)
                    | ((coalesce(c, -32768)::int8 & 65535) << 16) | (coalesce(d, -32768)::int8 & 65535))
                WHEN num_nulls(a, b, c, d) = 4 THEN ''\x8000800080008000''
                ELSE cbpm3_too_wide(greatest(a, b, c, d)) END'
            WHEN 4 THEN 'CASE WHEN least(a, b, c, d) > -2147483648 THEN
                int4send(coalesce(a, -2147483648)) || int4send(coalesce(b, -2147483648))
                    || int4send(coalesce(c, -2147483648)) || int4send(coalesce(d, -2147483648))
                WHEN num_nulls(a, b, c, d) = 4 THEN ''\x80000000800000008000000080000000''
                ELSE cbpm3_too_wide(least(a, b, c, d)) END'
            ELSE 'float8send(coalesce(a::float8, ''NaN'')) || float8send(coalesce(b::float8, ''NaN''))
                || float8send(coalesce(c::float8, ''NaN'')) || float8send(coalesce(d::float8, ''NaN''))' END;
        BEGIN
            EXECUTE format('WITH pages AS MATERIALIZED (
                    SELECT bpm, at / 10000000 AS page, count(*) AS n, string_agg(int4send(at), '''') AS times,
                        string_agg(%1$s, '''') AS narrow, string_agg(%2$s, '''') AS wide, %3$s AS lowest, %4$s AS spread
                    FROM (SELECT %5$s AS bpm, (%6$s)::int4 AS at, %7$s AS a, %8$s AS b, %9$s AS c, %10$s AS d %11$s
                        ORDER BY %12$s) s
                    GROUP BY bpm, at / 10000000),
                common AS MATERIALIZED (
                    SELECT page, mode() WITHIN GROUP (ORDER BY times) AS times FROM pages GROUP BY page),
                kept AS (INSERT INTO %13$s (begin, times) SELECT $1, string_agg(int2send(page::int2)
                        || int4send(length(times) / 4) || times, '''' ORDER BY page) FROM common HAVING count(*) > 0),
                made AS (INSERT INTO %14$s (begin, bpm, n, samples)
                    SELECT $1, bpm, sum(n), string_agg(int2send(page::int2) || int4send(n::int4)
                        || CASE WHEN p.times = c.times THEN ''\x0000''::bytea ELSE ''\x0004''::bytea || p.times END
                        || CASE WHEN spread <= 255 AND length(narrow) = 4 * n THEN ''\x0001''::bytea || lowest || narrow
                            ELSE int2send(%15$s::int2) || wide END, '''' ORDER BY page)
                    FROM pages p JOIN common c USING (page) GROUP BY bpm RETURNING n, bpm)
                SELECT coalesce(sum(n), 0), array_agg(bpm) FROM made',
                narrow, packed, lowest, spread, known.mapping->>'bpm', known.mapping->>'at',
                known.mapping->'buttons'->>0, known.mapping->'buttons'->>1, known.mapping->'buttons'->>2,
                known.mapping->'buttons'->>3, known.mapping->>'rows', known.mapping->>'arrival', times, blocks,
                known.width)
                INTO rows, seen USING slot, ends;
            EXIT;
        EXCEPTION WHEN numeric_value_out_of_range THEN
            IF known.width = 8 THEN
                RAISE;
            END IF;
            known.width := 2 * known.width;
        END;
    END LOOP;
    IF NOT seen <@ known.names THEN
        seen := ARRAY(SELECT unnest(seen) UNION SELECT unnest(known.names));
        EXECUTE format('UPDATE %s SET names = $1, width = $2 WHERE kind = ''blocks''', state) USING seen, known.width;
    END IF;
    RETURN rows;
END $$;

-- Cells of every level of one hour. In one with `n` > 0 every sample is plain: four buttons within all limits, linear
-- method, one row per time; `n` = 0 says that samples are there, but their statistics are not told.
CREATE OR REPLACE FUNCTION cbpm3_prepare_rollup(source regclass, slot timestamptz) RETURNS int8
LANGUAGE plpgsql SET work_mem = '256MB' AS $$
DECLARE
    ends timestamptz := slot + interval '1 h';
    mapping jsonb;
    cells text;
    rows int8;
    level record;
    -- ref keeps the squares small: deviations of means are about a mean of the same cell.
    fold constant text := '%1$s AS (SELECT bpm, cell, k, CASE WHEN plain THEN n ELSE 0 END AS n, rows, plain, suspect,
            mean, greatest(0, m2 + squares - n * (mean - ref) * (mean - ref)) AS m2, low, high
        FROM (SELECT bpm, cell / %3$s AS cell, k, sum(n)::float8 AS n, sum(rows) AS rows, bool_and(plain) AS plain,
                sum(suspect) AS suspect, sum(n * mean) / nullif(sum(n), 0) AS mean, sum(m2) AS m2,
                sum(n * (mean - ref) * (mean - ref)) AS squares, min(ref) AS ref, min(low) AS low, max(high) AS high
            FROM (SELECT *, min(mean) OVER (PARTITION BY bpm, cell / %3$s, k) AS ref FROM %2$s) f
            GROUP BY bpm, cell / %3$s, k) g)';
    pack constant text := 'INSERT INTO %1$s (begin, bpm, n, cells) SELECT $1, bpm, count(*), string_agg(cells, '''' ORDER BY cell)
        FROM (SELECT bpm, cell, int4send(cell::int4) || int4send(min(n)::int4) || int4send(min(suspect)::int4)
                || string_agg(float8send(coalesce(mean, 0)) || float8send(coalesce(m2, 0)) || float8send(coalesce(low, 0))
                    || float8send(coalesce(high, 0)), '''' ORDER BY k) AS cells
            FROM %2$s GROUP BY bpm, cell) c GROUP BY bpm';
BEGIN
    EXECUTE format('SELECT mapping FROM %s WHERE kind = ''rollup''', cbpm3_beside(source, '_prepared')) INTO mapping;
    cells := format('samples AS NOT MATERIALIZED (SELECT * FROM (SELECT *, qn - cq * u * v AS r FROM (SELECT *, kx * u AS x, ky * v AS y FROM (
        SELECT *, CASE WHEN plain THEN (((d + c) - a) - b) / s END AS u, CASE WHEN plain THEN (((d + a) - c) - b) / s END AS v,
                CASE WHEN plain THEN (((d + b) - a) - c) / s END AS qn
        FROM (SELECT bpm, cell, kx, ky, cq, residual, a, b, c, d, s, plain AND s > sum_min AND s <> 0 AS plain
        FROM (SELECT *, ((a + b) + c) + d AS s
        FROM (SELECT t.bpm, t.cell, k.kx, k.ky, k.cq, k.sum_min, k.residual, t.plain,
                CASE WHEN t.plain THEN (a - pedestal[1]) * per_gain[1] END AS a,
                CASE WHEN t.plain THEN (b - pedestal[2]) * per_gain[2] END AS b,
                CASE WHEN t.plain THEN (c - pedestal[3]) * per_gain[3] END AS c,
                CASE WHEN t.plain THEN (d - pedestal[4]) * per_gain[4] END AS d
        FROM (SELECT r.bpm, r.cell, r.a, r.b, r.c, r.d, coalesce(num_nulls(r.a, r.b, r.c, r.d) = 0
                    AND least(r.a, r.b, r.c, r.d) >= greatest(k.no_signal, k.low) AND least(r.a, r.b, r.c, r.d) > -k.high
                    AND greatest(r.a, r.b, r.c, r.d) < least(k.high, k.saturated), false) AS plain
            FROM (SELECT %1$s AS bpm, ((%2$s) / 10000000)::int4 AS cell, (%3$s)::float8 AS a, (%4$s)::float8 AS b,
                    (%5$s)::float8 AS c, (%6$s)::float8 AS d %7$s OFFSET 0) r
                LEFT JOIN %8$s k USING (bpm) OFFSET 0) t
            LEFT JOIN %8$s k USING (bpm) OFFSET 0) q0 OFFSET 0) q1 OFFSET 0) q2 OFFSET 0) q3 OFFSET 0) q4) q5),
        twice AS (SELECT DISTINCT cell FROM (SELECT min((%2$s) / 10000000)::int4 AS cell %7$s
            GROUP BY %9$s HAVING count(*) <> count(DISTINCT %1$s)) d),
        wide AS MATERIALIZED (SELECT bpm, cell, count(*) AS rows, bool_and(plain) AND cell NOT IN (SELECT cell FROM twice) AS plain,
                count(*) FILTER (WHERE abs(r) > residual) AS suspect, %10$s
            FROM samples GROUP BY bpm, cell),
        c10 AS MATERIALIZED (SELECT bpm, cell, k, CASE WHEN plain THEN rows ELSE 0 END AS n, rows, plain, suspect, mean, m2 * rows AS m2, low, high
            FROM wide, LATERAL (VALUES %11$s) m (k, mean, m2, low, high))',
        mapping->>'bpm', mapping->>'at', mapping->'buttons'->>0, mapping->'buttons'->>1, mapping->'buttons'->>2,
        mapping->'buttons'->>3, mapping->>'rows', cbpm3_beside(source, '_constants'), mapping->>'time',
        (SELECT string_agg(format('avg(%1$s) AS %1$s_mean, var_pop(%1$s) AS %1$s_m2, min(%1$s) AS %1$s_low,
            max(%1$s) AS %1$s_high', q), ', ') FROM unnest(ARRAY['x', 'y', 'a', 'b', 'c', 'd', 's', 'qn', 'r']) q),
        (SELECT string_agg(format('(%2$s, %1$s_mean, %1$s_m2, %1$s_low, %1$s_high)', q, at), ', ')
            FROM unnest(ARRAY['x', 'y', 'a', 'b', 'c', 'd', 's', 'qn', 'r']) WITH ORDINALITY l (q, at)));
    FOR level IN SELECT unnest(ARRAY['10s', '1min', '10min', '1h']) AS name LOOP
        EXECUTE format('DELETE FROM %s WHERE begin = $1', cbpm3_beside(source, '_rollup_' || level.name)) USING slot;
    END LOOP;
    EXECUTE format('WITH %s, %s, %s, %s, i10 AS (%s), i60 AS (%s), i600 AS (%s), i3600 AS (%s)
        SELECT coalesce(sum(rows), 0) FROM c3600 WHERE k = 1', cells,
        format(fold, 'c60', 'c10', 6), format(fold, 'c600', 'c60', 10), format(fold, 'c3600', 'c600', 6),
        format(pack, cbpm3_beside(source, '_rollup_10s'), 'c10'), format(pack, cbpm3_beside(source, '_rollup_1min'), 'c60'),
        format(pack, cbpm3_beside(source, '_rollup_10min'), 'c600'), format(pack, cbpm3_beside(source, '_rollup_1h'), 'c3600'))
        INTO rows USING slot, ends;
    RETURN rows;
END $$;

-- Brings everything that was begun up to date, a transaction per slot: CALL cbpm3_prepare('cbpm3') from cron.
CREATE OR REPLACE PROCEDURE cbpm3_prepare(source regclass, since timestamptz DEFAULT NULL) LANGUAGE plpgsql AS $$
DECLARE
    kinds text[];
    what text;
    slots timestamptz[];
    slot timestamptz;
BEGIN
    EXECUTE format('SELECT array_agg(kind) FROM %s', cbpm3_beside(source, '_prepared')) INTO kinds;
    FOREACH what IN ARRAY kinds LOOP
        slots := ARRAY(SELECT cbpm3_prepare_due(source, what, since));
        COMMIT;
        FOREACH slot IN ARRAY slots LOOP
            PERFORM cbpm3_prepare_slot(source, what, slot);
            COMMIT;
        END LOOP;
    END LOOP;
END $$;

-- Takes away what was made of one kind, or everything.
CREATE OR REPLACE FUNCTION cbpm3_prepare_drop(source regclass, what text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET client_min_messages = warning AS $$
DECLARE
    suffix text;
BEGIN
    IF to_regclass(cbpm3_beside(source, '_prepared')) IS NOT NULL THEN
        EXECUTE format('DELETE FROM %s WHERE kind = coalesce($1, kind)', cbpm3_beside(source, '_prepared')) USING what;
        EXECUTE format('DELETE FROM %s WHERE kind = coalesce($1, kind)', cbpm3_beside(source, '_prepared_slots')) USING what;
    END IF;
    FOREACH suffix IN ARRAY CASE WHEN what = 'blocks' THEN ARRAY['_blocks', '_times']
            WHEN what = 'rollup' THEN ARRAY['_rollup_10s', '_rollup_1min', '_rollup_10min', '_rollup_1h', '_constants']
            ELSE ARRAY['_blocks', '_times', '_rollup_10s', '_rollup_1min', '_rollup_10min', '_rollup_1h', '_constants',
                       '_prepared_slots', '_prepared'] END LOOP
        EXECUTE 'DROP TABLE IF EXISTS ' || cbpm3_beside(source, suffix);
    END LOOP;
END $$;
