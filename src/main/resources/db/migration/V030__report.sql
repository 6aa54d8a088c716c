create table cell (
  id   smallint generated always as identity primary key,
  path text not null unique
);
comment on table cell is
  'The leaf cells of all editions of the form, numbered for storage. Filled from the form files at start; a number is never used again for another path.';
comment on column cell.path is
  'As in the JSON of a report: applications.received.naturalPerson. Editions share a path where they mean the same.';

create table report (
  id            bigint generated always as identity primary key,
  organ         text        not null references organ,
  year          smallint    not null check (year between 2008 and 2100),
  scope         text        not null check (scope in ('organ', 'level', 'area')),
  state         text        not null check (state in ('draft', 'submitted')),
  region        text        not null references region,
  revision      integer     not null check (revision > 0),
  edit          integer     not null check (edit > 0),
  editions      jsonb       not null,
  findings      jsonb       not null,
  year_findings jsonb       not null,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  submitted_at  timestamptz,
  unique (organ, year, scope)
);
create index report_by_region on report (region, year, scope);
create index report_by_year on report (year, scope, state);
comment on table report is
  'What one organ files for one year in one scope: where it stands. What it says is in revision.';
comment on column report.region is
  'The region that the organ belonged to in the report year; follows when the registry is corrected.';
comment on column report.revision is 'The number of the newest revision.';
comment on column report.edit is
  'Counts every change of content or state; the part of the ETag that If-Match is compared with.';
comment on column report.editions is 'Per section the edition of the form that it follows.';
comment on column report.findings is 'What the rules say of the newest revision alone.';
comment on column report.year_findings is
  'What the rules across years say of the newest revision; renewed when last year''s report changes.';

create table revision (
  report   bigint      not null references report,
  number   integer     not null check (number > 0),
  document text        not null,
  digest   bytea       not null check (length(digest) = 32),
  editions jsonb       not null,
  findings jsonb       not null,
  author   text        not null,
  reason   text,
  made_at  timestamptz not null,
  primary key (report, number)
);
comment on table revision is 'One immutable state of a report''s content. Written once, never changed.';
comment on column revision.document is 'The JSON as it was sent, to the letter.';
comment on column revision.digest is 'SHA-256 of the canonical JSON (RFC 8785) of the document.';
comment on column revision.findings is 'What all rules said at the time.';
comment on column revision.author is 'Who filed it: the prefix and label of the API key.';

create table receipt (
  number      text        primary key,
  report      bigint      not null,
  revision    integer     not null,
  digest      bytea       not null,
  received_at timestamptz not null,
  foreign key (report, revision) references revision,
  unique (report, revision)
);
comment on table receipt is 'Proof of a submission.';

create table figure (
  report bigint   not null references report,
  cell   smallint not null references cell,
  number numeric,
  blank  boolean  not null,
  primary key (report, cell),
  check (not (blank and number is not null))
);
comment on table figure is
  'The leaf cells of every report that rollups may count, as of its newest revision. A stated 0 has no row; neither number nor blank: not applicable.';
comment on column figure.blank is 'Nothing was stated. Never the same as 0.';

create table publication (
  report      bigint   not null references report,
  position    smallint not null,
  channel     text,
  unit        text     not null check (unit in ('item', 'event', 'issue', 'place')),
  count       numeric,
  approximate boolean  not null,
  primary key (report, position)
);
comment on table publication is
  'Items published per channel, of every report that rollups may count, as of its newest revision.';
comment on column publication.channel is 'Null: the stated total over all channels.';
comment on column publication.count is 'Null: blank.';
