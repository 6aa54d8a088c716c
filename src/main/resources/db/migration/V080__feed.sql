-- What has changed, in an order that never changes. The rows stand by themselves, without foreign keys: they say what
-- was, and a nation's import writes 150,000 of them in one transaction.
--
-- A report whose organ was in another region than was registered, or has moved after all, stands in another region from
-- then on, and nobody has touched it. Both regions are told: a row for the one that it has left, and one for the one
-- that it has come to.

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  report bigint,
  import bigint,
  organ text,
  year smallint,
  scope text,
  region text NOT NULL,
  revision integer,
  state text,
  moved_from text,
  moved_to text,
  published boolean NOT NULL DEFAULT false,
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE outbox IS 'Changes that are committed, or about to be, and have no position in change yet. Written in the transaction of the change.';
COMMENT ON COLUMN outbox.id IS 'Of two changes of one organ the earlier has the lower: it is drawn while the organ''s row is held. Across organs it says nothing, for transactions commit in any order.';
COMMENT ON COLUMN outbox.at IS 'When the change was made, by the clock of the service.';
COMMENT ON COLUMN outbox.kind IS 'As in change.';
COMMENT ON COLUMN outbox.report IS 'As in change.';
COMMENT ON COLUMN outbox.import IS 'As in change.';
COMMENT ON COLUMN outbox.organ IS 'As in change.';
COMMENT ON COLUMN outbox.year IS 'As in change.';
COMMENT ON COLUMN outbox.scope IS 'As in change.';
COMMENT ON COLUMN outbox.region IS 'As in change.';
COMMENT ON COLUMN outbox.revision IS 'As in change.';
COMMENT ON COLUMN outbox.state IS 'As in change.';
COMMENT ON COLUMN outbox.moved_from IS 'As in change.';
COMMENT ON COLUMN outbox.moved_to IS 'As in change.';
COMMENT ON COLUMN outbox.published IS 'As in change.';

CREATE TABLE change (
  position bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  report bigint,
  import bigint,
  organ text,
  year smallint,
  scope text,
  region text NOT NULL,
  revision integer,
  state text,
  moved_from text,
  moved_to text,
  published boolean NOT NULL DEFAULT false,
  CONSTRAINT change_pkey PRIMARY KEY (position),
  CONSTRAINT change_kind_is_well_formed CHECK (kind ~ '^(report|organ|import)\.[a-z]+$'),
  CONSTRAINT change_of_an_import_names_it CHECK ((kind LIKE 'import.%') = (import IS NOT NULL)),
  CONSTRAINT change_that_is_of_no_import_names_an_organ CHECK (organ IS NOT NULL OR import IS NOT NULL),
  CONSTRAINT change_of_a_report_names_it CHECK ((kind LIKE 'report.%') = (report IS NOT NULL)),
  CONSTRAINT change_of_a_report_says_where_it_stands CHECK (num_nulls(report, year, scope, revision, state) IN (0, 5)),
  CONSTRAINT change_of_place_names_both_regions
    CHECK (num_nonnulls(moved_from, moved_to) = CASE kind WHEN 'report.moved' THEN 2 ELSE 0 END)
);
COMMENT ON TABLE change IS 'The feed. Written once, never changed: rows come from outbox, moved by one transaction at a time, so that whoever has seen a position never finds a new row at or before it.';
COMMENT ON COLUMN change.position IS 'Rises; numbers may be left out.';
COMMENT ON COLUMN change.at IS 'When the change was made; not in the order of positions.';
COMMENT ON COLUMN change.kind IS 'report.… as the events of a report are called, report.moved, organ.changed, or import.finished.';
COMMENT ON COLUMN change.report IS 'The report; null where the organ itself has changed.';
COMMENT ON COLUMN change.import IS 'The import whose files are read; null of all else.';
COMMENT ON COLUMN change.organ IS 'The organ that it is about, or whose report it is; null of an import that an office has sent.';
COMMENT ON COLUMN change.year IS 'Report year; null as report is.';
COMMENT ON COLUMN change.scope IS 'Scope of the report; null as report is.';
COMMENT ON COLUMN change.region IS 'Where the organ was in the report''s year, or, where the organ itself has changed, where it is; as of the change.';
COMMENT ON COLUMN change.revision IS 'The newest revision at that moment.';
COMMENT ON COLUMN change.state IS 'The report''s state after the change.';
COMMENT ON COLUMN change.moved_from IS 'Of a report that has moved, the region that it was in.';
COMMENT ON COLUMN change.moved_to IS 'Of a report that has moved, the region that it is in.';
COMMENT ON COLUMN change.published IS 'Of a report that has moved, or was hidden, shown again or redacted: whether readers see it, or saw it, and so must be told.';

CREATE INDEX change_by_region ON change (region, position);
CREATE INDEX change_by_organ ON change (organ, position);
CREATE INDEX change_for_readers ON change (position) WHERE kind = 'report.published' OR published;
