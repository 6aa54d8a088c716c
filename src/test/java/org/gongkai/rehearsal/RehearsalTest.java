package org.gongkai.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.access.TestKeys;
import org.gongkai.form.FormFileTexts;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An office tries a rule file before it is switched on. */
@QuarkusTest
class RehearsalTest {

  @Inject RehearsalRunner rehearsalRunner;
  @Inject Sql sql;

  private final City city = City.found();
  private String district;
  private String office;
  private String huancui;

  /** A real report of 2021, one of 2022 that jumps, and one that jumps where others do not mind. */
  @BeforeEach
  void file() {
    district = city.district();
    office = TestKeys.office(district);
    huancui = city.organ(district);
    Api.filed(Sample.huancui(huancui));
    String organ = city.organ(city.township(district));
    Api.filed(Trial.decisions(organ, 2021, 100, 10));
    Api.filed(Trial.decisions(organ, 2022, 300, 80));
  }

  @Test
  void whatAppearsAndDisappearsIsCountedAndShown() {
    var begun =
        Trial.send(office, Trial.ALL, FormFileTexts.bytes(Trial.otherJumps()))
            .statusCode(202)
            .header("Location", startsWith("http"))
            .body("state", equalTo("waiting"))
            .body("region", equalTo(district))
            .body("edition", equalTo("2021"))
            .body("version", equalTo(2))
            .body("reports", equalTo(3))
            .body("seen", equalTo(0))
            .body("rules.rule", contains("X-JUMP"));
    long id = Long.parseLong(begun.extract().path("id"));
    finish(id);
    Trial.get(office, "/{id}", id)
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("seen", equalTo(3))
        .body("unjudged", equalTo(0))
        .body("unsubmittable", equalTo(0))
        .body("endedAt", notNullValue())
        .body("rules", hasSize(1))
        .body("rules[0].version", equalTo(5))
        .body("rules[0].severity", equalTo("info"))
        .body("rules[0].appearing.findings", equalTo(1))
        .body("rules[0].appearing.reports", equalTo(1))
        .body("rules[0].disappearing.findings", equalTo(1))
        .body("rules[0].disappearing.reports", equalTo(1));
    Trial.get(office, "/{id}/findings?change=appearing", id)
        .statusCode(200)
        .body("items", hasSize(1))
        .body("complete", equalTo(true))
        .body("next", nullValue())
        .body("items[0].year", equalTo(2022))
        .body("items[0].state", equalTo("submitted"))
        .body("items[0].scope", equalTo("organ"))
        .body("items[0].name", equalTo("第2局"))
        .body("items[0].finding.version", equalTo(5))
        .body("items[0].finding.cells[0].path", equalTo("disclosure.licensing.decisions"))
        .body("items[0].finding.message", containsString("300 this year, 100 last year"));
    Trial.get(office, "/{id}/findings?change=disappearing", id)
        .body("items.finding.version", contains(4))
        .body("items[0].finding.cells[0].path", equalTo("disclosure.penalties.decisions"));
  }

  @Test
  void rulesBesideTheRegistryAreRehearsedToo() {
    String organ = city.organ(district);
    ObjectNode withRules = Trial.decisions(organ, 2021, 0, 0);
    Api.filed(Sample.with(withRules, "/disclosure/rules/inForce", 3));
    String candidate =
        FormFileTexts.of(
            "2021",
            "version: 1\ndocument",
            "version: 2\ndocument",
            "id: P-RULES\n    version: 1",
            "id: P-RULES\n    version: 2",
            "{levels: [nation]}",
            "{levels: [nation, district]}");
    long id = Trial.begin(office, candidate);
    finish(id);
    Trial.get(office, "/{id}", id)
        .body("rules.rule", contains("P-RULES"))
        .body("rules[0].appearing.findings", equalTo(0))
        .body("rules[0].disappearing.findings", equalTo(1));
  }

  @Test
  void aNewHardRuleSaysWhichReportsCouldNotBeSubmitted() {
    long id = Trial.begin(office, Trial.newSum());
    finish(id);
    Trial.get(office, "/{id}", id)
        .body("unsubmittable", equalTo(1))
        .body("rules.rule", contains("D-NEW"))
        .body("rules[0].severity", equalTo("error"))
        .body("rules[0].unsubmittable", equalTo(1));
    Trial.get(office, "/{id}/findings?rule=D-NEW&organ={organ}", id, huancui)
        .body("items", hasSize(1))
        .body("items[0].organ", equalTo(huancui))
        .body(
            "items[0].finding.message",
            equalTo(
                "Administrative normative documents: \"What was issued is what is in force\" does"
                    + " not hold: left 1, right 2, difference −1."));
    TestKeys.as(office)
        .get(Trial.ALL + "/{id}/findings", id)
        .then()
        .body("items[0].finding.message", startsWith("行政规范性文件：“制发等于现行有效”不成立"));
    Trial.get(office, "/{id}/findings?rule=X-JUMP", id).body("items", empty());
    TestKeys.as(office)
        .get(Trial.ALL + "/{id}/findings?rule=NO-SUCH", id)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("?rule"));
    Trial.get(office, "/{id}/findings?rule=D-NEW&organ=A-1", id).body("items", empty());
  }

  @Test
  void aGraverSeverityAppears() {
    String file =
        FormFileTexts.of(
            "2021",
            "id: X-JUMP\n    version: 4\n    severity: info",
            "id: X-JUMP\n    version: 7\n    severity: error");
    long id = Trial.begin(office, file);
    finish(id);
    Trial.get(office, "/{id}", id)
        .body("unsubmittable", equalTo(1))
        .body("rules[0].version", equalTo(7))
        .body("rules[0].appearing.findings", equalTo(1))
        .body("rules[0].disappearing.findings", equalTo(0));
    Trial.get(office, "/{id}/findings", id).body("items.finding.severity", contains("error"));
  }

  @Test
  void theFileInForceChangesNothing() {
    for (String edition : List.of("2019", "2021")) {
      long id = Trial.begin(office, FormFileTexts.of(edition));
      finish(id);
      Trial.get(office, "/{id}", id)
          .body("seen", equalTo(3))
          .body("unsubmittable", equalTo(0))
          .body("rules", empty());
      Trial.get(office, "/{id}/findings", id).body("items", empty());
    }
  }

  @Test
  void onlyWhatIsHandedInOfTheYearsAndTheRegionIsLookedAt() {
    String organ = city.organ(district);
    int year = 2010;
    for (String state : List.of("draft", "returned", "withdrawn", "reopened", "published")) {
      Steps.reportIn(state, organ, year++);
    }
    String other = city.organ(city.district());
    Api.filed(Sample.nil(other, 2021));
    byte[] file = FormFileTexts.bytes(FormFileTexts.of("2021"));
    Trial.send(office, Trial.ALL, file).body("reports", equalTo(4));
    Trial.send(office, Trial.ALL + "?from=2022&to=2022", file)
        .body("reports", equalTo(1))
        .body("from", equalTo(2022));
    Trial.send(TestKeys.office(city.code()), Trial.ALL + "?to=2021", file)
        .body("reports", equalTo(4))
        .body("region", equalTo(city.code()));
    Trial.send(TestKeys.ADMIN, Trial.ALL, file)
        .body("region", equalTo("000000"))
        .body("id", notNullValue());
    finishAll();
    Trial.get(TestKeys.ADMIN, "")
        .body("items[0].region", equalTo("000000"))
        .body("items[0].state", equalTo("done"));
    Trial.get(office, "")
        .body("total", equalTo(2))
        .body("items.region", everyItem(equalTo(district)));
  }

  @Test
  void nobodyTriesOrSeesWhatIsOfAnotherRegion() {
    String beside = TestKeys.office(city.district());
    byte[] file = FormFileTexts.bytes(FormFileTexts.of("2021"));
    Trial.send(beside, Trial.ALL + "?region=" + district, file).statusCode(403);
    Trial.send(office, Trial.ALL + "?region=" + city.code(), file).statusCode(403);
    Trial.send(TestKeys.ADMIN, Trial.ALL + "?region=999999", file)
        .statusCode(422)
        .body("code", equalTo("unknown-region"));
    Trial.send(TestKeys.organ(huancui), Trial.ALL, file).statusCode(403);
    long id = Trial.begin(office, FormFileTexts.of("2021"));
    Trial.get(beside, "/{id}", id).statusCode(404);
    Trial.get(beside, "/{id}/findings", id).statusCode(404);
    Trial.get(beside, "").body("total", equalTo(0));
    TestKeys.as(beside).delete(Trial.ALL + "/{id}", id).then().statusCode(404);
    Trial.get(TestKeys.office(city.code()), "/{id}", id).statusCode(200);
    Trial.get(office, "/x").statusCode(404);
    finishAll();
  }

  /** What is replaced in the file of 2021, by what; the place and the words of the refusal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          factor: 5 | factor: 2 | rules.X-JUMP | was changed but is still version 4
          left: [received, carriedOver] | left: [received, carriedAlong] | rules.T3-BAL | names the unknown row carriedAlong
          edition: "2021" | edition: "1999" | edition | 1999 is not in force
          sections: | sections: [ | line:9 | line 9, column
          severity: info | severity: fatal | rules[9].severity | is none of error, warning, info
          id: penalties, | id: fines, | sections.disclosure.rows.fines | only rules and labels may differ
          """)
  void aWrongFileIsRefusedWithItsPlace(String text, String by, String place, String words) {
    byte[] file = FormFileTexts.bytes(FormFileTexts.of("2021", text, by));
    String answer =
        Trial.send(office, Trial.ALL, file)
            .statusCode(422)
            .contentType("application/problem+json")
            .body("code", equalTo("rule-file-invalid"))
            .body("type", equalTo("/problems/rule-file-invalid"))
            .body("violations", hasSize(1))
            .body("violations[0].pointer", equalTo(place))
            .body("violations[0].message", containsString(words))
            .extract()
            .asString();
    assertThat(answer).doesNotContain("org.gongkai", "java.", "fasterxml", "Exception");
    Trial.get(office, "").body("total", equalTo(0));
  }

  @Test
  void whatIsNoFileIsRefused() {
    Trial.send(office, Trial.ALL, new byte[0])
        .statusCode(422)
        .body("violations[0].pointer", equalTo("line:1"));
    byte[] large = FormFileTexts.bytes(FormFileTexts.of("2021") + " ".repeat(1024 * 1024));
    Trial.send(office, Trial.ALL, large).statusCode(413).body("code", equalTo("payload-too-large"));
    TestKeys.as(office).contentType("text/csv").body("a,b").post(Trial.ALL).then().statusCode(415);
    byte[] file = FormFileTexts.bytes(FormFileTexts.of("2021"));
    Trial.send(office, Trial.ALL + "?from=2022&to=2021", file).statusCode(400);
    Trial.send(office, Trial.ALL + "?from=soon", file).statusCode(400);
  }

  @Test
  void noOfficeHasMoreThanTenUnfinished() {
    List<Long> begun = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      begun.add(Trial.begin(office, FormFileTexts.of("2021")));
    }
    byte[] file = FormFileTexts.bytes(FormFileTexts.of("2021"));
    Trial.send(office, Trial.ALL, file).statusCode(409).body("code", equalTo("state-conflict"));
    Trial.send(TestKeys.office(city.code()), Trial.ALL, file).statusCode(202);
    TestKeys.as(office).delete(Trial.ALL + "/{id}", begun.getFirst()).then().statusCode(204);
    begun.add(Trial.begin(office, FormFileTexts.of("2021")));
    var page = Trial.get(office, "?limit=4").body("total", equalTo(11)).body("items", hasSize(4));
    page.body("items[0].id", equalTo(begun.getLast().toString()))
        .body("items[0].rules", nullValue());
    Trial.get(office, "?limit=100&cursor=" + page.extract().path("next"))
        .body("items", hasSize(7))
        .body("next", nullValue());
    finishAll();
  }

  @Test
  void findingsComeInPages() {
    String organ = city.organ(district);
    Api.filed(Trial.decisions(organ, 2023, 200, 300));
    Api.filed(Trial.decisions(organ, 2024, 900, 900));
    long id = Trial.begin(office, Trial.otherJumps());
    finish(id);
    List<Object> seen = new ArrayList<>();
    String cursor = "";
    do {
      var page = Trial.get(office, "/{id}/findings?limit=1" + cursor, id).body("items", hasSize(1));
      seen.add(
          page.extract().path("items[0].report")
              + " "
              + page.extract().path("items[0].finding.id"));
      String next = page.extract().path("next");
      cursor = next == null ? null : "&cursor=" + next;
    } while (cursor != null);
    assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    Trial.get(office, "/{id}/findings?cursor=x", id).statusCode(400);
    Trial.get(office, "/{id}/findings?change=x", id).statusCode(400);
  }

  @Test
  void oneThatIsCancelledGoesNoFurtherAndIsForgottenTheSecondTime() {
    finishAll();
    long id = Trial.begin(office, Trial.otherJumps());
    assertThat(rehearsalRunner.step(1)).isTrue();
    Trial.get(office, "/{id}", id).body("state", equalTo("running")).body("seen", equalTo(1));
    TestKeys.as(office).delete(Trial.ALL + "/{id}", id).then().statusCode(204);
    finishAll();
    Trial.get(office, "/{id}", id)
        .body("state", equalTo("cancelled"))
        .body("seen", equalTo(1))
        .body("reports", equalTo(3));
    TestKeys.as(office).delete(Trial.ALL + "/{id}", id).then().statusCode(204);
    Trial.get(office, "/{id}", id).statusCode(404);
  }

  @Test
  void oneWhoseRulesInForceHaveChangedFails() {
    long id = Trial.begin(office, Trial.otherJumps());
    sql.statement("UPDATE rehearsal SET against = 'other' WHERE id = :id").bind("id", id).update();
    finish(id);
    Trial.get(office, "/{id}", id).body("state", equalTo("failed")).body("seen", equalTo(0));
  }

  @Test
  void aReportThatCannotBeReadStopsNothing() {
    long report = Api.filed(Sample.nil(city.organ(district), 2021));
    sql.statement(
            """
            INSERT INTO revision (report, number, document, digest, editions, findings, author, made_at)
            SELECT report, 2, '{"organ": 7}', digest, editions, findings, author, made_at
            FROM revision WHERE report = :id AND number = 1
            """)
        .bind("id", report)
        .update();
    sql.statement("UPDATE report SET revision = 2 WHERE id = :id").bind("id", report).update();
    long id = Trial.begin(office, Trial.otherJumps());
    finish(id);
    Trial.get(office, "/{id}", id)
        .body("state", equalTo("done"))
        .body("seen", equalTo(4))
        .body("unjudged", equalTo(1))
        .body("rules[0].appearing.findings", equalTo(1));
  }

  @Test
  void oneThatEndedLongAgoIsForgotten() {
    long id = Trial.begin(office, Trial.otherJumps());
    finish(id);
    rehearsalRunner.forget();
    Trial.get(office, "/{id}", id).statusCode(200);
    sql.statement("UPDATE rehearsal SET ended_at = ended_at - interval '91 days' WHERE id = :id")
        .bind("id", id)
        .update();
    rehearsalRunner.forget();
    Trial.get(office, "/{id}", id).statusCode(404);
  }

  private void finish(long id) {
    finishAll();
    assertThat((String) Trial.get(TestKeys.ADMIN, "/{id}", id).extract().path("state"))
        .isNotIn("waiting", "running");
  }

  private void finishAll() {
    while (rehearsalRunner.step(50)) {
      // those of other tests, too
    }
  }
}
