-- A revision that was taken back, or sent back, and is handed in again as it stands gets another receipt each time. Which
-- one of them a receipt is stood only in its number.

ALTER TABLE receipt ADD COLUMN sequence integer NOT NULL DEFAULT 1;
UPDATE receipt SET sequence = split_part(number, '-', 5)::integer WHERE split_part(number, '-', 5) <> '';
ALTER TABLE receipt
  ADD CONSTRAINT receipt_sequence_counts_from_one CHECK (sequence > 0),
  ADD CONSTRAINT receipt_of_a_revision_has_a_sequence UNIQUE (report, revision, sequence);
DROP INDEX receipt_by_revision;
COMMENT ON COLUMN receipt.sequence IS 'The how-manieth receipt of its revision, from 1: the last part of the number from 2 on.';
