-- The life of a report: every state of design, every event that led there, and what people said of findings.

ALTER TABLE report DROP CONSTRAINT report_state_check;
ALTER TABLE report ADD CONSTRAINT report_state_is_known CHECK (
  state IN ('draft', 'submitted', 'withdrawn', 'returned', 'accepted', 'published', 'reopened'));
ALTER TABLE report
  ADD COLUMN published_revision integer,
  ADD COLUMN first_submitted_at timestamptz,
  ADD COLUMN events integer NOT NULL DEFAULT 0,
  ADD COLUMN unexplained integer NOT NULL DEFAULT 0,
  ADD COLUMN waived integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN report.published_revision IS
  'The revision that the public sees: it stays while a reopened report is worked on, until another one is published.';
COMMENT ON COLUMN report.first_submitted_at IS
  'The first submission that was not withdrawn, which counts for being on time: a return does not make a report late.';
COMMENT ON COLUMN report.events IS 'Number of the newest event.';
COMMENT ON COLUMN report.unexplained IS 'Warnings of the newest revision that nobody has explained.';
COMMENT ON COLUMN report.waived IS 'Broken hard rules of the newest revision that the office has waived.';

UPDATE report r SET
  first_submitted_at = (SELECT min(c.received_at) FROM receipt c WHERE c.report = r.id),
  unexplained = jsonb_array_length(jsonb_path_query_array(r.findings || r.year_findings, '$[*] ? (@.severity == "warning")'));

CREATE TABLE report_event (
  report             bigint      NOT NULL REFERENCES report,
  number             integer     NOT NULL CHECK (number > 0),
  kind               text        NOT NULL CHECK (kind IN ('drafted', 'corrected', 'submitted', 'withdrawn', 'returned',
    'accepted', 'published', 'reopened', 'explained', 'waived')),
  at                 timestamptz NOT NULL,
  state              text        NOT NULL,
  revision           integer     NOT NULL,
  published_revision integer,
  unexplained        integer     NOT NULL,
  waived             integer     NOT NULL,
  author             text        NOT NULL,
  reason             text,
  detail             jsonb,
  PRIMARY KEY (report, number)
);
COMMENT ON TABLE report_event IS
  'What has become of a report, in order, and how it stood afterwards. Written once, never changed; what was so at an instant is the last event until then.';
COMMENT ON COLUMN report_event.at IS 'Never before the event before it.';
COMMENT ON COLUMN report_event.detail IS 'Of a return: its reasons, each with the path of the cell that it is pinned to; of an explanation or waiver: the finding.';

INSERT INTO report_event (report, number, kind, at, state, revision, unexplained, waived, author)
SELECT v.report, row_number() OVER (PARTITION BY v.report ORDER BY v.number, v.made_at),
  CASE WHEN c.revision IS NOT NULL THEN 'submitted' WHEN v.number = 1 THEN 'drafted' ELSE 'corrected' END,
  coalesce(c.received_at, v.made_at), CASE WHEN c.revision IS NOT NULL THEN 'submitted' ELSE 'draft' END, v.number, 0, 0, v.author
FROM revision v
LEFT JOIN receipt c ON c.report = v.report AND c.revision = v.number;
UPDATE report r SET events = (SELECT max(e.number) FROM report_event e WHERE e.report = r.id);

ALTER TABLE receipt DROP CONSTRAINT receipt_report_revision_key;
CREATE INDEX receipt_by_revision ON receipt (report, revision);
COMMENT ON TABLE receipt IS 'Proof of a submission. A revision that was taken back and handed in again has one for each time.';

CREATE TABLE remark (
  report  bigint      NOT NULL REFERENCES report,
  number  integer     NOT NULL,
  kind    text        NOT NULL CHECK (kind IN ('explanation', 'waiver')),
  finding text        NOT NULL,
  about   text        NOT NULL,
  text    text,
  author  text        NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (report, number)
);
COMMENT ON TABLE remark IS
  'What the organ says of a finding (explanation) and what the office lets pass (waiver). The newest of its kind and finding is in force, while the figures are those that it is about.';
COMMENT ON COLUMN remark.number IS 'Number of the event by which it was made.';
COMMENT ON COLUMN remark.about IS 'SHA-256 of the cells of the finding as they were stated.';
COMMENT ON COLUMN remark.text IS 'Null: what was said before is taken back.';

-- Figures are kept for every revision that was submitted, so that what was true then can be added up again, and the
-- published revision beside the one that is being worked on.
ALTER TABLE figure ADD COLUMN revision integer;
UPDATE figure f SET revision = r.revision FROM report r WHERE r.id = f.report;
ALTER TABLE figure ALTER COLUMN revision SET NOT NULL;
ALTER TABLE figure DROP CONSTRAINT figure_pkey;
ALTER TABLE figure ADD PRIMARY KEY (report, revision, cell);
COMMENT ON TABLE figure IS
  'The leaf cells of every revision that was submitted. A stated 0 needs no row; neither number nor blank: not applicable.';

ALTER TABLE publication ADD COLUMN revision integer;
UPDATE publication p SET revision = r.revision FROM report r WHERE r.id = p.report;
ALTER TABLE publication ALTER COLUMN revision SET NOT NULL;
ALTER TABLE publication DROP CONSTRAINT publication_pkey;
ALTER TABLE publication ADD PRIMARY KEY (report, revision, position);
COMMENT ON TABLE publication IS 'Items published per channel, of every revision that was submitted.';

-- A single statement that the planner inlines: of its two halves one is cut off by the argument.
CREATE FUNCTION report_counted(basis text, as_of timestamptz)
  RETURNS TABLE (report bigint, revision integer, organ text, year smallint, region text, editions jsonb,
    unexplained integer, waived integer)
  LANGUAGE sql STABLE
AS $$
  SELECT r.id, CASE $1 WHEN 'published' THEN r.published_revision ELSE r.revision END, r.organ, r.year, r.region,
    CASE WHEN $1 = 'published' AND r.published_revision <> r.revision
      THEN (SELECT v.editions FROM revision v WHERE v.report = r.id AND v.number = r.published_revision)
      ELSE r.editions
    END,
    r.unexplained, r.waived
  FROM report r
  WHERE $2 IS NULL AND r.scope = 'organ'
    AND CASE $1
      WHEN 'submitted' THEN r.state IN ('submitted', 'accepted', 'published')
      WHEN 'accepted' THEN r.state IN ('accepted', 'published')
      ELSE r.published_revision IS NOT NULL
    END
  UNION ALL
  SELECT r.id, CASE $1 WHEN 'published' THEN e.published_revision ELSE e.revision END, r.organ, r.year, r.region,
    (SELECT v.editions FROM revision v WHERE v.report = r.id
      AND v.number = CASE $1 WHEN 'published' THEN e.published_revision ELSE e.revision END),
    e.unexplained, e.waived
  FROM report r
  JOIN LATERAL (
    SELECT last.* FROM report_event last
    WHERE last.report = r.id AND last.at <= $2
    ORDER BY last.number DESC
    LIMIT 1) e ON true
  WHERE $2 IS NOT NULL AND r.scope = 'organ'
    AND CASE $1
      WHEN 'submitted' THEN e.state IN ('submitted', 'accepted', 'published')
      WHEN 'accepted' THEN e.state IN ('accepted', 'published')
      ELSE e.published_revision IS NOT NULL
    END
$$;
COMMENT ON FUNCTION report_counted(text, timestamptz) IS
  'The revisions that a rollup on this basis counts, now or, with an instant, as it was then. Regions are those of the registry of today.';
