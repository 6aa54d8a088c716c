-- Regions and organs, with validity in time. Validity is half-open, [valid_from, valid_to); -infinity and infinity are
-- open ends, so that a date is inside where valid_from <= date AND date < valid_to, without a null.

CREATE TABLE region (
  code text PRIMARY KEY,
  name text NOT NULL,
  level text NOT NULL,
  parent text REFERENCES region,
  valid_from date NOT NULL DEFAULT '-infinity',
  valid_to date NOT NULL DEFAULT 'infinity',
  revision bigint NOT NULL DEFAULT 1,
  CONSTRAINT region_code_is_gbt_2260 CHECK (code ~ '^[0-9]{6}([0-9]{3})?$'),
  CONSTRAINT region_level_is_known CHECK (level IN ('nation', 'province', 'city', 'district', 'township')),
  CONSTRAINT region_nation_is_the_root CHECK ((level = 'nation') = (parent IS NULL)),
  CONSTRAINT region_is_valid_for_a_day CHECK (valid_from < valid_to)
);
COMMENT ON TABLE region IS 'A node of the administrative tree. It never changes its place once organs stand in or below it: what moves in the real world gets a new code there.';
COMMENT ON COLUMN region.code IS 'GB/T 2260 division code: 6 digits, or 9 for a township; 000000 is the nation.';
COMMENT ON COLUMN region.name IS 'Chinese name.';
COMMENT ON COLUMN region.level IS 'nation, province, city, district or township. A level may be left out below a province or a city.';
COMMENT ON COLUMN region.parent IS 'The region directly above; null for the nation only.';
COMMENT ON COLUMN region.valid_from IS 'First day; -infinity where it is not known.';
COMMENT ON COLUMN region.valid_to IS 'First day on which the code is retired; infinity while it is in force.';
COMMENT ON COLUMN region.revision IS 'Counts changes; the ETag.';

CREATE INDEX region_by_parent ON region (parent, code);

CREATE TABLE region_within (
  region text NOT NULL REFERENCES region,
  within text NOT NULL REFERENCES region,
  depth integer NOT NULL,
  PRIMARY KEY (region, within),
  CONSTRAINT region_within_depth_is_a_distance CHECK (depth >= 0)
);
COMMENT ON TABLE region_within IS 'The closure of region.parent: each region with each region above it and with itself. Kept right by the statements that put a region.';
COMMENT ON COLUMN region_within.depth IS 'Steps from region up to within; 0 for the region itself.';

CREATE INDEX region_within_by_ancestor ON region_within (within, region);

CREATE TABLE organ (
  code text PRIMARY KEY,
  revision bigint NOT NULL DEFAULT 1,
  CONSTRAINT organ_code_is_well_formed CHECK (code ~ '^[0-9A-Z][0-9A-Z-]{0,31}$')
);
COMMENT ON TABLE organ IS 'A body that reports. Everything that can change about it is in organ_version; its row is what a writer locks.';
COMMENT ON COLUMN organ.code IS 'Unified social credit code (GB 32100), or a code that an office assigned where there is none. Never changes.';
COMMENT ON COLUMN organ.revision IS 'Counts changes of the versions; the ETag.';

CREATE TABLE organ_version (
  organ text NOT NULL REFERENCES organ,
  valid_from date NOT NULL DEFAULT '-infinity',
  valid_to date NOT NULL DEFAULT 'infinity',
  name text NOT NULL,
  region text NOT NULL REFERENCES region,
  kind text NOT NULL,
  successor text REFERENCES organ,
  PRIMARY KEY (organ, valid_from),
  CONSTRAINT organ_version_is_valid_for_a_day CHECK (valid_from < valid_to),
  CONSTRAINT organ_version_kind_is_known CHECK (kind IN ('people-government', 'general-office', 'department',
    'vertical-organ', 'dispatched-office', 'zone-committee', 'township-government', 'authorised-organisation',
    'public-institution', 'party-organ')),
  CONSTRAINT organ_version_successor_follows_an_end CHECK (successor IS NULL OR valid_to < 'infinity'),
  CONSTRAINT organ_version_successor_is_another CHECK (successor <> organ),
  -- With the primary key this leaves no room for two open versions. That versions never overlap is seen to by the
  -- one writer that holds the lock on the organ's row: an exclusion constraint wants an extension that not every
  -- server has.
  UNIQUE (organ, valid_to)
);
COMMENT ON TABLE organ_version IS 'What an organ was called, where it belonged and what it was, from valid_from until the day before valid_to. Versions of one organ never overlap; a gap is a time in which it did not exist.';
COMMENT ON COLUMN organ_version.valid_from IS 'First day; -infinity: since ever, as far as is known.';
COMMENT ON COLUMN organ_version.valid_to IS 'First day on which it is no longer so; infinity: until further notice.';
COMMENT ON COLUMN organ_version.region IS 'The region that the organ belongs to, not the one it is for: a department of a city government belongs to the city.';
COMMENT ON COLUMN organ_version.kind IS 'Kind of organ; not the level of its region.';
COMMENT ON COLUMN organ_version.successor IS 'The organ that this one was merged into when it ended.';

CREATE INDEX organ_version_by_region ON organ_version (region, organ) INCLUDE (valid_from, valid_to);
CREATE INDEX organ_version_by_successor ON organ_version (successor) WHERE successor IS NOT NULL;

-- Both functions are single statements that the planner inlines; they hold no logic of their own.

CREATE FUNCTION organ_in_year(for_year integer)
  RETURNS TABLE (organ text, name text, region text, kind text, successor text, valid_from date, valid_to date,
    expected boolean)
  LANGUAGE sql STABLE
AS $$
  SELECT v.organ, v.name, v.region, v.kind, v.successor, v.valid_from, v.valid_to,
    v.valid_to > make_date($1, 12, 31)
  FROM organ_version v
  WHERE v.valid_from <= make_date($1, 12, 31)
    AND v.valid_to > make_date($1, 1, 1)
    AND NOT EXISTS (
      SELECT 1 FROM organ_version later
      WHERE later.organ = v.organ
        AND later.valid_from > v.valid_from
        AND later.valid_from <= make_date($1, 12, 31))
$$;
COMMENT ON FUNCTION organ_in_year(integer) IS 'Each organ of a year once, as it was on 31 December, or, where it was closed during the year, as it last was. expected says whether a report is expected: it existed on 31 December.';

CREATE FUNCTION organ_expected(for_year integer, under text)
  RETURNS TABLE (organ text, name text, region text, kind text)
  LANGUAGE sql STABLE
AS $$
  SELECT v.organ, v.name, v.region, v.kind
  FROM region_within w
  JOIN organ_version v ON v.region = w.region
  WHERE w.within = $2
    AND v.valid_from <= make_date($1, 12, 31)
    AND v.valid_to > make_date($1, 12, 31)
$$;
COMMENT ON FUNCTION organ_expected(integer, text) IS 'The organs of a region and of all below it of which a report for the year is expected: those that existed on 31 December.';
