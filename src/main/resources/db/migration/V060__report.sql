-- Reports: what organs file, how it stands, and every event that led there.
--
-- revision, report_event, figure and publication have no foreign key to report, nor has receipt to revision. Their rows are
-- written by the service alone, in the transaction that opens or corrects the report, with the id and the revision that it
-- has just written, and never deleted. To look both up again for each row (20 figures a report, two keys each) was two
-- thirds of the work of a filing and found nothing wrong that could happen. report has foreign keys: what it points at is
-- written by others.
--
-- A draft that was never handed in can be discarded: its row in report goes, and with it the natural key. Its revisions,
-- events and remarks stay as rows without words, so that the service needs no right to delete history; remark has no
-- foreign key to report for that reason. An id is never given twice.
--
-- Columns without statistics are those that nothing is ever looked for by: to compare samples of them with each other was a
-- sixth of what the database did during a load.

CREATE TABLE cell (
  id smallint GENERATED ALWAYS AS IDENTITY,
  path text NOT NULL,
  section text NOT NULL GENERATED ALWAYS AS (split_part(split_part(path, '.', 1), '#', 1)) STORED,
  CONSTRAINT cell_pkey PRIMARY KEY (id),
  CONSTRAINT cell_path_key UNIQUE (path)
);
COMMENT ON TABLE cell IS 'The leaf cells of all editions of the form, numbered for storage. Filled from the form files at start; a number is never used again for another path.';
COMMENT ON COLUMN cell.id IS 'What figures and sums name the cell by.';
COMMENT ON COLUMN cell.path IS 'As in the JSON of a report: applications.received.naturalPerson. Editions share a path where they mean the same. For sums only: applications#2021 counts the reports whose section follows that edition, publications.website.item is a channel with its unit, publications..item the stated total over all channels.';
COMMENT ON COLUMN cell.section IS 'The section of the form that the cell is in.';

CREATE TABLE report (
  id bigint GENERATED ALWAYS AS IDENTITY,
  organ text NOT NULL,
  year smallint NOT NULL,
  scope text NOT NULL,
  state text NOT NULL,
  region text NOT NULL,
  revision integer NOT NULL,
  edit integer NOT NULL,
  editions jsonb NOT NULL,
  findings jsonb NOT NULL,
  year_findings jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  submitted_at timestamptz,
  published_revision integer,
  hidden_revision integer,
  first_submitted_at timestamptz,
  return_due date,
  return_answered_at timestamptz,
  handed_in_on date,
  events integer NOT NULL DEFAULT 0,
  unexplained integer NOT NULL DEFAULT 0,
  waived integer NOT NULL DEFAULT 0,
  published_unexplained integer NOT NULL DEFAULT 0,
  published_waived integer NOT NULL DEFAULT 0,
  kind text NOT NULL,
  expected boolean NOT NULL,
  found_codes jsonb NOT NULL GENERATED ALWAYS AS (
    jsonb_path_query_array(findings || year_findings, '$[*].rule')
      || jsonb_path_query_array(findings || year_findings, '$[*].severity')) STORED,
  CONSTRAINT report_pkey PRIMARY KEY (id),
  CONSTRAINT report_organ_year_scope_key UNIQUE (organ, year, scope),
  CONSTRAINT report_organ_fkey FOREIGN KEY (organ) REFERENCES organ,
  CONSTRAINT report_region_fkey FOREIGN KEY (region) REFERENCES region,
  CONSTRAINT report_year_is_known CHECK (year >= 2008 AND year <= 2100),
  CONSTRAINT report_scope_is_known CHECK (scope IN ('organ', 'level', 'area')),
  CONSTRAINT report_revision_counts_from_one CHECK (revision > 0),
  CONSTRAINT report_edit_counts_from_one CHECK (edit > 0),
  CONSTRAINT report_return_is_answered_where_it_was_due CHECK (return_answered_at IS NULL OR return_due IS NOT NULL),
  CONSTRAINT report_hidden_is_not_published CHECK (num_nonnulls(published_revision, hidden_revision) < 2),
  CONSTRAINT report_state_is_known
    CHECK (state IN ('draft', 'submitted', 'withdrawn', 'returned', 'accepted', 'published', 'reopened'))
);
COMMENT ON TABLE report IS 'What one organ files for one year in one scope: where it stands. What it says is in revision.';
COMMENT ON COLUMN report.id IS 'Identifies it in the API.';
COMMENT ON COLUMN report.organ IS 'The organ that files it.';
COMMENT ON COLUMN report.year IS 'Report year.';
COMMENT ON COLUMN report.scope IS 'organ: of the organ itself; level: of a government and its departments; area: of a government and all governments below.';
COMMENT ON COLUMN report.state IS 'draft, submitted, withdrawn, returned, accepted, published or reopened.';
COMMENT ON COLUMN report.region IS 'The region that the organ belonged to in the report year; follows when the registry is corrected.';
COMMENT ON COLUMN report.revision IS 'The number of the newest revision.';
COMMENT ON COLUMN report.edit IS 'Counts every change of content or state; the part of the ETag that If-Match is compared with.';
COMMENT ON COLUMN report.editions IS 'Per section the edition of the form that it follows.';
COMMENT ON COLUMN report.findings IS 'What the rules say of the newest revision alone.';
COMMENT ON COLUMN report.year_findings IS 'What the rules say of the newest revision beside the registry and other reports; renewed when last year''s report changes.';
COMMENT ON COLUMN report.created_at IS 'When it was begun.';
COMMENT ON COLUMN report.changed_at IS 'When content or state changed last.';
COMMENT ON COLUMN report.submitted_at IS 'When it was handed in last.';
COMMENT ON COLUMN report.published_revision IS 'The revision that the public sees: it stays while a reopened report is worked on, until another one is published. Null while it is hidden.';
COMMENT ON COLUMN report.hidden_revision IS 'The revision that an office has hidden from the public: it was published_revision before, and is again when it is shown again. Null where nothing is hidden.';
COMMENT ON COLUMN report.first_submitted_at IS 'The first submission that was not withdrawn, which counts for being on time: a return does not make a report late, unless it gave a last day that was missed.';
COMMENT ON COLUMN report.handed_in_on IS 'The day on which it was handed in before there was this service, as an office states it: it counts for being on time in place of first_submitted_at. Null: nothing is stated.';
COMMENT ON COLUMN report.return_due IS 'Last day for the correction, in Asia/Shanghai, as the last return said; null where it said none, or what was returned was withdrawn since.';
COMMENT ON COLUMN report.return_answered_at IS 'When the report was handed in again after that return.';
COMMENT ON COLUMN report.events IS 'Number of the newest event.';
COMMENT ON COLUMN report.unexplained IS 'Warnings of the newest revision that nobody has explained.';
COMMENT ON COLUMN report.waived IS 'Broken hard rules of the newest revision that the office has waived.';
COMMENT ON COLUMN report.published_unexplained IS 'As unexplained, of the revision that the public sees or saw before it was hidden, while it was the newest one.';
COMMENT ON COLUMN report.published_waived IS 'Likewise, as waived.';
COMMENT ON COLUMN report.kind IS 'The kind of the organ in the report year; follows when the registry is corrected.';
COMMENT ON COLUMN report.expected IS 'Whether the registry expects this organ''s report of the year: it existed on 31 December and is not exempt; follows the registry.';
COMMENT ON COLUMN report.found_codes IS 'Rule and severity of each finding, kept beside the findings, which are long: who looks for a rule among all reports reads no more than this.';

-- By kind and id as well: those with which a filing is compared are the first hundred of their kind, however many a region has.
CREATE INDEX report_by_region ON report (region, year, scope, kind, id);
-- Not by scope and state too: that looked as good as the unique key to a planner without statistics, and each search for a
-- report read the whole year. The order by id is what a page of a list wants.
CREATE INDEX report_by_year ON report (year, id);
-- For rules that few reports break: with the statistics of the column the planner sees which those are, and goes through the
-- reports in order for the others. It takes 4 bytes a report, for few sets of codes differ.
CREATE INDEX report_by_found_codes ON report USING gin (found_codes);

ALTER TABLE report
  ALTER COLUMN editions SET STATISTICS 0,
  ALTER COLUMN findings SET STATISTICS 0,
  ALTER COLUMN year_findings SET STATISTICS 0;

CREATE TABLE revision (
  report bigint NOT NULL,
  number integer NOT NULL,
  document text NOT NULL,
  digest bytea NOT NULL,
  editions jsonb NOT NULL,
  findings jsonb NOT NULL,
  author text NOT NULL,
  reason text,
  made_at timestamptz NOT NULL,
  shingles bytea,
  redaction integer,
  CONSTRAINT revision_pkey PRIMARY KEY (report, number),
  CONSTRAINT revision_number_counts_from_one CHECK (number > 0),
  CONSTRAINT revision_digest_is_sha_256 CHECK (length(digest) = 32)
);
COMMENT ON TABLE revision IS 'One immutable state of a report''s content. Written once, never changed; but words are masked by a redaction, and of a discarded draft they are gone.';
COMMENT ON COLUMN revision.report IS 'The report.';
COMMENT ON COLUMN revision.number IS 'Counts from 1.';
COMMENT ON COLUMN revision.document IS 'The JSON as it was sent, to the letter; less what was masked since, and empty of a draft that was discarded.';
COMMENT ON COLUMN revision.digest IS 'SHA-256 of the canonical JSON (RFC 8785) of the document as it was sent: it stays when words are masked.';
COMMENT ON COLUMN revision.redaction IS 'Number of the event by which words of it were masked last; null: it says what was sent.';
COMMENT ON COLUMN revision.editions IS 'Per section the edition of the form that it follows.';
COMMENT ON COLUMN revision.findings IS 'What all rules said at the time.';
COMMENT ON COLUMN revision.author IS 'Who filed it: the prefix and label of the API key.';
COMMENT ON COLUMN revision.reason IS 'Why it was corrected, in words of whoever did.';
COMMENT ON COLUMN revision.made_at IS 'When it was filed.';
COMMENT ON COLUMN revision.shingles IS 'Hashes of every sixteenth stretch of eight Chinese characters of the text, each once, sorted as signed 32-bit numbers, big-endian; which stretches are hashed depends on their hash alone, so two samples share what the texts share. Null: the text has no sample.';

ALTER TABLE revision
  ALTER COLUMN document SET STATISTICS 0,
  ALTER COLUMN digest SET STATISTICS 0,
  ALTER COLUMN editions SET STATISTICS 0,
  ALTER COLUMN findings SET STATISTICS 0,
  ALTER COLUMN reason SET STATISTICS 0,
  ALTER COLUMN shingles SET STATISTICS 0,
  ALTER COLUMN shingles SET STORAGE EXTERNAL;

-- A document is some 8 kB of text and is compressed when it is written; lz4 needs a tenth of the time. Servers that were
-- built without it do without.
DO $$
BEGIN
  ALTER TABLE revision ALTER COLUMN document SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END
$$;

CREATE TABLE report_event (
  report bigint NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  state text NOT NULL,
  revision integer NOT NULL,
  published_revision integer,
  unexplained integer NOT NULL,
  waived integer NOT NULL,
  author text NOT NULL,
  reason text,
  detail jsonb,
  CONSTRAINT report_event_pkey PRIMARY KEY (report, number),
  CONSTRAINT report_event_number_counts_from_one CHECK (number > 0),
  CONSTRAINT report_event_kind_is_known
    CHECK (kind IN ('drafted', 'corrected', 'submitted', 'withdrawn', 'returned', 'accepted', 'published',
      'reopened', 'explained', 'waived', 'discarded', 'dated',
      'hidden', 'unhidden', 'redacted'))
);
COMMENT ON TABLE report_event IS 'What has become of a report, in order, and how it stood afterwards. Written once, never changed; what was so at an instant is the last event until then.';
COMMENT ON COLUMN report_event.report IS 'The report.';
COMMENT ON COLUMN report_event.number IS 'Counts from 1.';
COMMENT ON COLUMN report_event.kind IS 'What was done.';
COMMENT ON COLUMN report_event.at IS 'Never before the event before it.';
COMMENT ON COLUMN report_event.state IS 'The state of the report afterwards.';
COMMENT ON COLUMN report_event.revision IS 'Number of its newest revision afterwards.';
COMMENT ON COLUMN report_event.published_revision IS 'The revision that the public saw afterwards.';
COMMENT ON COLUMN report_event.unexplained IS 'As in report, afterwards.';
COMMENT ON COLUMN report_event.waived IS 'As in report, afterwards.';
COMMENT ON COLUMN report_event.author IS 'Who did it: the prefix and label of the API key, or name and subject of the token.';
COMMENT ON COLUMN report_event.reason IS 'Why, in words of whoever did it.';
COMMENT ON COLUMN report_event.detail IS 'Of a return: its last day, if it gives one, and its reasons, each with the path of the cell that it is pinned to; of an explanation or waiver: the finding; of a stated day of handing in: the day.';

ALTER TABLE report_event
  ALTER COLUMN reason SET STATISTICS 0,
  ALTER COLUMN detail SET STATISTICS 0;

CREATE TABLE remark (
  report bigint NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  finding text NOT NULL,
  about text NOT NULL,
  blanks text[],
  reason text,
  author text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT remark_pkey PRIMARY KEY (report, number),
  CONSTRAINT remark_kind_is_known CHECK (kind IN ('explanation', 'waiver'))
);
COMMENT ON TABLE remark IS 'What the organ says of a finding (explanation) and what the office lets pass (waiver). The newest of its kind and finding is in force, while the figures are those that it is about.';
COMMENT ON COLUMN remark.report IS 'The report.';
COMMENT ON COLUMN remark.number IS 'Number of the event by which it was made.';
COMMENT ON COLUMN remark.kind IS 'explanation or waiver.';
COMMENT ON COLUMN remark.finding IS 'Id of the finding, which stays while rule and place are the same.';
COMMENT ON COLUMN remark.about IS 'SHA-256 of the cells of the finding as they were stated.';
COMMENT ON COLUMN remark.blanks IS 'Where the finding is of blank cells, their paths: the remark holds while no other cell of the table is blank. Otherwise null.';
COMMENT ON COLUMN remark.reason IS 'Null: what was said before is taken back.';
COMMENT ON COLUMN remark.author IS 'Who made it: the prefix and label of the API key, or name and subject of the token.';
COMMENT ON COLUMN remark.at IS 'When it was made.';

-- Kept for every revision that was submitted, so that what was true then can be added up again, and the published revision
-- beside the one that is being worked on.
CREATE TABLE figure (
  report bigint NOT NULL,
  cell smallint NOT NULL,
  number numeric,
  blank boolean NOT NULL,
  revision integer NOT NULL,
  CONSTRAINT figure_pkey PRIMARY KEY (report, revision, cell),
  CONSTRAINT figure_blank_has_no_number CHECK (NOT (blank AND number IS NOT NULL))
);
COMMENT ON TABLE figure IS 'The leaf cells of every revision that was submitted. A stated 0 needs no row; neither number nor blank: not applicable.';
COMMENT ON COLUMN figure.report IS 'The report.';
COMMENT ON COLUMN figure.cell IS 'A number of cell, from which nothing is ever deleted.';
COMMENT ON COLUMN figure.number IS 'What is stated, exactly; null where nothing is, or the cell does not apply.';
COMMENT ON COLUMN figure.blank IS 'Nothing was stated. Never the same as 0.';
COMMENT ON COLUMN figure.revision IS 'The revision that states it.';

CREATE TABLE publication (
  report bigint NOT NULL,
  position smallint NOT NULL,
  channel text,
  unit text NOT NULL,
  count numeric,
  approximate boolean NOT NULL,
  revision integer NOT NULL,
  CONSTRAINT publication_pkey PRIMARY KEY (report, revision, position),
  CONSTRAINT publication_unit_is_known CHECK (unit IN ('item', 'event', 'issue', 'place'))
);
COMMENT ON TABLE publication IS 'Items published per channel, of every revision that was submitted.';
COMMENT ON COLUMN publication.report IS 'The report.';
COMMENT ON COLUMN publication.position IS 'Order in the report, from 0.';
COMMENT ON COLUMN publication.channel IS 'Null: the stated total over all channels.';
COMMENT ON COLUMN publication.unit IS 'item, event, issue or place; different units are never added.';
COMMENT ON COLUMN publication.count IS 'Null: blank.';
COMMENT ON COLUMN publication.approximate IS 'Whether the number is said to be about so many.';
COMMENT ON COLUMN publication.revision IS 'The revision that states it.';

-- Reports whose organ is registered otherwise than when they were judged: another kind, another region, organs that
-- were merged into it. A report may wait twice: a key on it would make those who enter it wait for each other.
CREATE TABLE recheck (
  id bigint GENERATED ALWAYS AS IDENTITY,
  report bigint NOT NULL,
  CONSTRAINT recheck_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE recheck IS 'Reports that wait to be held against the registry again; a report may stand in it more than once.';
COMMENT ON COLUMN recheck.id IS 'Order of writing.';
COMMENT ON COLUMN recheck.report IS 'The report.';

-- Which revision of a report counts, said once. Functions only compute; what reads tables is a view, through which the
-- planner sees.

CREATE FUNCTION is_filed(state text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN state IN ('submitted', 'accepted', 'published');
COMMENT ON FUNCTION is_filed(text) IS 'Whether a report in this state is handed in, and was not taken or sent back.';

CREATE FUNCTION days_late(state text, filed_on date, due date, return_due date, corrected_on date, today date) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN is_filed(state) THEN greatest(filed_on - due, corrected_on - return_due)
    WHEN state = 'returned' THEN today - coalesce(return_due, due)
    ELSE today - due
  END;
COMMENT ON FUNCTION days_late(text, date, date, date, date, date) IS
  'By how many days a report was handed in, or handed in again after a return that gave a last day, too late; of one that is not handed in, by how many days it is overdue. 0 or less: in time.';

CREATE FUNCTION counted_revision(basis text, state text, revision integer, published_revision integer) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE basis
    WHEN 'submitted' THEN CASE WHEN is_filed(state) THEN revision END
    WHEN 'accepted' THEN CASE WHEN state IN ('accepted', 'published') THEN revision END
    WHEN 'published' THEN published_revision
  END;
COMMENT ON FUNCTION counted_revision(text, text, integer, integer) IS
  'The revision of a report that is counted on a basis, or null: the newest one of what is filed, the newest one of what is accepted, or the one that the public sees.';


CREATE VIEW counted_report AS
SELECT b.basis, r.id AS report, counted_revision(b.basis, r.state, r.revision, r.published_revision) AS revision, r.organ,
  r.year, r.region, r.kind, r.expected,
  CASE WHEN counted_revision(b.basis, r.state, r.revision, r.published_revision) = r.revision THEN r.editions ELSE (
    SELECT v.editions FROM revision v WHERE v.report = r.id AND v.number = r.published_revision) END AS editions,
  CASE b.basis WHEN 'published' THEN r.published_unexplained ELSE r.unexplained END AS unexplained,
  CASE b.basis WHEN 'published' THEN r.published_waived ELSE r.waived END AS waived
FROM report r
CROSS JOIN (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
WHERE r.scope = 'organ' AND counted_revision(b.basis, r.state, r.revision, r.published_revision) IS NOT NULL;
COMMENT ON VIEW counted_report IS
  'The reports of organs that are counted, on each basis: basis, report and the revision that counts. Regions, kinds and what is expected are those of the registry of today.';
COMMENT ON COLUMN counted_report.basis IS 'Which revisions count: submitted, accepted or published.';
COMMENT ON COLUMN counted_report.report IS 'The report.';
COMMENT ON COLUMN counted_report.revision IS 'The revision that counts.';
COMMENT ON COLUMN counted_report.organ IS 'The organ that files it.';
COMMENT ON COLUMN counted_report.year IS 'Report year.';
COMMENT ON COLUMN counted_report.region IS 'As in report.';
COMMENT ON COLUMN counted_report.kind IS 'As in report.';
COMMENT ON COLUMN counted_report.expected IS 'As in report.';
COMMENT ON COLUMN counted_report.editions IS 'Per section the edition of the form that the revision follows.';
COMMENT ON COLUMN counted_report.unexplained IS 'As in report, of the revision that counts.';
COMMENT ON COLUMN counted_report.waived IS 'As in report, of the revision that counts.';

CREATE VIEW own_report AS
SELECT r.id, r.organ, r.year, r.region, r.state, r.changed_at, is_filed(r.state) AS filed, r.first_submitted_at AS filed_at,
  r.handed_in_on, coalesce(r.handed_in_on, (r.first_submitted_at AT TIME ZONE 'Asia/Shanghai')::date) AS filed_on, r.return_due,
  (r.return_answered_at AT TIME ZONE 'Asia/Shanghai')::date AS corrected_on
FROM report r
WHERE r.scope = 'organ';
COMMENT ON VIEW own_report IS 'The reports that organs owe for themselves. filed: handed in and not taken or sent back; filed_at: when the service took it, as far as being in time goes; filed_on: the day that counts for that.';
COMMENT ON COLUMN own_report.id IS 'The report.';
COMMENT ON COLUMN own_report.organ IS 'The organ that owes it.';
COMMENT ON COLUMN own_report.year IS 'Report year.';
COMMENT ON COLUMN own_report.region IS 'As in report.';
COMMENT ON COLUMN own_report.state IS 'As in report.';
COMMENT ON COLUMN own_report.changed_at IS 'As in report.';
COMMENT ON COLUMN own_report.filed IS 'Whether it is handed in and not taken or sent back.';
COMMENT ON COLUMN own_report.filed_at IS 'When it was handed in to the service, as far as being in time goes; null where it never was.';
COMMENT ON COLUMN own_report.handed_in_on IS 'As in report.';
COMMENT ON COLUMN own_report.filed_on IS 'The day that counts for being in time: as stated, or else as the service saw it, in Asia/Shanghai.';
COMMENT ON COLUMN own_report.return_due IS 'As in report.';
COMMENT ON COLUMN own_report.corrected_on IS 'The day on which it was handed in again after that return, in Asia/Shanghai.';
