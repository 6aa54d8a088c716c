-- Files that are sent in: what was read in them, until it is taken over or forgotten; and what was published, held
-- against what is stored. Files hold words of reports before anybody has looked at them, and so personal data: they are
-- kept for a time only, and what is taken out of a report is taken out here too.

CREATE TABLE import (
  id bigint GENERATED ALWAYS AS IDENTITY,
  region text NOT NULL,
  organ text,
  author text NOT NULL,
  name text NOT NULL,
  said_organ text,
  said_year smallint,
  state text NOT NULL DEFAULT 'reading',
  files integer NOT NULL,
  bytes bigint NOT NULL,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT import_pkey PRIMARY KEY (id),
  CONSTRAINT import_state_is_known CHECK (state IN ('reading', 'done')),
  CONSTRAINT import_that_is_done_has_an_end CHECK ((state = 'done') = (ended_at IS NOT NULL))
);
COMMENT ON TABLE import IS 'One file, or a zip of many, that somebody has sent in. Its row is held by whoever ends it.';
COMMENT ON COLUMN import.id IS 'Identifies it in the API.';
COMMENT ON COLUMN import.region IS 'Whose it is: the region of the office that has sent it, or of the organ; the nation for an administrator.';
COMMENT ON COLUMN import.organ IS 'The organ that has sent it; null for an office.';
COMMENT ON COLUMN import.author IS 'Who has sent it: prefix and label of the key.';
COMMENT ON COLUMN import.name IS 'What the file is called, as the sender says.';
COMMENT ON COLUMN import.said_organ IS 'The organ that the sender says its files are of; null: to be found in them.';
COMMENT ON COLUMN import.said_year IS 'The report year that the sender says they are of; null: to be found in them.';
COMMENT ON COLUMN import.state IS 'reading, or done when every file was read or refused.';
COMMENT ON COLUMN import.files IS 'How many files there are in it.';
COMMENT ON COLUMN import.bytes IS 'How many bytes they have, unpacked.';
COMMENT ON COLUMN import.created_at IS 'When it was sent.';
COMMENT ON COLUMN import.ended_at IS 'When the last file was done; null: some wait.';

CREATE INDEX import_by_region ON import (region, id);

CREATE TABLE import_file (
  import bigint NOT NULL,
  number integer NOT NULL,
  name text NOT NULL,
  bytes bigint NOT NULL,
  digest text NOT NULL,
  content bytea,
  state text NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  leased_until timestamptz,
  result text,
  brief text,
  organs text[] NOT NULL DEFAULT '{}',
  years integer[] NOT NULL DEFAULT '{}',
  found_cells integer NOT NULL DEFAULT 0,
  likely_cells integer NOT NULL DEFAULT 0,
  left_over integer NOT NULL DEFAULT 0,
  report bigint,
  taken bigint[] NOT NULL DEFAULT '{}',
  CONSTRAINT import_file_pkey PRIMARY KEY (import, number),
  CONSTRAINT import_file_import_fkey FOREIGN KEY (import) REFERENCES import ON DELETE CASCADE,
  CONSTRAINT import_file_state_is_known CHECK (state IN ('waiting', 'read', 'refused', 'forgotten')),
  CONSTRAINT import_file_that_was_looked_at_has_a_result CHECK ((state IN ('read', 'refused')) = (result IS NOT NULL)),
  CONSTRAINT import_file_that_is_forgotten_has_no_words CHECK (state <> 'forgotten' OR content IS NULL)
);
COMMENT ON TABLE import_file IS 'A file of an import. Whoever reads one leases its row, so that another instance goes on with it where that ends without a word.';
COMMENT ON COLUMN import_file.import IS 'The import.';
COMMENT ON COLUMN import_file.number IS 'Its place in the import, from 1.';
COMMENT ON COLUMN import_file.name IS 'What it is called, in a zip with its folders.';
COMMENT ON COLUMN import_file.bytes IS 'How many bytes it has.';
COMMENT ON COLUMN import_file.digest IS 'SHA-256 of its bytes, in hexadecimal.';
COMMENT ON COLUMN import_file.content IS 'Its bytes; null where it was too large to be kept, or is forgotten.';
COMMENT ON COLUMN import_file.state IS 'waiting, read, refused, or forgotten: what it said was taken out of a report.';
COMMENT ON COLUMN import_file.attempts IS 'How often somebody has begun to read it. One that ends the process each time is refused at last.';
COMMENT ON COLUMN import_file.leased_until IS 'Until when nobody else begins to read it; null: nobody reads it.';
COMMENT ON COLUMN import_file.result IS 'JSON: what was recognised in it, or why it is not read.';
COMMENT ON COLUMN import_file.brief IS 'JSON: the same without what was recognised, for lists; null where that is all.';
COMMENT ON COLUMN import_file.organs IS 'Codes of the organs that its report may be of.';
COMMENT ON COLUMN import_file.years IS 'Years that its report may be of.';
COMMENT ON COLUMN import_file.found_cells IS 'How many cells were found.';
COMMENT ON COLUMN import_file.likely_cells IS 'How many of them were found by their position only.';
COMMENT ON COLUMN import_file.left_over IS 'How many pieces of it fit nowhere.';
COMMENT ON COLUMN import_file.report IS 'The report that it was taken over into last; null: not yet.';
COMMENT ON COLUMN import_file.taken IS 'All reports that it was taken over into: what is taken out of one of them is taken out here too.';

CREATE INDEX import_file_waiting ON import_file (number, import) WHERE state = 'waiting';
CREATE INDEX import_file_by_organs ON import_file USING gin (organs);
CREATE INDEX import_file_by_report ON import_file (report) WHERE report IS NOT NULL;
CREATE INDEX import_file_by_taken ON import_file USING gin (taken);

ALTER TABLE import_file ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE import_file ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE import_file ALTER COLUMN result SET STATISTICS 0;
ALTER TABLE import_file ALTER COLUMN brief SET STATISTICS 0;

CREATE TABLE verification (
  report bigint NOT NULL,
  number integer NOT NULL,
  revision integer NOT NULL,
  name text NOT NULL,
  digest text NOT NULL,
  author text NOT NULL,
  at timestamptz NOT NULL,
  cells integer NOT NULL,
  texts integer NOT NULL,
  missing integer NOT NULL,
  compared integer NOT NULL,
  found text,
  finding text,
  CONSTRAINT verification_pkey PRIMARY KEY (report, number)
);
COMMENT ON TABLE verification IS 'What was published of a report, held against a revision of it. Written once; only what it quotes can be taken out. Rows stand by themselves: a draft that is discarded has none.';
COMMENT ON COLUMN verification.report IS 'The report.';
COMMENT ON COLUMN verification.number IS 'Counts the verifications of the report, from 1.';
COMMENT ON COLUMN verification.revision IS 'The revision that it was held against.';
COMMENT ON COLUMN verification.name IS 'What the file is called.';
COMMENT ON COLUMN verification.digest IS 'SHA-256 of the file, in hexadecimal. The file itself is not kept.';
COMMENT ON COLUMN verification.author IS 'Who has done it: prefix and label of the key.';
COMMENT ON COLUMN verification.at IS 'When.';
COMMENT ON COLUMN verification.cells IS 'How many cells surely state something else in the file.';
COMMENT ON COLUMN verification.texts IS 'How many parts of the text differ.';
COMMENT ON COLUMN verification.missing IS 'How many cells that the revision states were not found in the file.';
COMMENT ON COLUMN verification.compared IS 'How many cells were found in it.';
COMMENT ON COLUMN verification.found IS 'JSON: what was recognised in the file; null where words of the report were taken out since.';
COMMENT ON COLUMN verification.finding IS 'As in report.findings, with one finding: the cells that surely differ; null where none does, or as found is.';

CREATE INDEX verification_with_finding ON verification (report) WHERE finding IS NOT NULL;

ALTER TABLE verification ALTER COLUMN found SET STATISTICS 0;
ALTER TABLE verification ALTER COLUMN finding SET STATISTICS 0;
