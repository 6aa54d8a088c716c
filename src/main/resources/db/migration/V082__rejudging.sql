-- Reports whose organ is registered otherwise than when they were judged: another kind, another region, organs that were
-- merged into it. A queue without a key, so that whoever writes to it waits for nobody.
CREATE TABLE rejudging (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report bigint NOT NULL
);
COMMENT ON TABLE rejudging IS 'Reports that wait to be held against the registry again; a report may stand in it more than once.';
