-- Regions and organs, with validity in time. Validity is half-open, [valid_from, valid_to); -infinity and infinity are
-- open ends, so that a date is inside where valid_from <= date AND date < valid_to, without a null.

CREATE TABLE region (
  code text NOT NULL,
  name text NOT NULL,
  level text NOT NULL,
  parent text,
  valid_from date NOT NULL DEFAULT '-infinity',
  valid_to date NOT NULL DEFAULT 'infinity',
  revision bigint NOT NULL DEFAULT 1,
  CONSTRAINT region_pkey PRIMARY KEY (code),
  CONSTRAINT region_parent_fkey FOREIGN KEY (parent) REFERENCES region,
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
  region text NOT NULL,
  within text NOT NULL,
  depth integer NOT NULL,
  CONSTRAINT region_within_pkey PRIMARY KEY (region, within),
  CONSTRAINT region_within_region_fkey FOREIGN KEY (region) REFERENCES region,
  CONSTRAINT region_within_within_fkey FOREIGN KEY (within) REFERENCES region,
  CONSTRAINT region_within_depth_is_a_distance CHECK (depth >= 0)
);
COMMENT ON TABLE region_within IS 'The closure of region.parent: each region with each region above it and with itself. Kept right by the statements that put a region.';
COMMENT ON COLUMN region_within.region IS 'The lower region.';
COMMENT ON COLUMN region_within.within IS 'The region itself, or one above it.';
COMMENT ON COLUMN region_within.depth IS 'Steps from region up to within; 0 for the region itself.';

CREATE INDEX region_within_by_ancestor ON region_within (within, region);

CREATE TABLE organ (
  code text NOT NULL,
  revision bigint NOT NULL DEFAULT 1,
  CONSTRAINT organ_pkey PRIMARY KEY (code),
  CONSTRAINT organ_code_is_well_formed CHECK (code ~ '^[0-9A-Z][0-9A-Z-]{0,31}$')
);
COMMENT ON TABLE organ IS 'A body that reports. Everything that can change about it is in organ_version; its row is what a writer locks.';
COMMENT ON COLUMN organ.code IS 'Unified social credit code (GB 32100), or a code that an office assigned where there is none. Never changes.';
COMMENT ON COLUMN organ.revision IS 'Counts changes of the versions; the ETag.';

-- With the primary key, organ_version_organ_valid_to_key leaves no room for two open versions. That versions never
-- overlap is seen to by the one writer that holds the lock on the organ's row: an exclusion constraint wants an
-- extension that not every server has.
CREATE TABLE organ_version (
  organ text NOT NULL,
  valid_from date NOT NULL DEFAULT '-infinity',
  valid_to date NOT NULL DEFAULT 'infinity',
  name text NOT NULL,
  region text NOT NULL,
  kind text NOT NULL,
  successor text,
  CONSTRAINT organ_version_pkey PRIMARY KEY (organ, valid_from),
  CONSTRAINT organ_version_organ_valid_to_key UNIQUE (organ, valid_to),
  CONSTRAINT organ_version_organ_fkey FOREIGN KEY (organ) REFERENCES organ,
  CONSTRAINT organ_version_region_fkey FOREIGN KEY (region) REFERENCES region,
  CONSTRAINT organ_version_successor_fkey FOREIGN KEY (successor) REFERENCES organ,
  CONSTRAINT organ_version_is_valid_for_a_day CHECK (valid_from < valid_to),
  CONSTRAINT organ_version_kind_is_known
    CHECK (kind IN ('people-government', 'general-office', 'department', 'vertical-organ', 'dispatched-office',
      'zone-committee', 'township-government', 'authorised-organisation', 'public-institution', 'party-organ')),
  CONSTRAINT organ_version_successor_follows_an_end CHECK (successor IS NULL OR valid_to < 'infinity'),
  CONSTRAINT organ_version_successor_is_another CHECK (successor <> organ)
);
COMMENT ON TABLE organ_version IS 'What an organ was called, where it belonged and what it was, from valid_from until the day before valid_to. Versions of one organ never overlap; a gap is a time in which it did not exist.';
COMMENT ON COLUMN organ_version.organ IS 'The organ.';
COMMENT ON COLUMN organ_version.valid_from IS 'First day; -infinity: since ever, as far as is known.';
COMMENT ON COLUMN organ_version.valid_to IS 'First day on which it is no longer so; infinity: until further notice.';
COMMENT ON COLUMN organ_version.name IS 'Chinese name.';
COMMENT ON COLUMN organ_version.region IS 'The region that the organ belongs to, not the one it is for: a department of a city government belongs to the city.';
COMMENT ON COLUMN organ_version.kind IS 'Kind of organ; not the level of its region.';
COMMENT ON COLUMN organ_version.successor IS 'The organ that this one was merged into when it ended.';

CREATE INDEX organ_version_by_region ON organ_version (region, organ) INCLUDE (valid_from, valid_to);
CREATE INDEX organ_version_by_successor ON organ_version (successor) WHERE successor IS NOT NULL;
