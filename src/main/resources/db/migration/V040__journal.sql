-- Who did what and when, and who was refused; and answers that are kept for those who ask again. What stands in audit
-- can be added to and read, by nobody changed: R__rights.sql takes the rights to change and to delete away from the
-- service's role.

CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL,
  status smallint NOT NULL,
  problem text,
  role text,
  caller text,
  caller_organ text,
  caller_region text,
  organ text,
  region text,
  report bigint,
  method text NOT NULL,
  path text NOT NULL,
  address text,
  lines integer,
  organs text[],
  reports bigint[],
  problems jsonb,
  first jsonb,
  CONSTRAINT audit_pkey PRIMARY KEY (id),
  CONSTRAINT audit_outcome_is_known CHECK (outcome IN ('done', 'refused'))
);
COMMENT ON TABLE audit IS 'Every write, in the transaction of the write itself, and every refused attempt. Append-only.';
COMMENT ON COLUMN audit.id IS 'Order of writing.';
COMMENT ON COLUMN audit.at IS 'When the request was answered, by the clock of the service.';
COMMENT ON COLUMN audit.action IS 'The operation, as the contract names it (operationId).';
COMMENT ON COLUMN audit.outcome IS 'done: written; refused: answered with a problem.';
COMMENT ON COLUMN audit.status IS 'HTTP status of the answer.';
COMMENT ON COLUMN audit.problem IS 'Code of the problem that a refusal was answered with.';
COMMENT ON COLUMN audit.role IS 'Role of the caller; null where there was none that is known.';
COMMENT ON COLUMN audit.caller IS 'Label and prefix of the key, or name and subject of the token; null where there was none that is known.';
COMMENT ON COLUMN audit.caller_organ IS 'The organ of a caller of role organ.';
COMMENT ON COLUMN audit.caller_region IS 'The region of the caller or of the caller''s organ at the time.';
COMMENT ON COLUMN audit.organ IS 'The organ that it was about, where it was about one.';
COMMENT ON COLUMN audit.region IS 'The region that it was about, where it was about one.';
COMMENT ON COLUMN audit.report IS 'The report that it was about, where it was about one.';
COMMENT ON COLUMN audit.method IS 'HTTP method.';
COMMENT ON COLUMN audit.path IS 'Path of the request, without the query.';
COMMENT ON COLUMN audit.address IS 'The address that the request came from.';
COMMENT ON COLUMN audit.lines IS 'How many lines of the request the entry is about; null where the request is one thing.';
COMMENT ON COLUMN audit.organs IS 'The organs of these lines; of refused ones, those of the first.';
COMMENT ON COLUMN audit.reports IS 'The reports that these lines filed or changed.';
COMMENT ON COLUMN audit.problems IS 'Of refused lines, how many had each problem, by its code.';
COMMENT ON COLUMN audit.first IS 'The first refused lines: line, organ, status and problem of each.';

CREATE INDEX audit_by_region ON audit (region, id);
CREATE INDEX audit_by_caller_region ON audit (caller_region, id);
CREATE INDEX audit_by_report ON audit (report, id) WHERE report IS NOT NULL;
CREATE INDEX audit_by_reports ON audit USING gin (reports) WHERE reports IS NOT NULL;

CREATE TABLE idempotency (
  id bytea NOT NULL,
  fingerprint bytea NOT NULL,
  status smallint NOT NULL,
  headers jsonb NOT NULL,
  answer bytea NOT NULL,
  made_at timestamptz NOT NULL,
  report bigint,
  CONSTRAINT idempotency_pkey PRIMARY KEY (id),
  CONSTRAINT idempotency_id_is_sha_256 CHECK (octet_length(id) = 32)
);
COMMENT ON TABLE idempotency IS 'Answers to requests that named themselves by an Idempotency-Key, kept for a day.';
COMMENT ON COLUMN idempotency.id IS 'SHA-256 of the caller and the key.';
COMMENT ON COLUMN idempotency.fingerprint IS 'SHA-256 of method, address and body.';
COMMENT ON COLUMN idempotency.status IS 'HTTP status of the answer.';
COMMENT ON COLUMN idempotency.headers IS 'Headers of the answer that are sent again.';
COMMENT ON COLUMN idempotency.answer IS 'The body, encrypted with a key that is derived from the caller''s Idempotency-Key, for it can hold a secret that is shown once.';
COMMENT ON COLUMN idempotency.report IS 'The report that it was about, whose words it may repeat; null where it was about none.';
COMMENT ON COLUMN idempotency.made_at IS 'When it was answered; a day later the row may be deleted.';

CREATE INDEX idempotency_by_age ON idempotency (made_at);

-- Who is at work on a request whose answer is not kept. A row, not a lock of a session: it costs no connection while
-- the work goes on, and it ends by itself where an instance ends without a word.
CREATE TABLE request_lease (
  id bytea NOT NULL,
  holder uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT request_lease_pkey PRIMARY KEY (id),
  CONSTRAINT request_lease_holder_key UNIQUE (holder),
  CONSTRAINT request_lease_id_is_sha_256 CHECK (octet_length(id) = 32)
);
COMMENT ON TABLE request_lease IS 'Requests with an Idempotency-Key that are carried out in many transactions and are at work now.';
COMMENT ON COLUMN request_lease.id IS 'As in idempotency: SHA-256 of the caller and the key.';
COMMENT ON COLUMN request_lease.holder IS 'The one execution that is at work; made anew for each.';
COMMENT ON COLUMN request_lease.expires_at IS 'By the clock of the database; put off while the work goes on. From then on another execution may take it over.';
