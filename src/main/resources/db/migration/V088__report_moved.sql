-- A report whose organ was in another region than was registered, or has moved after all, stands in another region from then
-- on, and nobody has touched it. Both regions are told: a row for the one that it has left, and one for the one that it has
-- come to.

ALTER TABLE outbox
  ADD COLUMN moved_from text,
  ADD COLUMN moved_to text,
  ADD COLUMN published boolean NOT NULL DEFAULT false;
ALTER TABLE change
  ADD COLUMN moved_from text,
  ADD COLUMN moved_to text,
  ADD COLUMN published boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT change_of_place_says_whence_and_whither
    CHECK (num_nonnulls(moved_from, moved_to) = CASE kind WHEN 'report.moved' THEN 2 ELSE 0 END);
COMMENT ON COLUMN change.kind IS 'report.… as the events of a report are called, report.moved, or organ.changed.';
COMMENT ON COLUMN change.moved_from IS 'Of a report that has moved, the region that it was in.';
COMMENT ON COLUMN change.moved_to IS 'Of a report that has moved, the region that it is in.';
COMMENT ON COLUMN change.published IS 'Of a report that has moved, whether readers see it, and so must be told.';

DROP INDEX change_for_readers;
CREATE INDEX change_for_readers ON change (position) WHERE kind = 'report.published' OR published;
