-- The views of schema bi. They read with the rights of their owner, so that a role which may read them needs no right on any
-- table; for the same reason they call no function that reads tables, since those run with the rights of whoever asks.
-- A column is never renamed or taken away, only added at the end: what people have built on it must go on working.

CREATE OR REPLACE VIEW bi.region AS
SELECT r.code AS region, r.name, r.level, r.parent,
  province.code AS province, province.name AS province_name, city.code AS city, city.name AS city_name,
  district.code AS district, district.name AS district_name,
  nullif(r.valid_from, '-infinity') AS valid_from, nullif(r.valid_to, 'infinity') AS valid_to
FROM region r
LEFT JOIN (region_within pw JOIN region province ON province.code = pw.within AND province.level = 'province')
  ON pw.region = r.code
LEFT JOIN (region_within cw JOIN region city ON city.code = cw.within AND city.level = 'city') ON cw.region = r.code
LEFT JOIN (region_within dw JOIN region district ON district.code = dw.within AND district.level = 'district')
  ON dw.region = r.code;
COMMENT ON VIEW bi.region IS 'Regions, each with those above it side by side. 行政区划，附所属省、市、县。';
COMMENT ON COLUMN bi.region.region IS 'Code by GB/T 2260. 行政区划代码。';
COMMENT ON COLUMN bi.region.name IS 'Name. 名称。';
COMMENT ON COLUMN bi.region.level IS 'nation, province, city, district or township. 级别。';
COMMENT ON COLUMN bi.region.parent IS 'Code of the region directly above. 上级行政区划代码。';
COMMENT ON COLUMN bi.region.province IS 'Code of its province, or of itself. 所属省代码。';
COMMENT ON COLUMN bi.region.province_name IS 'Name of its province. 所属省名称。';
COMMENT ON COLUMN bi.region.city IS 'Code of its city, or of itself; null where there is none. 所属市代码。';
COMMENT ON COLUMN bi.region.city_name IS 'Name of its city. 所属市名称。';
COMMENT ON COLUMN bi.region.district IS 'Code of its district or county, or of itself; null where there is none. 所属县（区）代码。';
COMMENT ON COLUMN bi.region.district_name IS 'Name of its district or county. 所属县（区）名称。';
COMMENT ON COLUMN bi.region.valid_from IS 'First day; null: since ever. 启用日期。';
COMMENT ON COLUMN bi.region.valid_to IS 'First day on which the code is retired; null: in force. 停用日期。';

CREATE OR REPLACE VIEW bi.region_within AS
SELECT w.region, w.within, w.depth FROM region_within w;
COMMENT ON VIEW bi.region_within IS 'Each region with itself and each region above it: join by region and ask for within to have a region with all below it. 行政区划包含关系：按 within 筛选即包括其全部下级。';
COMMENT ON COLUMN bi.region_within.region IS 'The lower region. 下级行政区划代码。';
COMMENT ON COLUMN bi.region_within.within IS 'The region itself or one above it. 本级或上级行政区划代码。';
COMMENT ON COLUMN bi.region_within.depth IS 'Steps from region up to within. 相差级数。';

CREATE OR REPLACE VIEW bi.year AS
SELECT y.year, make_date(y.year, 12, 31) AS period_end
FROM generate_series(
  (SELECT coalesce(min(r.year), 2019)::integer FROM report r),
  greatest(
    extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::integer - 1, (SELECT max(r.year)::integer FROM report r))
) AS y (year);
COMMENT ON VIEW bi.year IS 'Report years, from the first of which there is a report to last year. 报告年度。';
COMMENT ON COLUMN bi.year.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.year.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';

CREATE OR REPLACE VIEW bi.organ AS
SELECT v.organ, v.name, v.region, v.kind, l.zh AS kind_zh, l.en AS kind_en,
  nullif(v.valid_from, '-infinity') AS valid_from, nullif(v.valid_to, 'infinity') AS valid_to
FROM organ_version v
LEFT JOIN code_label l ON l.list = 'organ-kind' AND l.code = v.kind
WHERE v.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date AND v.valid_to > (now() AT TIME ZONE 'Asia/Shanghai')::date;
COMMENT ON VIEW bi.organ IS 'Organs as they are today. 现有行政机关。';
COMMENT ON COLUMN bi.organ.organ IS 'Unified social credit code, or a code of the office. 机关代码。';
COMMENT ON COLUMN bi.organ.name IS 'Name. 名称。';
COMMENT ON COLUMN bi.organ.region IS 'Region that it belongs to. 所属行政区划代码。';
COMMENT ON COLUMN bi.organ.kind IS 'Kind. 类型代码。';
COMMENT ON COLUMN bi.organ.kind_zh IS 'Kind in Chinese. 类型。';
COMMENT ON COLUMN bi.organ.kind_en IS 'Kind in English. 类型（英文）。';
COMMENT ON COLUMN bi.organ.valid_from IS 'Since when it has been so; null: since ever. 生效日期。';
COMMENT ON COLUMN bi.organ.valid_to IS 'First day on which it will no longer be so; null: until further notice. 失效日期。';

CREATE OR REPLACE VIEW bi.organ_year AS
SELECT y.year, v.organ, v.name, v.region, v.kind, x.organ IS NULL AS expected, x.organ IS NOT NULL AS exempt,
  greatest(d.due, t.due) AS due, y.period_end
FROM bi.year y
JOIN organ_version v ON v.valid_from <= make_date(y.year, 12, 31) AND v.valid_to > make_date(y.year, 12, 31)
LEFT JOIN exemption x ON x.organ = v.organ AND x.year = y.year
LEFT JOIN extension t ON t.organ = v.organ AND t.year = y.year
CROSS JOIN LATERAL (
  SELECT least(make_date(y.year + 1, 1, 31), min(s.due)) AS due
  FROM region_within w
  JOIN due_date s ON s.region = w.within AND s.year = y.year AND s.scope_group = 'organ'
  WHERE w.region = v.region) AS d;
COMMENT ON VIEW bi.organ_year IS 'Organs as they were on 31 December of each report year, with the last day for their own report. 各报告年度 12 月 31 日的行政机关。';
COMMENT ON COLUMN bi.organ_year.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.organ_year.organ IS 'Code of the organ. 机关代码。';
COMMENT ON COLUMN bi.organ_year.name IS 'Its name then. 当时名称。';
COMMENT ON COLUMN bi.organ_year.region IS 'Its region then. 当时所属行政区划代码。';
COMMENT ON COLUMN bi.organ_year.kind IS 'Its kind then. 当时类型代码。';
COMMENT ON COLUMN bi.organ_year.expected IS 'Whether its report is expected. 是否应报。';
COMMENT ON COLUMN bi.organ_year.exempt IS 'Whether it was let off. 是否免报。';
COMMENT ON COLUMN bi.organ_year.due IS 'Last day, in Asia/Shanghai, an extension counted. 截止日期（含延期）。';
COMMENT ON COLUMN bi.organ_year.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';

CREATE OR REPLACE VIEW bi.report AS
SELECT r.id AS report, r.year, r.scope, r.organ, o.name AS organ_name, r.region, r.kind, r.state,
  is_filed(r.state) AS filed, r.published_revision IS NOT NULL AS published,
  r.hidden_revision IS NOT NULL AS hidden, r.revision, r.published_revision, r.created_at, r.changed_at, r.submitted_at, r.first_submitted_at, r.handed_in_on,
  d.due,
  CASE
    WHEN NOT is_filed(r.state) OR r.first_submitted_at IS NULL THEN NULL
    ELSE days_late(r.state, coalesce(r.handed_in_on, (r.first_submitted_at AT TIME ZONE 'Asia/Shanghai')::date), d.due, r.return_due,
      (r.return_answered_at AT TIME ZONE 'Asia/Shanghai')::date, NULL) <= 0
  END AS on_time,
  jsonb_array_length(jsonb_path_query_array(r.findings || r.year_findings, '$[*] ? (@.severity == "error")')) AS errors,
  jsonb_array_length(jsonb_path_query_array(r.findings || r.year_findings, '$[*] ? (@.severity == "warning")')) AS warnings,
  r.unexplained, r.waived, make_date(r.year, 12, 31) AS period_end
FROM report r
LEFT JOIN extension t ON t.organ = r.organ AND t.year = r.year AND r.scope = 'organ'
CROSS JOIN LATERAL (
  SELECT greatest(
    least(
      CASE r.scope WHEN 'organ' THEN make_date(r.year + 1, 1, 31) ELSE make_date(r.year + 1, 3, 31) END, min(s.due)),
    t.due) AS due
  FROM region_within w
  JOIN due_date s ON s.region = w.within AND s.year = r.year
    AND s.scope_group = CASE r.scope WHEN 'organ' THEN 'organ' ELSE 'government' END
  WHERE w.region = r.region) AS d
CROSS JOIN LATERAL (
  SELECT n.name FROM organ_version n
  WHERE n.organ = r.organ
  ORDER BY n.valid_from <= make_date(r.year, 12, 31) DESC, n.valid_from DESC
  LIMIT 1) AS o;
COMMENT ON VIEW bi.report IS 'Reports, one line each, drafts included; where each stands now. 年度报告，每份一行（含草稿）。';
COMMENT ON COLUMN bi.report.report IS 'Id; /api/v1/reports/{id}. 报告编号。';
COMMENT ON COLUMN bi.report.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.report.scope IS 'organ: the organ itself; level, area: a government''s. 范围：本机关、本级、全区域。';
COMMENT ON COLUMN bi.report.organ IS 'Code of the organ. 机关代码。';
COMMENT ON COLUMN bi.report.organ_name IS 'Its name in the year. 机关名称。';
COMMENT ON COLUMN bi.report.region IS 'Region of the organ in the year. 所属行政区划代码。';
COMMENT ON COLUMN bi.report.kind IS 'Kind of the organ in the year. 机关类型代码。';
COMMENT ON COLUMN bi.report.state IS 'draft, submitted, withdrawn, returned, accepted, published or reopened. 状态。';
COMMENT ON COLUMN bi.report.filed IS 'Whether it is handed in and not taken or sent back. 是否已报送。';
COMMENT ON COLUMN bi.report.published IS 'Whether the public sees a revision of it. 是否已公布。';
COMMENT ON COLUMN bi.report.hidden IS 'Whether an office has hidden from the public what was published. 是否已暂停公布。';
COMMENT ON COLUMN bi.report.revision IS 'Number of the newest revision. 最新修订号。';
COMMENT ON COLUMN bi.report.published_revision IS 'The revision that the public sees. 已公布的修订号。';
COMMENT ON COLUMN bi.report.created_at IS 'When it was begun. 创建时间。';
COMMENT ON COLUMN bi.report.changed_at IS 'When content or state changed last. 最近更新时间。';
COMMENT ON COLUMN bi.report.submitted_at IS 'When it was handed in last. 最近提交时间。';
COMMENT ON COLUMN bi.report.first_submitted_at IS 'When it was handed in to the service; counts for being in time unless handed_in_on is stated. 首次提交时间（未另行载明时计是否按时）。';
COMMENT ON COLUMN bi.report.handed_in_on IS 'The day on which it was handed in before there was this service, as an office states it; null: nothing is stated. 主管部门载明的当年提交日期。';
COMMENT ON COLUMN bi.report.due IS 'Last day, in Asia/Shanghai. 截止日期。';
COMMENT ON COLUMN bi.report.on_time IS 'Whether it was handed in by then, and again in time after a return that gave a last day; null where it is not filed. 是否按时报送。';
COMMENT ON COLUMN bi.report.errors IS 'Broken hard rules in the newest revision. 未通过的硬性校验数。';
COMMENT ON COLUMN bi.report.warnings IS 'Warnings in the newest revision. 警告数。';
COMMENT ON COLUMN bi.report.unexplained IS 'Warnings that nobody has explained. 未说明的警告数。';
COMMENT ON COLUMN bi.report.waived IS 'Broken hard rules that the office lets pass. 已豁免的硬性校验数。';
COMMENT ON COLUMN bi.report.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';

CREATE OR REPLACE VIEW bi.figure AS
SELECT r.id AS report, f.revision, r.year, r.region, r.organ, r.kind, r.state, coalesce(r.published_revision = f.revision, false) AS published,
  l.section, l.row_id, l.column_id, l.unit, l.position, l.section_zh, l.section_en, l.row_zh, l.row_en, l.column_zh,
  l.column_en, f.number, f.blank, r.editions ->> l.section AS edition, make_date(r.year, 12, 31) AS period_end
FROM report r
JOIN figure f ON f.report = r.id AND f.revision = r.revision
JOIN cell_label l ON l.cell = f.cell
WHERE r.scope = 'organ' AND is_filed(r.state);
COMMENT ON VIEW bi.figure IS 'What the newest revisions of filed reports of organs state in leaf cells: what a rollup of basis submitted adds. A stated 0 has no line; totals are sums of leaves. 已报送报告各单元格的数值；0 不占行，合计请自行求和。';
COMMENT ON COLUMN bi.figure.report IS 'Id of the report. 报告编号。';
COMMENT ON COLUMN bi.figure.revision IS 'The revision that is counted. 计入汇总的修订号。';
COMMENT ON COLUMN bi.figure.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.figure.region IS 'Region of the organ in the year. 所属行政区划代码。';
COMMENT ON COLUMN bi.figure.organ IS 'Code of the organ. 机关代码。';
COMMENT ON COLUMN bi.figure.kind IS 'Kind of the organ in the year. 机关类型代码。';
COMMENT ON COLUMN bi.figure.state IS 'State of the report. 报告状态。';
COMMENT ON COLUMN bi.figure.published IS 'Whether the public sees this very revision. 该修订是否已公布。';
COMMENT ON COLUMN bi.figure.section IS 'disclosure, applications or contests. 部分。';
COMMENT ON COLUMN bi.figure.row_id IS 'Row, as in the path of the cell. 行代码。';
COMMENT ON COLUMN bi.figure.column_id IS 'Column, as in the path of the cell. 列代码。';
COMMENT ON COLUMN bi.figure.unit IS 'Unit, where there is one; different units are never added. 单位。';
COMMENT ON COLUMN bi.figure.position IS 'Order of the form. 排序。';
COMMENT ON COLUMN bi.figure.section_zh IS 'Section in Chinese. 部分名称。';
COMMENT ON COLUMN bi.figure.section_en IS 'Section in English. 部分名称（英文）。';
COMMENT ON COLUMN bi.figure.row_zh IS 'Row in Chinese, with its headings. 行名称。';
COMMENT ON COLUMN bi.figure.row_en IS 'Row in English. 行名称（英文）。';
COMMENT ON COLUMN bi.figure.column_zh IS 'Column in Chinese. 列名称。';
COMMENT ON COLUMN bi.figure.column_en IS 'Column in English. 列名称（英文）。';
COMMENT ON COLUMN bi.figure.number IS 'What is stated, exactly; null where nothing is, or the cell does not apply. 数值。';
COMMENT ON COLUMN bi.figure.blank IS 'Whether it is left blank; never the same as 0. 是否留空。';
COMMENT ON COLUMN bi.figure.edition IS 'Edition of the form that the section of the report follows: bi.layout counts reports that have a cell. 该部分所用表式（版本）。';
COMMENT ON COLUMN bi.figure.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';

CREATE OR REPLACE VIEW bi.layout AS
SELECT r.id AS report, r.revision, r.year, r.region, r.organ, r.kind, r.state,
  coalesce(r.published_revision = r.revision, false) AS published, e.section, e.edition, i.edition AS in_force,
  o.edition IS NOT NULL AS other_layout, make_date(r.year, 12, 31) AS period_end
FROM report r
CROSS JOIN LATERAL jsonb_each_text(r.editions) AS e (section, edition)
CROSS JOIN LATERAL (
  SELECT f.edition FROM form_edition f
  ORDER BY f.first_year <= r.year DESC, abs(f.first_year - r.year)
  LIMIT 1) AS i
LEFT JOIN form_layout o ON o.section = e.section AND o.edition = e.edition AND o.in_force = i.edition
WHERE r.scope = 'organ' AND is_filed(r.state);
COMMENT ON VIEW bi.layout IS 'Which edition of the form each section of the newest revisions of filed reports of organs follows. With bi.layout_cell it counts the reports that have a cell. 已报送报告各部分所用表式（版本）。';
COMMENT ON COLUMN bi.layout.report IS 'Id of the report. 报告编号。';
COMMENT ON COLUMN bi.layout.revision IS 'The revision that is counted. 计入汇总的修订号。';
COMMENT ON COLUMN bi.layout.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.layout.region IS 'Region of the organ in the year. 所属行政区划代码。';
COMMENT ON COLUMN bi.layout.organ IS 'Code of the organ. 机关代码。';
COMMENT ON COLUMN bi.layout.kind IS 'Kind of the organ in the year. 机关类型代码。';
COMMENT ON COLUMN bi.layout.state IS 'State of the report. 报告状态。';
COMMENT ON COLUMN bi.layout.published IS 'Whether the public sees this very revision. 该修订是否已公布。';
COMMENT ON COLUMN bi.layout.section IS 'disclosure, applications or contests. 部分。';
COMMENT ON COLUMN bi.layout.edition IS 'Edition that the section follows. 所用表式（版本）。';
COMMENT ON COLUMN bi.layout.in_force IS 'Edition in force for the report year. 该年度现行表式（版本）。';
COMMENT ON COLUMN bi.layout.other_layout IS 'Whether the section is laid out otherwise than in the edition in force: a row or column with figures is in one of them only, as the rule LAYOUT says. 表式的行或列是否与现行表式不同（同规则 LAYOUT）。';
COMMENT ON COLUMN bi.layout.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';

CREATE OR REPLACE VIEW bi.layout_cell AS
SELECT f.edition, l.section, l.row_id, l.column_id, l.unit, l.position
FROM form_cell f
JOIN cell_label l ON l.cell = f.cell;
COMMENT ON VIEW bi.layout_cell IS 'The leaf cells that each edition of the form has. 各表式（版本）的单元格。';
COMMENT ON COLUMN bi.layout_cell.edition IS 'Edition of the form. 表式（版本）。';
COMMENT ON COLUMN bi.layout_cell.section IS 'disclosure, applications or contests. 部分。';
COMMENT ON COLUMN bi.layout_cell.row_id IS 'Row, as in the path of the cell. 行代码。';
COMMENT ON COLUMN bi.layout_cell.column_id IS 'Column, as in the path of the cell. 列代码。';
COMMENT ON COLUMN bi.layout_cell.unit IS 'Unit, where there is one; an amount whose unit reports state has a line for each. 单位。';
COMMENT ON COLUMN bi.layout_cell.position IS 'Order of the form. 排序。';

CREATE OR REPLACE VIEW bi.publication AS
SELECT r.id AS report, p.revision, r.year, r.region, r.organ, r.kind, r.state, coalesce(r.published_revision = p.revision, false) AS published,
  p.channel IS NULL AS is_total, p.channel, c.zh AS channel_zh, c.en AS channel_en, p.unit, u.zh AS unit_zh, u.en AS unit_en,
  p.count AS number, p.count IS NULL AS blank, p.approximate, make_date(r.year, 12, 31) AS period_end
FROM report r
JOIN publication p ON p.report = r.id AND p.revision = r.revision
LEFT JOIN code_label c ON c.list = 'channel' AND c.code = p.channel
LEFT JOIN code_label u ON u.list = 'unit' AND u.code = p.unit
WHERE r.scope = 'organ' AND is_filed(r.state);
COMMENT ON VIEW bi.publication IS 'Items published per channel, of the newest revisions of filed reports of organs. Leave lines with is_total out of sums over channels. 各渠道公开数量；按渠道求和时请排除 is_total 行。';
COMMENT ON COLUMN bi.publication.report IS 'Id of the report. 报告编号。';
COMMENT ON COLUMN bi.publication.revision IS 'The revision that is counted. 计入汇总的修订号。';
COMMENT ON COLUMN bi.publication.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.publication.region IS 'Region of the organ in the year. 所属行政区划代码。';
COMMENT ON COLUMN bi.publication.organ IS 'Code of the organ. 机关代码。';
COMMENT ON COLUMN bi.publication.kind IS 'Kind of the organ in the year. 机关类型代码。';
COMMENT ON COLUMN bi.publication.state IS 'State of the report. 报告状态。';
COMMENT ON COLUMN bi.publication.published IS 'Whether the public sees this very revision. 该修订是否已公布。';
COMMENT ON COLUMN bi.publication.is_total IS 'Whether it is the stated total over all channels. 是否为各渠道总数。';
COMMENT ON COLUMN bi.publication.channel IS 'Channel; null for the total. 渠道代码。';
COMMENT ON COLUMN bi.publication.channel_zh IS 'Channel in Chinese. 渠道。';
COMMENT ON COLUMN bi.publication.channel_en IS 'Channel in English. 渠道（英文）。';
COMMENT ON COLUMN bi.publication.unit IS 'Unit; different units are never added. 计量单位代码。';
COMMENT ON COLUMN bi.publication.unit_zh IS 'Unit in Chinese. 计量单位。';
COMMENT ON COLUMN bi.publication.unit_en IS 'Unit in English. 计量单位（英文）。';
COMMENT ON COLUMN bi.publication.number IS 'How many; null where it is blank. 数量。';
COMMENT ON COLUMN bi.publication.blank IS 'Whether it is left blank. 是否留空。';
COMMENT ON COLUMN bi.publication.approximate IS 'Whether the report says about how many. 是否约数。';
COMMENT ON COLUMN bi.publication.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';

CREATE OR REPLACE VIEW bi.finding AS
SELECT r.id AS report, r.revision, r.year, r.scope, r.region, r.organ, r.state, f.rule, l.zh AS rule_zh, l.en AS rule_en,
  f.severity, f.kind, f.section, f.place, f.left_side, f.right_side, f.left_side - f.right_side AS difference,
  EXISTS (
    SELECT 1 FROM remark m
    WHERE m.report = r.id AND m.kind = 'explanation' AND m.finding = f.rule || ':' || f.place AND m.reason IS NOT NULL
      AND (m.about = a.about OR m.blanks @> f.blanks) AND m.number = (
        SELECT max(n.number) FROM remark n WHERE n.report = r.id AND n.kind = m.kind AND n.finding = m.finding)
  ) AS explained,
  EXISTS (
    SELECT 1 FROM remark m
    WHERE m.report = r.id AND m.kind = 'waiver' AND m.finding = f.rule || ':' || f.place AND m.reason IS NOT NULL
      AND (m.about = a.about OR m.blanks @> f.blanks) AND m.number = (
        SELECT max(n.number) FROM remark n WHERE n.report = r.id AND n.kind = m.kind AND n.finding = m.finding)
  ) AS waived,
  make_date(r.year, 12, 31) AS period_end
FROM report r
CROSS JOIN LATERAL (
  SELECT e ->> 'rule' AS rule, e ->> 'severity' AS severity, lower(e ->> 'kind') AS kind, e ->> 'section' AS section,
    e ->> 'place' AS place, (e ->> 'left')::numeric AS left_side, (e ->> 'right')::numeric AS right_side, e -> 'cells' AS cells,
    CASE e ->> 'kind' WHEN 'BLANK' THEN ARRAY(SELECT c ->> 'path' FROM jsonb_array_elements(e -> 'cells') AS c) END AS blanks
  FROM jsonb_array_elements(r.findings || r.year_findings) AS e) AS f
-- The figures that a finding is about, as the program digests them: a remark holds while they stay, or, of blank cells, while no
-- others are blank.
CROSS JOIN LATERAL (
  SELECT encode(sha256(convert_to(coalesce(string_agg(
    coalesce(c ->> 'year', 'null') || ' ' || (c ->> 'path') || '='
      || CASE jsonb_typeof(c -> 'stated')
        WHEN 'number' THEN trim_scale((c ->> 'stated')::numeric)::text
        ELSE coalesce((c -> 'stated')::text, 'null')
      END || E'\n', '' ORDER BY position), ''), 'UTF8')), 'hex') AS about
  FROM jsonb_array_elements(f.cells) WITH ORDINALITY AS s (c, position)) AS a
LEFT JOIN code_label l ON l.list = 'rule' AND l.code = f.rule;
COMMENT ON VIEW bi.finding IS 'What the rules say of the newest revision of each report. 各报告最新修订的校验结果。';
COMMENT ON COLUMN bi.finding.report IS 'Id of the report. 报告编号。';
COMMENT ON COLUMN bi.finding.revision IS 'The revision. 修订号。';
COMMENT ON COLUMN bi.finding.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.finding.scope IS 'Scope of the report. 报告范围。';
COMMENT ON COLUMN bi.finding.region IS 'Region of the organ in the year. 所属行政区划代码。';
COMMENT ON COLUMN bi.finding.organ IS 'Code of the organ. 机关代码。';
COMMENT ON COLUMN bi.finding.state IS 'State of the report. 报告状态。';
COMMENT ON COLUMN bi.finding.rule IS 'Id of the rule. 规则编号。';
COMMENT ON COLUMN bi.finding.rule_zh IS 'What is wrong where the rule does not hold, in Chinese. 规则不成立时的问题。';
COMMENT ON COLUMN bi.finding.rule_en IS 'What is wrong where the rule does not hold, in English. 规则不成立时的问题（英文）。';
COMMENT ON COLUMN bi.finding.severity IS 'error, warning or info. 严重程度。';
COMMENT ON COLUMN bi.finding.kind IS 'What the matter is: broken, in_doubt, below, malformed, blank, years, jump, other_year. 性质。';
COMMENT ON COLUMN bi.finding.section IS 'Section of the form. 部分。';
COMMENT ON COLUMN bi.finding.place IS 'Row, column, cell or, of blank cells, section that the rule was applied to. 所涉行、列、单元格或部分。';
COMMENT ON COLUMN bi.finding.left_side IS 'Sum of the left side. 左边。';
COMMENT ON COLUMN bi.finding.right_side IS 'Sum of the right side. 右边。';
COMMENT ON COLUMN bi.finding.difference IS 'Left minus right. 差额。';
COMMENT ON COLUMN bi.finding.explained IS 'Whether the organ has explained these very figures. 是否已说明。';
COMMENT ON COLUMN bi.finding.waived IS 'Whether the office lets these very figures pass. 是否已豁免。';
COMMENT ON COLUMN bi.finding.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';

CREATE OR REPLACE VIEW bi.filing AS
SELECT w.within AS region, e.year,
  count(*) FILTER (WHERE e.expected) AS expected,
  count(*) FILTER (WHERE e.exempt) AS exempt,
  count(*) FILTER (WHERE e.filed AND e.expected) AS filed,
  count(*) FILTER (WHERE e.filed AND e.expected AND e.days_late <= 0) AS on_time,
  count(*) FILTER (WHERE e.filed AND e.expected AND NOT e.days_late <= 0) AS late,
  count(*) FILTER (WHERE e.expected AND NOT e.filed AND e.days_late > 0) AS missing,
  count(*) FILTER (WHERE e.expected AND NOT e.filed AND NOT e.days_late > 0) AS pending,
  count(*) FILTER (WHERE e.filed AND NOT e.expected AND NOT e.exempt) AS unexpected,
  count(*) FILTER (WHERE e.accepted) AS accepted,
  count(*) FILTER (WHERE e.published) AS published, make_date(e.year, 12, 31) AS period_end
FROM (
  SELECT coalesce(o.year, r.year::integer) AS year, coalesce(r.region, o.region) AS region,
    coalesce(o.expected, false) AS expected, coalesce(o.exempt, false) AS exempt,
    coalesce(is_filed(r.state), false) AS filed,
    counted_revision('accepted', r.state, r.revision, r.published_revision) IS NOT NULL AS accepted,
    days_late(r.state, coalesce(r.handed_in_on, (r.first_submitted_at AT TIME ZONE 'Asia/Shanghai')::date), o.due, r.return_due,
      (r.return_answered_at AT TIME ZONE 'Asia/Shanghai')::date, (now() AT TIME ZONE 'Asia/Shanghai')::date) AS days_late,
    r.published_revision IS NOT NULL AS published
  FROM bi.organ_year o
  FULL JOIN (SELECT * FROM report WHERE scope = 'organ') AS r ON r.organ = o.organ AND r.year = o.year
) AS e
JOIN region_within w ON w.region = e.region
GROUP BY w.within, e.year;
COMMENT ON VIEW bi.filing IS 'Who has filed, per region, with all below it, and year; ask for one region and year, the nation takes a while. 各地区（含下级）各年度报送情况。';
COMMENT ON COLUMN bi.filing.region IS 'Region; organs of the regions below it are in. 行政区划代码（含下级）。';
COMMENT ON COLUMN bi.filing.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.filing.expected IS 'Organs of which a report is expected. 应报数。';
COMMENT ON COLUMN bi.filing.exempt IS 'Organs that were let off. 免报数。';
COMMENT ON COLUMN bi.filing.filed IS 'Expected organs that have filed. 已报数。';
COMMENT ON COLUMN bi.filing.on_time IS 'Those that filed by the last day. 按时报送数。';
COMMENT ON COLUMN bi.filing.late IS 'Those that filed later. 逾期报送数。';
COMMENT ON COLUMN bi.filing.missing IS 'Expected organs that have not filed although the day has passed. 逾期未报数。';
COMMENT ON COLUMN bi.filing.pending IS 'Expected organs that have not filed and still have time. 未到期未报数。';
COMMENT ON COLUMN bi.filing.unexpected IS 'Organs that have filed without being expected, exempt ones left out. 无需报送而报送数。';
COMMENT ON COLUMN bi.filing.accepted IS 'Reports that are accepted or published. 已受理数。';
COMMENT ON COLUMN bi.filing.published IS 'Reports of which the public sees a revision. 已公布数。';
COMMENT ON COLUMN bi.filing.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';

CREATE OR REPLACE VIEW bi.cell AS
SELECT e.edition, e.section, e.row_id, e.column_id, e.unit, e.position, e.leaf, e.parent, e.section_zh, e.section_en,
  e.row_zh, e.row_en, e.row_short_zh, e.row_short_en, e.column_zh, e.column_en, e.column_short_zh, e.column_short_en
FROM edition_cell e;
COMMENT ON VIEW bi.cell IS 'Every cell of each edition of the form, totals and headings included: join figures to it from the left, so that zeros and cells without figures stay. 各表式（版本）的全部单元格（含小计、合计）；从左侧连接即不丢失 0 和空白。';
COMMENT ON COLUMN bi.cell.edition IS 'Edition of the form. 表式（版本）。';
COMMENT ON COLUMN bi.cell.section IS 'disclosure, applications or contests. 部分。';
COMMENT ON COLUMN bi.cell.row_id IS 'Row, as in the path of the cell. 行代码。';
COMMENT ON COLUMN bi.cell.column_id IS 'Column, as in the path of the cell. 列代码。';
COMMENT ON COLUMN bi.cell.unit IS 'Unit, where there is one; different units are never added. 单位。';
COMMENT ON COLUMN bi.cell.position IS 'Order of the form. 排序。';
COMMENT ON COLUMN bi.cell.leaf IS 'Whether reports state it and sums add it; else it is a total or under a heading, which is computed. 是否明细：只加明细即不重复。';
COMMENT ON COLUMN bi.cell.parent IS 'Row that this row is added to; null where it is added to none. 上级行代码；空：不计入其他行。';
COMMENT ON COLUMN bi.cell.section_zh IS 'Section in Chinese. 部分名称。';
COMMENT ON COLUMN bi.cell.section_en IS 'Section in English. 部分名称（英文）。';
COMMENT ON COLUMN bi.cell.row_zh IS 'Row in Chinese, with its headings. 行名称。';
COMMENT ON COLUMN bi.cell.row_en IS 'Row in English. 行名称（英文）。';
COMMENT ON COLUMN bi.cell.row_short_zh IS 'Row in Chinese, for charts. 行简称。';
COMMENT ON COLUMN bi.cell.row_short_en IS 'Row in English, for charts. 行简称（英文）。';
COMMENT ON COLUMN bi.cell.column_zh IS 'Column in Chinese. 列名称。';
COMMENT ON COLUMN bi.cell.column_en IS 'Column in English. 列名称（英文）。';
COMMENT ON COLUMN bi.cell.column_short_zh IS 'Column in Chinese, for charts. 列简称。';
COMMENT ON COLUMN bi.cell.column_short_en IS 'Column in English, for charts. 列简称（英文）。';

-- A cell has its own sum and, where its edition prints its unit, the reports whose section follows an edition that has it, less
-- those that state another unit. One pass over the sums, so that a condition on region, year or basis reaches them.
CREATE OR REPLACE VIEW bi.rollup_cell AS
SELECT g.region, g.year::integer AS year, make_date(g.year, 12, 31) AS period_end, g.basis, l.section, l.row_id, l.column_id,
  l.unit, l.position, l.section_zh, l.section_en, l.row_zh, l.row_en, l.column_zh, l.column_en,
  CASE
    WHEN g.having_it > 0 AND g.saying - g.stated < g.having_it OR g.having_it <= 0 AND g.stated > 0 THEN trim_scale(g.number)
  END AS number,
  g.blank, CASE WHEN g.having_it > 0 THEN g.having_it ELSE g.saying END AS reports
FROM (
  SELECT t.region, t.year, t.basis, m.cell, sum(t.reports * m.weight) AS having_it,
    coalesce(sum(t.number) FILTER (WHERE m.own), 0) AS number, coalesce(sum(t.stated) FILTER (WHERE m.own), 0) AS stated,
    coalesce(sum(t.blank) FILTER (WHERE m.own), 0) AS blank, coalesce(sum(t.reports) FILTER (WHERE m.own), 0) AS saying
  FROM tally_cell t
  JOIN (
    SELECT l.cell, l.cell AS source, true AS own, 0 AS weight FROM cell_label l
    UNION ALL
    SELECT f.cell, e.id, false, 1
    FROM form_cell f
    JOIN cell c ON c.id = f.cell AND c.path NOT LIKE '%@%'
    JOIN cell e ON e.path = c.section || '#' || f.edition
    UNION ALL
    SELECT c.id, u.id, false, -1 FROM cell u JOIN cell c ON c.path = split_part(u.path, '@', 1) WHERE u.path LIKE '%@%'
  ) AS m ON m.source = t.cell
  GROUP BY t.region, t.year, t.basis, m.cell
) AS g
JOIN cell_label l ON l.cell = g.cell
WHERE g.having_it > 0 OR g.saying > 0;
COMMENT ON VIEW bi.rollup_cell IS 'Sums of leaf cells, per region with all below it, year and basis, of this moment: those that GET /rollups has. A stated 0 has a line; totals are sums of leaves. 各地区（含下级）各年度各口径明细单元格合计，与 /rollups 一致。';
COMMENT ON COLUMN bi.rollup_cell.region IS 'Region; organs of the regions below it are in. 行政区划代码（含下级）。';
COMMENT ON COLUMN bi.rollup_cell.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.rollup_cell.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';
COMMENT ON COLUMN bi.rollup_cell.basis IS 'Whose reports count: submitted, accepted or published. Ask for one. 口径；请只取一种。';
COMMENT ON COLUMN bi.rollup_cell.section IS 'disclosure, applications or contests. 部分。';
COMMENT ON COLUMN bi.rollup_cell.row_id IS 'Row, as in the path of the cell. 行代码。';
COMMENT ON COLUMN bi.rollup_cell.column_id IS 'Column, as in the path of the cell. 列代码。';
COMMENT ON COLUMN bi.rollup_cell.unit IS 'Unit, where there is one; different units are never added. 单位。';
COMMENT ON COLUMN bi.rollup_cell.position IS 'Order of the form. 排序。';
COMMENT ON COLUMN bi.rollup_cell.section_zh IS 'Section in Chinese. 部分名称。';
COMMENT ON COLUMN bi.rollup_cell.section_en IS 'Section in English. 部分名称（英文）。';
COMMENT ON COLUMN bi.rollup_cell.row_zh IS 'Row in Chinese, with its headings. 行名称。';
COMMENT ON COLUMN bi.rollup_cell.row_en IS 'Row in English. 行名称（英文）。';
COMMENT ON COLUMN bi.rollup_cell.column_zh IS 'Column in Chinese. 列名称。';
COMMENT ON COLUMN bi.rollup_cell.column_en IS 'Column in English. 列名称（英文）。';
COMMENT ON COLUMN bi.rollup_cell.number IS 'The sum, exactly; null where nothing is stated. 合计；均未填报时为空。';
COMMENT ON COLUMN bi.rollup_cell.blank IS 'How many reports leave it blank; never the same as 0. 留空的报告数。';
COMMENT ON COLUMN bi.rollup_cell.reports IS 'How many reports have it in their edition of the form. 含有该单元格的报告数。';

CREATE OR REPLACE VIEW bi.rollup_publication AS
SELECT g.region, g.year::integer AS year, make_date(g.year, 12, 31) AS period_end, g.basis, g.channel IS NULL AS is_total, g.channel,
  c.zh AS channel_zh, c.en AS channel_en, g.unit, u.zh AS unit_zh, u.en AS unit_en,
  CASE WHEN g.stated > 0 THEN trim_scale(g.number) END AS number, g.blank, g.approximate, g.reports
FROM (
  SELECT t.region, t.year, t.basis, nullif(split_part(p.path, '.', 2), '') AS channel, split_part(p.path, '.', 3) AS unit,
    sum(t.number) AS number, sum(t.stated) AS stated, sum(t.blank) AS blank, sum(t.approximate) AS approximate,
    sum(t.reports) AS reports
  FROM tally_cell t
  JOIN cell p ON p.id = t.cell AND p.section = 'publications'
  GROUP BY t.region, t.year, t.basis, p.path
) AS g
LEFT JOIN code_label c ON c.list = 'channel' AND c.code = g.channel
LEFT JOIN code_label u ON u.list = 'unit' AND u.code = g.unit
WHERE g.reports > 0;
COMMENT ON VIEW bi.rollup_publication IS 'Items published per channel, per region with all below it, year and basis, of this moment. Leave lines with is_total out of sums over channels. 各地区（含下级）各渠道公开数量；按渠道求和时请排除 is_total 行。';
COMMENT ON COLUMN bi.rollup_publication.region IS 'Region; organs of the regions below it are in. 行政区划代码（含下级）。';
COMMENT ON COLUMN bi.rollup_publication.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.rollup_publication.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';
COMMENT ON COLUMN bi.rollup_publication.basis IS 'Whose reports count: submitted, accepted or published. Ask for one. 口径；请只取一种。';
COMMENT ON COLUMN bi.rollup_publication.is_total IS 'Whether it is the stated total over all channels. 是否为各渠道总数。';
COMMENT ON COLUMN bi.rollup_publication.channel IS 'Channel; null for the total. 渠道代码。';
COMMENT ON COLUMN bi.rollup_publication.channel_zh IS 'Channel in Chinese. 渠道。';
COMMENT ON COLUMN bi.rollup_publication.channel_en IS 'Channel in English. 渠道（英文）。';
COMMENT ON COLUMN bi.rollup_publication.unit IS 'Unit; different units are never added. 计量单位代码。';
COMMENT ON COLUMN bi.rollup_publication.unit_zh IS 'Unit in Chinese. 计量单位。';
COMMENT ON COLUMN bi.rollup_publication.unit_en IS 'Unit in English. 计量单位（英文）。';
COMMENT ON COLUMN bi.rollup_publication.number IS 'The sum, exactly; null where nothing is stated. 合计；均未填报时为空。';
COMMENT ON COLUMN bi.rollup_publication.blank IS 'How many reports leave it blank; never the same as 0. 留空的报告数。';
COMMENT ON COLUMN bi.rollup_publication.approximate IS 'How many counts are said to be about so many. 约数个数。';
COMMENT ON COLUMN bi.rollup_publication.reports IS 'How many reports have it. 报告数。';

CREATE OR REPLACE VIEW bi.rollup_coverage AS
SELECT g.region, g.year, make_date(g.year, 12, 31) AS period_end, g.basis, sum(g.expected) AS expected, sum(g.reports) AS reported,
  sum(g.expected) - sum(g.expected_reports) AS missing, sum(g.reports) - sum(g.expected_reports) AS unexpected,
  sum(g.unexplained) AS unexplained, sum(g.waived) AS waived
FROM (
  SELECT t.region, t.year::integer AS year, t.basis, 0 AS expected, t.reports, t.expected AS expected_reports, t.unexplained, t.waived
  FROM tally_coverage t
  UNION ALL
  SELECT s.region, y.year, b.basis, s.change, 0, 0, 0, 0
  FROM expected_report_step s
  JOIN bi.year y ON y.year >= s.year
  CROSS JOIN (VALUES ('submitted'), ('accepted'), ('published')) AS b (basis)
) AS g
GROUP BY g.region, g.year, g.basis
HAVING sum(g.expected) <> 0 OR sum(g.reports) <> 0;
COMMENT ON VIEW bi.rollup_coverage IS 'How many reports are in the sums and how many are missing, per region with all below it, year and basis, of this moment. 各地区（含下级）各年度各口径的覆盖情况。';
COMMENT ON COLUMN bi.rollup_coverage.region IS 'Region; organs of the regions below it are in. 行政区划代码（含下级）。';
COMMENT ON COLUMN bi.rollup_coverage.year IS 'Report year. 报告年度。';
COMMENT ON COLUMN bi.rollup_coverage.period_end IS 'Last day of the report year, for axes of time. 报告年度最后一日。';
COMMENT ON COLUMN bi.rollup_coverage.basis IS 'Whose reports count: submitted, accepted or published. Ask for one. 口径；请只取一种。';
COMMENT ON COLUMN bi.rollup_coverage.expected IS 'Organs of which a report is expected. 应报数。';
COMMENT ON COLUMN bi.rollup_coverage.reported IS 'Reports in the sums. 计入的报告数。';
COMMENT ON COLUMN bi.rollup_coverage.missing IS 'Expected organs without a report in the sums. 应报而未计入数。';
COMMENT ON COLUMN bi.rollup_coverage.unexpected IS 'Reports of organs that were not expected. 应报之外的报告数。';
COMMENT ON COLUMN bi.rollup_coverage.unexplained IS 'Warnings that nobody has explained. 未说明的警告数。';
COMMENT ON COLUMN bi.rollup_coverage.waived IS 'Broken hard rules that the office lets pass. 已豁免的硬性校验数。';
