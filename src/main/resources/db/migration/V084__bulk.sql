-- Who is at work on a request whose answer is not kept. A row, not a lock of a session: it costs no connection while the
-- work goes on, and it ends by itself where an instance ends without a word.

CREATE TABLE request_lease (
  id         bytea       NOT NULL,
  holder     uuid        NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT request_lease_is_one_of_a_request PRIMARY KEY (id),
  CONSTRAINT request_lease_id_is_sha_256 CHECK (octet_length(id) = 32),
  CONSTRAINT request_lease_holder_has_one UNIQUE (holder)
);
COMMENT ON TABLE request_lease IS 'Requests with an Idempotency-Key that are carried out in many transactions and are at work now.';
COMMENT ON COLUMN request_lease.id IS 'As in idempotency: SHA-256 of the caller and the key.';
COMMENT ON COLUMN request_lease.holder IS 'The one execution that is at work; made anew for each.';
COMMENT ON COLUMN request_lease.expires_at IS 'By the clock of the database; put off while the work goes on. From then on another execution may take it over.';

-- What the audit keeps of a request with many lines: entries by region and outcome with counts, not one for each line,
-- since nobody may delete them.

ALTER TABLE audit
  ADD COLUMN lines integer,
  ADD COLUMN organs text[],
  ADD COLUMN reports bigint[],
  ADD COLUMN problems jsonb,
  ADD COLUMN first jsonb;
COMMENT ON COLUMN audit.lines IS 'How many lines of the request the entry is about; null where the request is one thing.';
COMMENT ON COLUMN audit.organs IS 'The organs of these lines; of refused ones, those of the first.';
COMMENT ON COLUMN audit.reports IS 'The reports that these lines filed or changed.';
COMMENT ON COLUMN audit.problems IS 'Of refused lines, how many had each problem, by its code.';
COMMENT ON COLUMN audit.first IS 'The first refused lines: line, organ, status and problem of each.';
CREATE INDEX audit_by_reports ON audit USING gin (reports) WHERE reports IS NOT NULL;
