package org.gongkai.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.access.TestKeys;
import org.gongkai.feed.Feed;
import org.gongkai.journey.Api;
import org.gongkai.journey.AtOnce;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.platform.CanonicalJson;
import org.gongkai.platform.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Personal data is gone from everything that is kept, and what it was proof of is still proved. */
@QuarkusTest
class RedactionTest {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  /** Long enough to be found where it stands in another report. */
  private static final String LONG =
      "以服务企业群众为导向优化公开平台栏目设置，围绕产业扶持政策梳理形成事项清单，逐项明确公开时限、公开方式和责任科室，"
          + "安排专人对照清单逐条核验发布内容，对更新滞后的栏目发出提醒并跟踪整改到位，同步在办事大厅设置自助查询设备，"
          + "方便前来办事的企业负责人随时查阅申报指南，并为老年人提供纸质材料代查代取服务，全年组织业务骨干走进园区开展政策宣讲，"
          + "面对面解答企业关心的申报条件和兑现流程，推动公开工作从能查得到向看得明白转变。";

  /** Numbers that no other test knows. */
  private static int people = 700;

  @Inject Sql sql;

  private final City city = City.found();
  private String district;
  private String organ;
  private String identity;
  private String phone;

  @BeforeEach
  void register() {
    district = city.district();
    organ = city.organ(district);
    people++;
    identity = identity("11010519610417" + people);
    phone = "13571139" + people;
  }

  private static String identity(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return digits + "10X98765432".charAt(sum % 11);
  }

  private ObjectNode naming(String of, String person) {
    return Sample.with(
        Sample.huancui(of),
        "/narrative/platform",
        LONG + "申请人" + person + "（身份证号" + identity + "，手机" + phone + "）已答复。");
  }

  private static ValidatableResponse redact(
      RequestSpecification caller, long id, String why, String... words) {
    return caller
        .contentType(ContentType.JSON)
        .body(Map.of("words", List.of(words), "reason", why))
        .post("/api/v1/reports/{id}/redactions", id)
        .then();
  }

  @Test
  void nothingKeepsTheWordsAndReceiptsStillProve() {
    String person = "欧阳甲一";
    ObjectNode sent = naming(organ, person);
    long id =
        Api.id(
            Api.send(admin().header("Idempotency-Key", "redaction-" + organ), sent)
                .post("/api/v1/reports")
                .then()
                .statusCode(201));
    long copy = Api.filed(naming(city.organ(district), person));
    Api.report(copy)
        .body("findings.findAll { it.rule == 'TEXT-COPY' }.cells.flatten().organ", hasItem(organ));
    Steps.giveBack(admin(), id, "narrative.platform", "请核对" + person).statusCode(200);
    Sample.with(sent, "/disclosure/licensing/decisions", 9);
    Api.send(admin().header("If-Match", Api.tag(id)), sent)
        .put("/api/v1/reports/{id}?state=submitted&reason=核对" + person, id)
        .then()
        .statusCode(200);
    String finding =
        Api.report(id).extract().path("findings.find { it.rule == 'TEXT-PRIVATE' }.id");
    Steps.explain(admin(), id, finding, person + "同意公开").statusCode(200);
    Steps.accept(admin(), id).statusCode(200);
    Steps.publish(admin(), id).statusCode(200);

    assertThat(kept(person)).isNotEmpty();
    int unexplained = Api.report(id).extract().path("unexplained");
    String then = Api.report(id).extract().path("changedAt");
    String receipt = Api.report(id).extract().path("receipt.number");
    String digest = Api.report(id).extract().path("receipt.digest");
    String seen = Api.tag(id);
    long position = Feed.end();

    redact(admin().header("If-Match", seen), id, "依申请人要求", person, identity, phone)
        .statusCode(200)
        .body("revisions", contains(1, 2))
        .body("alsoIn", contains((int) copy))
        .body("redacted.reason", equalTo("依申请人要求"))
        .body("redacted.author", notNullValue())
        .header("ETag", Api.tag(id));
    redact(admin(), copy, "依申请人要求", person, identity, phone)
        .statusCode(200)
        .body("alsoIn", empty());

    for (String word : List.of(person, "欧阳甲", identity, phone)) {
      assertThat(kept(word)).as(word).isEmpty();
    }
    assertThat(
            sql.statement("SELECT count(*) AS kept FROM idempotency WHERE report = :report")
                .bind("report", id)
                .first(row -> row.getInt("kept")))
        .contains(0);
    for (String key : List.of(TestKeys.reader(), TestKeys.organ(organ), TestKeys.ADMIN)) {
      as(key)
          .get("/api/v1/reports/{id}", id)
          .then()
          .statusCode(200)
          .body("narrative.platform", containsString("申请人****（身份证号****"))
          .body("disclosure.licensing.decisions", equalTo(9))
          .body("redacted.reason", equalTo("依申请人要求"))
          .body("redacted.at", notNullValue());
    }
    Api.get("/api/v1/reports/{id}?asOf={then}", id, then)
        .body("narrative.platform", containsString("申请人****"))
        .body("redacted.reason", equalTo("依申请人要求"));
    Api.report(id)
        .body("unexplained", lessThanOrEqualTo(unexplained))
        .body("findings.rule", not(hasItem("TEXT-PRIVATE")));
    Api.get("/api/v1/reports/{id}/revisions", id)
        .body("items.redacted.reason", everyItem(equalTo("依申请人要求")))
        .body("items[1].digest", equalTo(digest))
        .body("items[1].reason", equalTo("核对****"));
    Api.get("/api/v1/receipts/{number}?digest={digest}", receipt, digest)
        .body("matches", equalTo(true))
        .body("status", equalTo("in-force"))
        .body("redactedAt", notNullValue());
    byte[] left =
        admin()
            .get("/api/v1/reports/{id}/revisions/2/document", id)
            .asString()
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(hex(new String(left, java.nio.charset.StandardCharsets.UTF_8))).isNotEqualTo(digest);
    Api.get("/api/v1/reports/{id}/events", id)
        .body("items[-1].kind", equalTo("redacted"))
        .body("items[-1].reason", equalTo("依申请人要求"));
    Api.get("/api/v1/audit?report={id}&outcome=done&limit=1", id)
        .body("items[0].action", equalTo("redactReport"));
    as(TestKeys.reader())
        .get("/api/v1/changes?region={region}&after={after}", district, position)
        .then()
        .body("items.kind", hasItem("report.redacted"));
    admin()
        .post("/api/v1/rollups/checks?region=" + district)
        .then()
        .statusCode(200)
        .body("differences", empty());

    // nobody brings them back by repeating what was sent
    Steps.reopen(admin(), id, "更正").statusCode(200);
    Api.correct(id, seen, sent).statusCode(412);
    Api.put(organ, 2021, sent).statusCode(409).body("code", equalTo("state-conflict"));
    Api.send(admin().header("Idempotency-Key", "redaction-" + organ), naming(organ, person))
        .post("/api/v1/reports")
        .then()
        .statusCode(409)
        .body("code", equalTo("report-exists"));
    assertThat(kept(person)).isEmpty();
  }

  /** A cell takes whatever is typed, and a finding quotes it. */
  @Test
  void whatStandsInPlaceOfANumberIsMaskedToo() {
    for (String person : List.of("宇文庚七", "Yuwen" + people)) {
      for (String typed : PLACES) {
        isMasked(typed, person);
      }
    }
  }

  private static final List<String> PLACES =
      List.of(
          "[\"PERSON\"]",
          "{\"PERSON\": 1}",
          "{\"value\": {\"PERSON\": \"PERSON\"}}",
          "{\"value\": 3, \"unit\": \"PERSON\"}",
          "{\"value\": \"PERSON等3件\", \"remark\": \"PERSON\"}");

  private void isMasked(String typed, String person) {
    ObjectNode sent = Sample.huancui(city.organ(district));
    sent.withObject("/disclosure/licensing")
        .set("decisions", Sample.json(typed.replace("PERSON", person)));
    long id = Api.drafted(sent);
    assertThat(kept(person)).as(typed).isNotEmpty();
    redact(admin(), id, "遮盖", person).statusCode(200);
    assertThat(kept(person)).as(typed).isEmpty();
    Api.report(id).body("findings.id", hasItem("INT:disclosure.licensing.decisions"));
  }

  /** Not only in what was sent: an office and an organ write of people, too. */
  @Test
  void whereElseTheWordsWereSaidIsTold() {
    String person = "公孙辛八";
    long id = Api.filed(naming(organ, person));
    List<Long> others = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      others.add(Api.filed(Sample.huancui(city.organ(district))));
    }
    Steps.giveBack(admin(), others.get(0), "disclosure", "请与" + person + "核对").statusCode(200);
    String finding = Api.report(others.get(1)).extract().path("findings[0].id");
    Steps.explain(admin(), others.get(1), finding, person + "已核对").statusCode(200);
    Steps.accept(admin(), others.get(2)).statusCode(200);
    Steps.reopen(admin(), others.get(2), person + "来电").statusCode(200);
    List<Integer> told = redact(admin(), id, "遮盖", person).statusCode(200).extract().path("alsoIn");
    assertThat(told).containsExactlyElementsOf(others.stream().map(Long::intValue).toList());
  }

  /** Many clients write nothing but ASCII. */
  @Test
  void wordsThatAreWrittenWithEscapesAreFoundToo() throws Exception {
    String person = "尉迟己六";
    ObjectMapper ascii = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    long id = Api.filed(naming(organ, person));
    String copied = ascii.writeValueAsString(naming(city.organ(district), person));
    assertThat(copied).doesNotContain(person);
    int copy =
        admin()
            .contentType(ContentType.JSON)
            .body(copied)
            .post("/api/v1/reports")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    redact(admin(), id, "遮盖", person).statusCode(200).body("alsoIn", contains(copy));
    redact(admin(), copy, "遮盖", person).statusCode(200).body("alsoIn", empty());
    Api.report(copy).body("narrative.platform", containsString("申请人****（"));
  }

  @Test
  void whatIsHandedInAfterwardsIsProvedAsItIs() {
    long id = Api.drafted(naming(organ, "司马乙二"));
    redact(admin(), id, "遮盖", "司马乙二", identity, phone).statusCode(200);
    Steps.submit(admin(), id).statusCode(200);
    String document = admin().get("/api/v1/reports/{id}/revisions/1/document", id).asString();
    String number = Api.report(id).extract().path("receipt.number");
    Api.get("/api/v1/receipts/{number}?digest={digest}", number, hex(document))
        .body("matches", equalTo(true))
        .body("redactedAt", nullValue());
    Api.report(id)
        .body("findings.rule", not(hasItem("TEXT-PRIVATE")))
        .body("redacted.reason", equalTo("遮盖"));
  }

  @Test
  void whatCannotBeMaskedStaysAsItWas() {
    ObjectNode sent = naming(organ, "诸葛丙三");
    long id = Api.filed(sent);
    String seen = Api.tag(id);
    redact(as(TestKeys.office(district)), id, "遮盖", "诸葛丙三").statusCode(403);
    redact(admin(), id, "遮盖", "诸葛丙三", "不在其中的字")
        .statusCode(400)
        .body("violations.pointer", contains("/words/1"));
    redact(admin(), id, "遮盖诸葛丙三", "诸葛丙三").statusCode(400);
    redact(admin(), id, "遮盖", "诸").statusCode(400);
    redact(admin(), id, "遮盖", organ).statusCode(400);
    redact(admin().header("If-Match", "\"9-0-zh\""), id, "遮盖", "诸葛丙三").statusCode(412);
    Api.report(id)
        .header("ETag", seen)
        .body("narrative.platform", equalTo(sent.at("/narrative/platform").textValue()))
        .body("redacted", nullValue());
  }

  /** Everything or nothing: what fails at the end has changed nothing at the beginning. */
  @Test
  void whatFailsHasChangedNothing() {
    String person = "夏侯戊五";
    long id = Api.filed(naming(organ, person));
    String seen = Api.tag(id);
    List<String> before = kept(person);
    FailingObserver.fails = true;
    try {
      redact(admin(), id, "遮盖", person).statusCode(500);
    } finally {
      FailingObserver.fails = false;
    }
    assertThat(kept(person)).isEqualTo(before);
    Api.report(id).header("ETag", seen).body("redacted", nullValue());
    Api.get("/api/v1/reports/{id}/events", id).body("items.kind", contains("submitted"));
  }

  /** Another room that lets go of words, and cannot. */
  @Singleton
  static class FailingObserver {

    private static volatile boolean fails;

    void fail(@Observes ReportsRedacted redacted) {
      if (fails) {
        throw new IllegalStateException("on purpose, for " + redacted.reports());
      }
    }
  }

  /** A correction is before it, and is masked, or after it, and has seen it. */
  @Test
  void noCorrectionBringsTheWordsBack() {
    String person = "上官丁四";
    ObjectNode sent = naming(organ, person);
    long id = Api.filed(sent);
    String seen = Api.tag(id);
    List<Integer> statuses =
        AtOnce.map(
            IntStream.range(0, 9).boxed().toList(),
            worker -> {
              if (worker == 4) {
                return redact(admin(), id, "遮盖", person).extract().statusCode();
              }
              ObjectNode mine =
                  Sample.with(sent.deepCopy(), "/disclosure/licensing/decisions", 100 + worker);
              return Api.correct(id, seen, mine).extract().statusCode();
            });
    assertThat(statuses.get(4)).isEqualTo(200);
    assertThat(statuses).containsOnly(200, 412);
    assertThat(kept(person)).isEmpty();
  }

  private static String hex(String document) {
    return HexFormat.of().formatHex(CanonicalJson.digest(Sample.json(document)));
  }

  /** Tables in which a word stands, wherever. */
  private List<String> kept(String word) {
    List<String> tables =
        sql.statement(
                """
                SELECT quote_ident(c.relname) AS name
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND n.nspname = current_schema()
                """)
            .list(row -> row.getString("name"));
    return tables.stream()
        .filter(
            table ->
                sql.statement(
                            "SELECT count(*) AS found FROM TABLE_NAME AS t WHERE strpos(t::text, :word) > 0"
                                .replace("TABLE_NAME", table))
                        .bind("word", word)
                        .first(row -> row.getLong("found"))
                        .orElseThrow()
                    > 0)
        .toList();
  }
}
