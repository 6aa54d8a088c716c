package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.access.TestKeys;
import org.gongkai.database.TestDatabase;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The views for dashboards, as a role reads them that may do nothing else. */
@QuarkusTest
class BiTest {

  private static final List<String> VIEWS =
      List.of(
          "region",
          "region_within",
          "year",
          "organ",
          "organ_year",
          "report",
          "figure",
          "publication",
          "finding",
          "layout",
          "layout_cell",
          "cell",
          "rollup_cell",
          "rollup_publication",
          "rollup_coverage",
          "filing");

  private static final String ROLE = "gongkai_bi_of_the_tests";
  private static final String PASSWORD = "only-for-tests";

  @Inject Sql sql;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  private final City city = City.found();

  @BeforeEach
  void register() throws Exception {
    String password =
        Files.readString(TestDatabase.HOME.resolve("cluster").resolve("password")).strip();
    try (Connection owner = DriverManager.getConnection(url, "postgres", password);
        Statement statement = owner.createStatement()) {
      for (String right : rights()) {
        try {
          statement.execute(right);
        } catch (SQLException e) {
          // a role outlives the database that an earlier run made
          assertThat(e.getMessage()).contains(ROLE, "already exists");
        }
      }
    }
  }

  /** What the operations guide says how to make a role. */
  private static List<String> rights() throws Exception {
    String guide = Files.readString(Path.of("deploy", "README.md"));
    String block = guide.substring(guide.indexOf("CREATE ROLE gongkai_bi"));
    String statements = block.substring(0, block.indexOf("```"));
    return List.of(
        statements.replace("gongkai_bi", ROLE).replace("…", PASSWORD).strip().split(";\\s*"));
  }

  private List<List<String>> ask(String question) throws SQLException {
    try (Connection reader = DriverManager.getConnection(url, ROLE, PASSWORD);
        Statement statement = reader.createStatement();
        ResultSet result = statement.executeQuery(question)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  @Test
  void everyViewAndColumnIsExplainedInBothLanguages() {
    List<String> views =
        sql.statement("SELECT viewname FROM pg_views WHERE schemaname = 'bi' ORDER BY 1")
            .list(row -> row.getString(1));
    assertThat(views).containsExactlyInAnyOrderElementsOf(VIEWS);
    List<String> comments =
        sql.statement(
                """
                SELECT c.relname || coalesce('.' || a.attname, '') || ': ' || coalesce(d.description, '')
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'bi'
                LEFT JOIN (SELECT attrelid, attnum, attname FROM pg_attribute WHERE attnum > 0
                  UNION ALL SELECT oid, 0, NULL FROM pg_class) a ON a.attrelid = c.oid
                LEFT JOIN pg_description d ON d.objoid = c.oid AND d.objsubid = a.attnum
                  AND d.classoid = 'pg_class'::regclass
                WHERE c.relkind = 'v'
                """)
            .list(row -> row.getString(1));
    assertThat(comments)
        .hasSizeGreaterThan(100)
        .allMatch(c -> c.matches("(?s).*: .*[a-z].*\\p{IsHan}.*"));
  }

  @Test
  void theRoleReadsTheViewsAndNothingElse() throws Exception {
    for (String view : VIEWS) {
      // of all regions and years at once it takes a while, as its comment says
      boolean large = view.equals("filing") || view.startsWith("rollup_");
      String some = large ? " WHERE region = '371002' AND year = 2021" : "";
      ask("SELECT * FROM bi." + view + some + " LIMIT 1");
    }
    List<String> tables =
        sql.statement(
                "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'v')")
            .list(row -> row.getString(1));
    assertThat(tables).contains("report", "revision", "api_key", "audit", "webhook", "remark");
    for (String table : tables) {
      assertThatThrownBy(() -> ask("SELECT * FROM public." + table + " LIMIT 1"))
          .as(table)
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> ask("SELECT * FROM counted_report WHERE basis = 'submitted'"))
        .hasMessageContaining("permission denied");
    for (String attempt :
        List.of(
            "DELETE FROM bi.region_within RETURNING 1",
            "SET default_transaction_read_only = off; DELETE FROM bi.region_within")) {
      assertThatThrownBy(() -> ask(attempt)).isInstanceOf(SQLException.class);
    }
    assertThat(ask("SELECT has_table_privilege('bi.region_within', 'DELETE')"))
        .containsExactly(List.of("f"));
    List<String> columns =
        sql.statement(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'bi'")
            .list(row -> row.getString(1));
    assertThat(columns).doesNotContain("document", "digest", "text", "author", "secret");
  }

  @Test
  void itsSumsAreThoseOfTheRollups() throws Exception {
    String district = city.district();
    Random random = new Random(3);
    for (int i = 0; i < 3; i++) {
      Api.filed(RandomReport.of(city.organ(district), 2021, random));
    }
    Api.drafted(Sample.huancui(city.organ(district)));
    JsonNode rollup = Sample.json(Api.rollup("applications", district, 2021).extract().asString());
    List<List<String>> sums =
        ask(
            "SELECT row_id, sum(number), count(*) FILTER (WHERE blank) FROM bi.figure WHERE region = '%s' AND section = 'applications' GROUP BY 1"
                .formatted(district));
    assertThat(sums).isNotEmpty();
    for (List<String> sum : sums) {
      for (JsonNode row : rollup.get("rows")) {
        // 其他处理 of 2019 stands in a rollup together with its three rows of 2021
        if (row.get("row").textValue().equals(sum.get(0))
            && !sum.get(0).endsWith("otherHandling")) {
          assertThat(row.get("total").asText("0")).isEqualTo(sum.get(1) == null ? "0" : sum.get(1));
          assertThat(row.get("blank").asText()).isEqualTo(sum.get(2));
        }
      }
    }
    JsonNode published =
        Sample.json(Api.rollup("publications", district, 2021).extract().asString());
    for (JsonNode row : published.get("rows")) {
      assertThat(
              ask(
                  "SELECT sum(number), channel_zh FROM bi.publication WHERE region = '%s' AND channel = '%s' AND unit = '%s' GROUP BY 2"
                      .formatted(
                          district, row.get("channel").textValue(), row.get("unit").textValue())))
          .containsExactly(
              java.util.Arrays.asList(
                  row.get("count").isNull() ? null : row.get("count").asText(),
                  row.get("label").textValue()));
    }
    assertThat(
            ask(
                "SELECT DISTINCT row_zh, column_zh, section_en FROM bi.figure WHERE region = '%s' AND row_id = 'received' AND column_id = 'naturalPerson'"
                    .formatted(district)))
        .containsExactly(
            List.of("一、本年新收政府信息公开申请数量", "自然人", "3. Applications received and handled"));
  }

  /** Only whether something came in time has a third answer: there is nothing yet. */
  @Test
  void whatIsTrueOrFalseIsNeverNull() throws Exception {
    String district = city.district();
    Steps.reportIn("draft", city.organ(district), 2021);
    String submitted = city.organ(district);
    Api.filed(Sample.huancui(submitted));
    String published = city.organ(district);
    long id = Api.filed(Sample.huancui(published));
    Steps.accept(admin(), id).statusCode(200);
    Steps.publish(admin(), id).statusCode(200);
    List<List<String>> flags =
        ask(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema ="
                + " 'bi' AND data_type = 'boolean' AND column_name <> 'on_time' AND table_name <>"
                + " 'cell'");
    assertThat(flags).hasSizeGreaterThan(10);
    for (List<String> flag : flags) {
      assertThat(
              ask(
                  "SELECT 1 FROM bi.%s WHERE region = '%s' AND %s IS NULL LIMIT 1"
                      .formatted(flag.get(0), district, flag.get(1))))
          .as(flag.toString())
          .isEmpty();
    }
    for (String view : List.of("figure", "publication")) {
      assertThat(
              ask(
                  "SELECT DISTINCT organ, published FROM bi.%s WHERE region = '%s' ORDER BY 1"
                      .formatted(view, district)))
          .containsExactlyInAnyOrder(List.of(submitted, "f"), List.of(published, "t"));
    }
  }

  @Test
  void howManyReportsHaveACellIsWhatTheRollupSays() throws Exception {
    String district = city.district();
    Random random = new Random(11);
    for (int i = 0; i < 6; i++) {
      Api.filed(RandomReport.of(city.organ(district), 2021, random));
    }
    JsonNode rollup = Sample.json(Api.rollup("disclosure", district, 2021).extract().asString());
    JsonNode applications =
        Sample.json(Api.rollup("applications", district, 2021).extract().asString());
    List<List<String>> counts =
        ask(
            """
            SELECT c.row_id, c.column_id, count(*)
            FROM bi.layout l JOIN bi.layout_cell c ON c.edition = l.edition AND c.section = l.section
            WHERE l.region = '%s' AND l.section = 'disclosure' AND c.row_id <> 'procurement'
            GROUP BY 1, 2
            """
                .formatted(district));
    assertThat(counts).hasSizeGreaterThan(15);
    for (List<String> count : counts) {
      for (JsonNode row : rollup.get("rows")) {
        if (row.get("row").textValue().equals(count.get(0))) {
          assertThat(row.get(LayoutTest.reportsOf(count.get(1))).asText()).isEqualTo(count.get(2));
        }
      }
    }
    assertThat(
            ask(
                "SELECT count(*) FROM bi.layout WHERE section = 'disclosure' AND other_layout AND region = '%s'"
                    .formatted(district)))
        .containsExactly(List.of(rollup.at("/coverage/otherLayout").asText()));
    assertThat(
            ask(
                "SELECT count(*) FROM bi.layout WHERE section = 'applications' AND other_layout AND region = '%s'"
                    .formatted(district)))
        .containsExactly(List.of(applications.at("/coverage/otherLayout").asText()));
    assertThat(
            ask(
                "SELECT count(*) FROM bi.layout WHERE section = 'contests' AND other_layout AND region = '%s'"
                    .formatted(district)))
        .containsExactly(List.of("0"));
    assertThat(
            ask(
                "SELECT DISTINCT edition FROM bi.figure WHERE section = 'disclosure' AND column_id"
                    + " = 'previousItems'"))
        .isSubsetOf(List.of(List.of("2019")));
  }

  @Test
  void aFindingIsExplainedWhileItsFiguresStay() throws Exception {
    String organ = city.organ(city.district());
    ObjectNode report = Sample.huancui(organ);
    ((ObjectNode) report.at("/disclosure/rules")).putNull("inForce");
    long id = Api.filed(report);
    String question =
        "SELECT rule, severity, explained, waived, rule_zh FROM bi.finding WHERE place ="
            + " 'disclosure' AND report = "
            + id;
    assertThat(ask(question)).containsExactly(List.of("BLANK", "warning", "f", "f", "单元格留空"));
    Steps.explain(admin(), id, "BLANK:disclosure", "无此事项").statusCode(200);
    assertThat(ask(question)).containsExactly(List.of("BLANK", "warning", "t", "f", "单元格留空"));
    assertThat(ask("SELECT warnings, unexplained FROM bi.report WHERE report = " + id))
        .containsExactly(List.of("2", "1"));
    ((ObjectNode) report.at("/disclosure/rules")).putNull("issued");
    Api.correct(id, "*", report).statusCode(200);
    assertThat(ask(question)).containsExactly(List.of("BLANK", "warning", "f", "f", "单元格留空"));
    Steps.explain(admin(), id, "BLANK:disclosure", "无此事项，两格").statusCode(200);
    Sample.with(report, "/disclosure/rules/issued", 0);
    Api.correct(id, "*", report).statusCode(200);
    assertThat(ask(question)).containsExactly(List.of("BLANK", "warning", "t", "f", "单元格留空"));

    String other = city.organ(city.district());
    long draft =
        Api.drafted(Sample.with(Sample.huancui(other), "/contests/reconsideration/total", 7));
    String broken =
        "SELECT left_side, right_side, difference, waived FROM bi.finding WHERE severity = 'error'"
            + " AND report = "
            + draft;
    assertThat(ask(broken)).containsExactly(List.of("0", "7", "-7", "f"));
    Steps.waive(admin(), draft, "T4-SUM:contests.reconsideration", "原样").statusCode(200);
    assertThat(ask(broken)).containsExactly(List.of("0", "7", "-7", "t"));
    Api.correct(
            draft, "*", Sample.with(Sample.huancui(other), "/contests/reconsideration/total", 70))
        .statusCode(200);
    assertThat(ask(broken)).containsExactly(List.of("0", "70", "-70", "f"));
  }

  @Test
  void whoHasFiledIsWhatTheCoverageSays() throws Exception {
    String district = city.district();
    String township = city.township(district);
    long late = Api.filed(Sample.nil(city.organ(district), 2021));
    Steps.reportIn("published", city.organ(township), 2021);
    Steps.reportIn("returned", city.organ(district), 2021);
    city.organ(district);
    String exempt = city.organ(district);
    admin()
        .contentType("application/json")
        .body("{\"reason\":\"机构改革\"}")
        .put("/api/v1/organs/{organ}/exemptions/2021", exempt)
        .then()
        .statusCode(200);
    assertThat(
            ask(
                "SELECT expected, exempt, filed, on_time, late, missing, pending, unexpected, accepted, published FROM bi.filing WHERE year = 2021 AND region = '%s'"
                    .formatted(district)))
        .containsExactly(List.of("4", "1", "2", "0", "2", "2", "0", "0", "1", "1"));
    JsonNode coverage =
        Sample.json(
            Api.get("/api/v1/coverage?region={region}&year=2021", district).extract().asString());
    assertThat(coverage.toString()).contains("\"expected\":4");
    assertThat(ask("SELECT state, on_time, due, filed FROM bi.report WHERE report = " + late))
        .containsExactly(List.of("submitted", "f", "2022-01-31", "t"));
    assertThat(
            ask(
                "SELECT province, city, district, name, district_name FROM bi.region WHERE region = '%s'"
                    .formatted(township)))
        .containsExactly(List.of("630000", city.code(), district, "第1镇", "第1区"));
  }

  /** The leaves of a rollup, by row and column; a row that some reports divide is one cell here. */
  private static Map<String, JsonNode> leaves(JsonNode rollup) {
    Map<String, JsonNode> leaves = new TreeMap<>();
    for (JsonNode row : rollup.get("rows")) {
      if (row.get("leaf").booleanValue()) {
        leaves.put(row.get("row").textValue().replace(".undivided", ""), row);
      }
    }
    return leaves;
  }

  private static final Set<String> NO_CELL =
      Set.of("year", "period", "row", "label", "parent", "leaf", "total", "blank", "reports");

  @Test
  void theKeptSumsAreThoseOfTheRollups() throws Exception {
    String district = city.district();
    String township = city.township(district);
    Random random = new Random(19);
    for (String region : List.of(district, township, city.code(), district)) {
      for (int year : new int[] {2020, 2021}) {
        Api.filed(RandomReport.of(city.organ(region), year, random));
      }
    }
    long published = Api.filed(RandomReport.of(city.organ(district), 2021, random));
    Steps.accept(admin(), published).statusCode(200);
    Steps.publish(admin(), published).statusCode(200);
    city.organ(district);
    for (String basis : List.of("submitted", "published")) {
      for (String region : List.of(city.code(), district, township)) {
        String where =
            " WHERE region = '%s' AND year = 2021 AND basis = '%s'".formatted(region, basis);
        for (String section : List.of("applications", "disclosure", "contests")) {
          JsonNode rollup =
              Sample.json(
                  Api.rollup(section, region + "&basis=" + basis, 2021).extract().asString());
          requireSameCells(
              leaves(rollup),
              ask(
                  "SELECT row_id, column_id, number, unit, reports, period_end FROM bi.rollup_cell"
                      + where
                      + " AND section = '%s'".formatted(section)));
          JsonNode coverage = rollup.get("coverage");
          List<List<String>> covered =
              ask("SELECT expected, reported, missing, unexpected FROM bi.rollup_coverage" + where);
          assertThat(covered)
              .containsExactly(
                  List.of(
                      coverage.get("expected").asText(),
                      coverage.get("reported").asText(),
                      coverage.get("missing").asText(),
                      coverage.get("unexpected").asText()));
        }
        JsonNode channels =
            Sample.json(
                Api.rollup("publications", region + "&basis=" + basis, 2021).extract().asString());
        List<List<String>> expected = new ArrayList<>();
        for (JsonNode row : channels.get("rows")) {
          expected.add(
              java.util.Arrays.asList(
                  row.get("channel").asText(),
                  row.get("unit").asText(),
                  row.get("count").isNull() ? null : row.get("count").asText(),
                  row.get("blank").asText(),
                  row.get("label").asText()));
        }
        assertThat(
                ask(
                    "SELECT channel, unit, number, blank, channel_zh FROM bi.rollup_publication"
                        + where
                        + " AND NOT is_total"))
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  private static void requireSameCells(Map<String, JsonNode> rows, List<List<String>> cells) {
    int seen = 0;
    for (List<String> cell : cells) {
      JsonNode row = rows.get(cell.get(0));
      assertThat(row).as(cell.toString()).isNotNull();
      String column = column(row, cell.get(1), cell.get(3));
      assertThat(row.has(column)).as(cell + " " + row).isTrue();
      if (cell.get(2) == null) {
        assertThat(row.get(column).isNull()).as(cell + " " + row).isTrue();
      } else {
        assertThat(row.get(column).decimalValue())
            .as(cell.toString())
            .isEqualByComparingTo(cell.get(2));
      }
      JsonNode having = row.path(LayoutTest.reportsOf(column));
      assertThat(cell.get(4))
          .as(cell.toString())
          .isEqualTo((having.isMissingNode() ? row.get("reports") : having).asText());
      assertThat(cell.get(5)).isEqualTo("2021-12-31");
      seen++;
    }
    int all = 0;
    for (JsonNode row : rows.values()) {
      for (var member : row.properties()) {
        boolean isCell =
            !NO_CELL.contains(member.getKey()) && !member.getKey().matches("reports[A-Z].*");
        // of an amount whose every report states another unit there is nothing
        all += isCell && !(member.getKey().equals("amount") && member.getValue().isNull()) ? 1 : 0;
      }
    }
    assertThat(seen).isEqualTo(all);
  }

  /** How a rollup calls a column in a unit that reports state. */
  private static String column(JsonNode row, String column, String unit) {
    if (!row.get("row").textValue().equals("procurement")
        || !column.equals("amount")
        || unit == null) {
      return column;
    }
    return unit.equals("元") ? "amountInYuan" : "amountInWanyuan";
  }

  @Test
  void cellsJoinedFromTheLeftLoseNeitherZerosNorCellsWithoutFigures() throws Exception {
    String district = city.district();
    Random random = new Random(23);
    for (int i = 0; i < 4; i++) {
      Api.filed(RandomReport.of(city.organ(district), 2021, random));
    }
    Map<String, JsonNode> leaves =
        leaves(Sample.json(Api.rollup("applications", district, 2021).extract().asString()));
    List<List<String>> sums =
        ask(
            """
            SELECT c.row_id, sum(CASE WHEN f.report IS NULL THEN 0 ELSE f.number END), count(*) FILTER (WHERE f.blank)
            FROM bi.layout l
            JOIN bi.cell c ON c.edition = l.edition AND c.section = l.section AND c.leaf
            LEFT JOIN bi.figure f ON f.report = l.report AND f.section = c.section AND f.row_id = c.row_id
              AND f.column_id = c.column_id
            WHERE l.region = '%s' AND l.year = 2021 AND l.section = 'applications'
            GROUP BY c.row_id
            """
                .formatted(district));
    assertThat(sums).hasSameSizeAs(leaves.keySet());
    for (List<String> sum : sums) {
      JsonNode row = leaves.get(sum.get(0));
      assertThat(row.get("total").asText("null"))
          .isEqualTo(sum.get(1) == null ? "null" : sum.get(1));
      assertThat(row.get("blank").asText()).isEqualTo(sum.get(2));
    }
    assertThat(
            ask(
                "SELECT edition, leaf, parent, row_short_zh, row_short_en FROM bi.cell WHERE row_id"
                    + " = 'outcomes.otherHandling' AND column_id = 'naturalPerson' ORDER BY 1"))
        .containsExactly(
            List.of("2019", "t", "outcomes.total", "其他处理", "Other handling"),
            List.of("2021", "f", "outcomes.total", "其他处理", "Other handling"));
    assertThat(
            ask(
                "SELECT row_id, column_id, row_short_zh, column_short_zh FROM bi.cell WHERE edition"
                    + " = '2021' AND section = 'applications' AND NOT leaf AND column_id <> 'total'"
                    + " AND row_id LIKE 'outcomes.refused%' ORDER BY position LIMIT 1"))
        .containsExactly(List.of("outcomes.refused", "naturalPerson", "不予公开", "自然人"));
  }

  /** Tools that are not ours draw what they are given, and count nothing twice. */
  @Test
  void vegaLiteEchartsAndPivotsComeToTheTotals() throws Exception {
    Path packages = Charts.packages();
    Random random = new Random(31);
    String district = city.district();
    for (int year = 2019; year <= 2022; year++) {
      for (int i = 0; i < 3; i++) {
        Api.filed(RandomReport.of(city.organ(district), year, random));
      }
    }
    String address = "/api/v1/rollups/applications?by=year&from=2019&to=2022&region=" + district;
    Map<String, Long> totals = new TreeMap<>();
    for (JsonNode row : rows(address + "&row=outcomes.total")) {
      totals.put(row.get("year").asText(), row.get("total").longValue());
    }
    assertThat(totals).hasSize(4).doesNotContainValue(0L);
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    given.set("rows", rows(address + "&shape=long"));
    ArrayNode lines = given.putArray("bi");
    for (List<String> line :
        ask(
            "SELECT row_id, column_id, period_end, number FROM bi.rollup_cell WHERE region = '%s' AND basis = 'submitted' AND section = 'applications' ORDER BY year, position"
                .formatted(district))) {
      lines
          .addObject()
          .put("row", line.get(0))
          .put("column", line.get(1))
          .put("period", line.get(2))
          .put("value", line.get(3) == null ? null : new BigDecimal(line.get(3)));
    }
    JsonNode drawn = Charts.draw(packages, given);
    assertThat(drawn.size()).isEqualTo(7);
    drawn
        .properties()
        .forEach(
            tool -> {
              Map<String, Long> sums = new TreeMap<>();
              tool.getValue()
                  .properties()
                  .forEach(sum -> sums.put(sum.getKey(), sum.getValue().longValue()));
              assertThat(sums).as(tool.getKey()).isEqualTo(totals);
            });
  }

  private static JsonNode rows(String address) {
    return Sample.json(Api.get(address).statusCode(200).extract().asString()).get("rows");
  }

  @Test
  void theDashboardAsksWhatTheViewsCanAnswer() throws Exception {
    String district = city.district();
    Random random = new Random(5);
    Api.filed(RandomReport.of(city.organ(district), 2021, random));
    Api.filed(RandomReport.of(city.organ(district), 2021, random));
    JsonNode dashboard =
        Sample.json(Files.readString(Path.of("deploy", "dashboards", "annual-reports.json")));
    List<String> questions = new ArrayList<>(dashboard.findValuesAsText("rawSql"));
    assertThat(questions).hasSize(6);
    for (JsonNode variable : dashboard.at("/templating/list")) {
      if (variable.get("type").textValue().equals("query")) {
        questions.add(variable.get("query").textValue());
      }
    }
    for (String question : questions) {
      boolean ofBelow = question.contains("r.parent");
      String asked =
          question
              .replace("$region", ofBelow ? city.code() : district)
              .replace("$year", "2021")
              .replace("$basis", "submitted");
      assertThat(asked).doesNotContain("$");
      // of a province these are counted report by report
      assertThat(asked).doesNotContain("bi.figure ", "bi.publication ");
      assertThat(ask(asked)).as(asked).isNotEmpty();
    }
  }

  @Test
  void whatIsHiddenIsNotPublishedAndAStatedDayCountsForBeingInTime() throws Exception {
    String district = city.district();
    long id = Steps.reportIn("published", city.organ(district), 2021);
    String report = "SELECT published, hidden, on_time FROM bi.report WHERE report = " + id;
    String filing =
        "SELECT published, on_time, late FROM bi.filing WHERE year = 2021 AND region = '"
            + district
            + "'";
    assertThat(ask(report)).containsExactly(List.of("t", "f", "f"));
    assertThat(ask(filing)).containsExactly(List.of("1", "0", "1"));
    Steps.hide(TestKeys.admin(), id, "核实").statusCode(200);
    ReportDates.handedIn(id, LocalDate.of(2022, 1, 20));
    assertThat(ask(report)).containsExactly(List.of("f", "t", "t"));
    assertThat(ask(filing)).containsExactly(List.of("0", "1", "0"));
  }
}
