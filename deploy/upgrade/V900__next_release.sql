-- What a release may do to the schema while the version before it works beside it: add. `deploy/upgrade/rehearse --next`
-- takes this for the next release.

-- Whoever waits for a table's lock holds up all who come after: rather give up, and be run again.
SET LOCAL lock_timeout = '5s';

-- A column that may be empty, or has a constant default: no row is written, and statements of the version before do not
-- name it.
ALTER TABLE report ADD COLUMN rehearsed_note text;
COMMENT ON COLUMN report.rehearsed_note IS 'Of a rehearsal of an upgrade; nothing reads it';

ALTER TABLE report ADD COLUMN rehearsed_count integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN report.rehearsed_count IS 'Of a rehearsal of an upgrade; nothing reads it';

-- A constraint holds for what is written from now on, and is validated when the version before is gone.
ALTER TABLE report ADD CONSTRAINT report_rehearsed_count_is_not_negative CHECK (rehearsed_count >= 0) NOT VALID;

CREATE TABLE rehearsed_thing (
  id bigint GENERATED ALWAYS AS IDENTITY,
  report bigint NOT NULL,
  CONSTRAINT rehearsed_thing_pk PRIMARY KEY (id)
);
COMMENT ON TABLE rehearsed_thing IS 'Of a rehearsal of an upgrade; nothing reads it';
