-- What tools for charts and tables (Grafana, Metabase, Superset) need beside the rows: labels, which otherwise stand in the
-- form files only, and a schema of their own. The views of that schema are in R__bi.sql.

CREATE TABLE cell_label (
  cell smallint NOT NULL,
  position integer NOT NULL,
  section text NOT NULL,
  row_id text NOT NULL,
  column_id text NOT NULL,
  unit text,
  section_zh text NOT NULL,
  section_en text NOT NULL,
  row_zh text NOT NULL,
  row_en text NOT NULL,
  column_zh text NOT NULL,
  column_en text NOT NULL,
  CONSTRAINT cell_label_pkey PRIMARY KEY (cell),
  CONSTRAINT cell_label_cell_fkey FOREIGN KEY (cell) REFERENCES cell
);
COMMENT ON TABLE cell_label IS 'What the form calls each leaf cell, as its newest edition prints it. Filled from the form files at start, for those who ask in SQL.';
COMMENT ON COLUMN cell_label.cell IS 'The cell.';
COMMENT ON COLUMN cell_label.position IS 'Order of the form, newest edition first.';
COMMENT ON COLUMN cell_label.section IS 'Section of the form.';
COMMENT ON COLUMN cell_label.row_id IS 'As in the path of the cell: outcomes.granted.';
COMMENT ON COLUMN cell_label.column_id IS 'As in the path of the cell: naturalPerson.';
COMMENT ON COLUMN cell_label.unit IS 'What the number counts or measures; null where the form prints no unit and the report states none.';
COMMENT ON COLUMN cell_label.section_zh IS 'Section in Chinese.';
COMMENT ON COLUMN cell_label.section_en IS 'Section in English.';
COMMENT ON COLUMN cell_label.row_zh IS 'Row in Chinese, with its headings.';
COMMENT ON COLUMN cell_label.row_en IS 'Row in English, with its headings.';
COMMENT ON COLUMN cell_label.column_zh IS 'Column in Chinese, with its headings.';
COMMENT ON COLUMN cell_label.column_en IS 'Column in English, with its headings.';

CREATE TABLE edition_cell (
  edition text NOT NULL,
  path text NOT NULL,
  position integer NOT NULL,
  section text NOT NULL,
  row_id text NOT NULL,
  column_id text NOT NULL,
  unit text,
  parent text,
  leaf boolean NOT NULL,
  section_zh text NOT NULL,
  section_en text NOT NULL,
  row_zh text NOT NULL,
  row_en text NOT NULL,
  row_short_zh text NOT NULL,
  row_short_en text NOT NULL,
  column_zh text NOT NULL,
  column_en text NOT NULL,
  column_short_zh text NOT NULL,
  column_short_en text NOT NULL,
  CONSTRAINT edition_cell_pkey PRIMARY KEY (edition, path),
  CONSTRAINT edition_cell_edition_fkey FOREIGN KEY (edition) REFERENCES form_edition
);
COMMENT ON TABLE edition_cell IS 'Every cell of each edition as the edition itself prints it: leaves, which alone have a row in cell, and totals and headings, which sums compute. Filled from the form files at start.';
COMMENT ON COLUMN edition_cell.edition IS 'Edition of the form.';
COMMENT ON COLUMN edition_cell.path IS 'As in cell.';
COMMENT ON COLUMN edition_cell.position IS 'Order of the edition.';
COMMENT ON COLUMN edition_cell.section IS 'Section of the form.';
COMMENT ON COLUMN edition_cell.row_id IS 'As in the path.';
COMMENT ON COLUMN edition_cell.column_id IS 'As in the path.';
COMMENT ON COLUMN edition_cell.unit IS 'As in cell_label.';
COMMENT ON COLUMN edition_cell.parent IS 'The row that the row is added to; null where it is added to none.';
COMMENT ON COLUMN edition_cell.leaf IS 'Whether reports state it and sums add it; else it is a total.';
COMMENT ON COLUMN edition_cell.section_zh IS 'Section in Chinese.';
COMMENT ON COLUMN edition_cell.section_en IS 'Section in English.';
COMMENT ON COLUMN edition_cell.row_zh IS 'Row in Chinese, with its headings.';
COMMENT ON COLUMN edition_cell.row_en IS 'Row in English, with its headings.';
COMMENT ON COLUMN edition_cell.row_short_zh IS 'Row in Chinese, for charts.';
COMMENT ON COLUMN edition_cell.row_short_en IS 'Row in English, for charts.';
COMMENT ON COLUMN edition_cell.column_zh IS 'Column in Chinese, with its headings.';
COMMENT ON COLUMN edition_cell.column_en IS 'Column in English, with its headings.';
COMMENT ON COLUMN edition_cell.column_short_zh IS 'Column in Chinese, for charts.';
COMMENT ON COLUMN edition_cell.column_short_en IS 'Column in English, for charts.';

CREATE TABLE code_label (
  list text NOT NULL,
  code text NOT NULL,
  position integer NOT NULL,
  zh text NOT NULL,
  en text NOT NULL,
  CONSTRAINT code_label_pkey PRIMARY KEY (list, code),
  CONSTRAINT code_label_list_is_known CHECK (list IN ('channel', 'unit', 'organ-kind', 'rule'))
);
COMMENT ON TABLE code_label IS 'What codes are called. Filled from the form files and the program at start, for those who ask in SQL.';
COMMENT ON COLUMN code_label.list IS 'What the codes are of: channel, unit, organ-kind or rule.';
COMMENT ON COLUMN code_label.code IS 'As in the API.';
COMMENT ON COLUMN code_label.position IS 'Order in the list.';
COMMENT ON COLUMN code_label.zh IS 'In Chinese.';
COMMENT ON COLUMN code_label.en IS 'In English.';

CREATE SCHEMA IF NOT EXISTS bi;
COMMENT ON SCHEMA bi IS
  'Read-only views for Grafana, Metabase, Superset and the like: names and numbers that stay when tables change. 供 BI 工具使用的只读视图。';
