-- Proof of what was handed in. No foreign key to revision, as with all that a filing writes: see V060__report.sql.

-- A revision that was taken back, or sent back, and is handed in again as it stands gets another receipt each time.
CREATE TABLE receipt (
  number text NOT NULL,
  report bigint NOT NULL,
  revision integer NOT NULL,
  digest bytea NOT NULL,
  received_at timestamptz NOT NULL,
  sequence integer NOT NULL DEFAULT 1,
  CONSTRAINT receipt_pkey PRIMARY KEY (number),
  CONSTRAINT receipt_report_revision_sequence_key UNIQUE (report, revision, sequence),
  CONSTRAINT receipt_sequence_counts_from_one CHECK (sequence > 0)
);
COMMENT ON TABLE receipt IS 'Proof of a submission. A revision that was taken back and handed in again has one for each time.';
COMMENT ON COLUMN receipt.number IS 'What the receipt says: it identifies it to whoever checks it.';
COMMENT ON COLUMN receipt.report IS 'The report.';
COMMENT ON COLUMN receipt.revision IS 'The revision that was handed in.';
COMMENT ON COLUMN receipt.digest IS 'SHA-256 of its canonical JSON (RFC 8785).';
COMMENT ON COLUMN receipt.received_at IS 'When it was handed in.';
COMMENT ON COLUMN receipt.sequence IS 'Counts the receipts of a revision from 1; from 2 on it is the last part of the number.';

ALTER TABLE receipt ALTER COLUMN digest SET STATISTICS 0;
