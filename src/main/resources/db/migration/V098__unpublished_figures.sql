-- A reader sees figures once they are published, unless its key says otherwise: a sum may be one organ's.
COMMENT ON COLUMN api_key.unpublished IS 'Of a reader: whether it sees figures of reports that are not published, too, be it of an organ or added up. Offices and administrators do anyway.';
