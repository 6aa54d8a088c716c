-- Trying a rule file over the reports that are there, before it is switched on. Everything here can be thrown away.

CREATE TABLE rehearsal (
  id bigint GENERATED ALWAYS AS IDENTITY,
  region text NOT NULL,
  from_year smallint,
  to_year smallint,
  owner text NOT NULL,
  author text NOT NULL,
  edition text NOT NULL,
  version integer NOT NULL,
  file text NOT NULL,
  against text NOT NULL,
  state text NOT NULL DEFAULT 'waiting',
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  last_report bigint NOT NULL,
  position bigint NOT NULL DEFAULT 0,
  total integer NOT NULL,
  seen integer NOT NULL DEFAULT 0,
  unjudged integer NOT NULL DEFAULT 0,
  unsubmittable integer NOT NULL DEFAULT 0,
  CONSTRAINT rehearsal_pkey PRIMARY KEY (id),
  CONSTRAINT rehearsal_region_fkey FOREIGN KEY (region) REFERENCES region,
  CONSTRAINT rehearsal_owner_fkey FOREIGN KEY (owner) REFERENCES region,
  CONSTRAINT rehearsal_state_is_known CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
  CONSTRAINT rehearsal_that_is_over_has_an_end CHECK ((state IN ('waiting', 'running')) = (ended_at IS NULL))
);
COMMENT ON TABLE rehearsal IS 'A rule file that is run over stored reports. Whoever works on it holds its row for a batch: what it has found, how far it has come and what it has counted are one transaction.';
COMMENT ON COLUMN rehearsal.id IS 'Identifies it in the API.';
COMMENT ON COLUMN rehearsal.region IS 'Whose reports are looked at: those of this region and all below.';
COMMENT ON COLUMN rehearsal.from_year IS 'First report year; null: since ever.';
COMMENT ON COLUMN rehearsal.to_year IS 'Last report year; null: up to now.';
COMMENT ON COLUMN rehearsal.owner IS 'The region of the office that asked for it; the nation for an administrator.';
COMMENT ON COLUMN rehearsal.author IS 'Who asked for it: prefix and label of the key.';
COMMENT ON COLUMN rehearsal.edition IS 'Edition of the form whose rules the file is to replace.';
COMMENT ON COLUMN rehearsal.version IS 'What the file says of itself.';
COMMENT ON COLUMN rehearsal.file IS 'The file, to the letter.';
COMMENT ON COLUMN rehearsal.against IS 'SHA-256 of the rules in force when it was asked for. Where others are in force later, it cannot go on: what it has counted would be of two kinds.';
COMMENT ON COLUMN rehearsal.state IS 'waiting, running, done, cancelled or failed.';
COMMENT ON COLUMN rehearsal.created_at IS 'When it was asked for.';
COMMENT ON COLUMN rehearsal.started_at IS 'When the first batch began; null: not yet.';
COMMENT ON COLUMN rehearsal.ended_at IS 'When it was done, cancelled or failed.';
COMMENT ON COLUMN rehearsal.last_report IS 'The newest report when it was asked for; later ones stay out, so that it ends.';
COMMENT ON COLUMN rehearsal.position IS 'The last report that was looked at; they are taken in the order of their ids.';
COMMENT ON COLUMN rehearsal.total IS 'How many reports there are to look at, as of the beginning; at the end, how many there were.';
COMMENT ON COLUMN rehearsal.seen IS 'How many reports were looked at so far.';
COMMENT ON COLUMN rehearsal.unjudged IS 'Reports that could not be judged; the log says why.';
COMMENT ON COLUMN rehearsal.unsubmittable IS 'Reports with an error that the rules in force do not find.';

CREATE INDEX rehearsal_unfinished ON rehearsal (id) WHERE state IN ('waiting', 'running');

ALTER TABLE rehearsal ALTER COLUMN file SET STATISTICS 0;

CREATE TABLE rehearsal_rule (
  rehearsal bigint NOT NULL,
  rule text NOT NULL,
  version integer NOT NULL,
  severity text NOT NULL,
  appearing integer NOT NULL DEFAULT 0,
  appearing_reports integer NOT NULL DEFAULT 0,
  disappearing integer NOT NULL DEFAULT 0,
  disappearing_reports integer NOT NULL DEFAULT 0,
  unsubmittable integer NOT NULL DEFAULT 0,
  CONSTRAINT rehearsal_rule_pkey PRIMARY KEY (rehearsal, rule),
  CONSTRAINT rehearsal_rule_rehearsal_fkey FOREIGN KEY (rehearsal) REFERENCES rehearsal ON DELETE CASCADE
);
COMMENT ON TABLE rehearsal_rule IS 'What a rehearsal has counted of a rule: of every rule that the file changes, and of every other one with which something changes.';
COMMENT ON COLUMN rehearsal_rule.rehearsal IS 'The rehearsal.';
COMMENT ON COLUMN rehearsal_rule.rule IS 'Id of the rule.';
COMMENT ON COLUMN rehearsal_rule.version IS 'In the file; where the file has the rule no more, in force.';
COMMENT ON COLUMN rehearsal_rule.severity IS 'error, warning or info; of the version.';
COMMENT ON COLUMN rehearsal_rule.appearing IS 'Findings that only the file''s rules make. Counts are of all, though not all are kept.';
COMMENT ON COLUMN rehearsal_rule.appearing_reports IS 'Reports with such findings.';
COMMENT ON COLUMN rehearsal_rule.disappearing IS 'Findings that only the rules in force make.';
COMMENT ON COLUMN rehearsal_rule.disappearing_reports IS 'Reports with such findings.';
COMMENT ON COLUMN rehearsal_rule.unsubmittable IS 'Reports in which it finds an error that is not found now.';

CREATE TABLE rehearsal_finding (
  id bigint GENERATED ALWAYS AS IDENTITY,
  rehearsal bigint NOT NULL,
  change text NOT NULL,
  rule text NOT NULL,
  report bigint NOT NULL,
  revision integer NOT NULL,
  finding jsonb NOT NULL,
  CONSTRAINT rehearsal_finding_pkey PRIMARY KEY (id),
  CONSTRAINT rehearsal_finding_rehearsal_fkey FOREIGN KEY (rehearsal) REFERENCES rehearsal ON DELETE CASCADE,
  CONSTRAINT rehearsal_finding_change_is_known CHECK (change IN ('appearing', 'disappearing'))
);
COMMENT ON TABLE rehearsal_finding IS 'The first findings of each rule and change, without words.';
COMMENT ON COLUMN rehearsal_finding.id IS 'Rises with the report''s id, for reports are looked at in that order.';
COMMENT ON COLUMN rehearsal_finding.rehearsal IS 'The rehearsal.';
COMMENT ON COLUMN rehearsal_finding.change IS 'appearing: only the files rules make it; disappearing: only the rules in force do.';
COMMENT ON COLUMN rehearsal_finding.rule IS 'Id of the rule.';
COMMENT ON COLUMN rehearsal_finding.report IS 'The report that it was found in.';
COMMENT ON COLUMN rehearsal_finding.revision IS 'The revision that was looked at.';
COMMENT ON COLUMN rehearsal_finding.finding IS 'As in report.findings.';

CREATE INDEX rehearsal_finding_of_rehearsal ON rehearsal_finding (rehearsal, id);

ALTER TABLE rehearsal_finding ALTER COLUMN finding SET STATISTICS 0;
