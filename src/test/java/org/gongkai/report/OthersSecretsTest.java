package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.access.TestKeys;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.rule.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever an organ asks, nothing that other organs state comes back to it: no number, no word, not
 * whose report it was held against.
 */
@QuarkusTest
class OthersSecretsTest {

  /** Digests and fractions of seconds: any number is in one of them some day. */
  private static final Pattern CHANCE = Pattern.compile("[0-9a-f]{64}|\\.[0-9]+Z");

  /** Long enough to be compared with other reports. */
  static final String SHARED =
      """
      年内把惠企政策汇编成册送到园区，逐户核对企业是否收到，收集反馈后调整了发布时间和栏目次序。\
      组织青年干部担任政策讲解员，用方言录制短片，在集市和候车亭循环播放，方便外出务工人员了解补贴办理流程。\
      与档案馆合作整理早年形成的土地确权材料，补齐目录并注明查阅条件，来访群众当场就能知道材料是否存在。\
      针对夜间咨询较多的情况调整值班安排，增设回拨登记，次日上午由经办人答复并记录满意情况。\
      对栏目更新建立红黄灯提醒，连续两周没有内容的科室由分管负责同志约谈，年末逐一通报整改结果。\
      """;

  private static final String OWN_END =
      "选取三个村试点公开低保评议过程，评议会邀请监督委员会成员列席，会后三天内张贴结果并拍照存档，更换老旧触摸屏，增加大字版。";

  private static final String SECRET_WORDS = "蟠桃园琉璃井旁的旧档";

  @Inject Forms forms;

  private final City city = City.found();

  private final List<String> answers = new ArrayList<>();
  private final Set<String> rules = new LinkedHashSet<>();

  private static ObjectNode report(String organ, int year, int decisions, String text) {
    ObjectNode report = Sample.nil(organ, year);
    report.putArray("nil").add("applications").add("contests");
    Sample.with(report, "/disclosure/licensing/decisions", decisions);
    Sample.with(report, "/narrative/problems", "基层公开力量不足，将在下一步工作中补齐。");
    return Sample.with(report, "/narrative/platform", text);
  }

  /** Asks for everything that an organ gets to see of findings. */
  private void askEverything(String organ, ObjectNode report) {
    String key = TestKeys.organ(organ);
    for (String language : List.of("zh", "en")) {
      note(send(key, report).header("Accept-Language", language).post("/api/v1/validations"));
    }
    ObjectNode broken = report.deepCopy();
    Sample.with(
        broken,
        "/contests/reconsideration",
        Map.of("upheld", 1, "corrected", 0, "other", 0, "pending", 0, "total", 5));
    broken.putArray("nil").add("applications");
    note(send(key, broken).post("/api/v1/reports"));
    note(send(key, report).post("/api/v1/reports?state=draft"));
    int year = report.path("year").asInt();
    String scope = report.path("scope").asText("organ");
    long id = idOf(organ, year, scope);
    String natural = "/api/v1/organs/" + organ + "/reports/" + year + "?scope=" + scope;
    String at = "/api/v1/reports/" + id;
    note(TestKeys.as(key).post(at + "/submission"));
    for (String part :
        List.of(
            "", "/findings", "/revisions", "/revisions/1", "/events", "/revisions/1/document")) {
      note(TestKeys.as(key).get(at + part));
    }
    note(TestKeys.as(key).get(natural));
    note(TestKeys.as(key).get("/api/v1/reports?organ=" + organ));
    note(
        send(key, Sample.with(report.deepCopy(), "/narrative/otherMatters", "无其他事项。"))
            .header("If-Match", Api.tag(id))
            .put(at));
    note(TestKeys.as(key).get(at + "/differences?from=1&to=2"));
    note(send(key, broken).put(natural));
  }

  private static RequestSpecification send(String key, ObjectNode report) {
    return TestKeys.as(key).contentType(ContentType.JSON).body(report.toString());
  }

  private static long idOf(String organ, int year, String scope) {
    return Api.get("/api/v1/organs/{organ}/reports/{year}?scope={scope}", organ, year, scope)
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("id");
  }

  private void note(Response answer) {
    String text = answer.asString();
    assertThat(answer.statusCode()).as(text).isIn(200, 201, 422);
    answers.add(CHANCE.matcher(text).replaceAll(""));
    if (text.startsWith("{") && text.indexOf('\n') < 0) {
      for (JsonNode finding : Sample.json(text).path("findings")) {
        rules.add(finding.path("rule").asText());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2020, 2023})
  void nothingThatOthersStateIsToldAnOrgan(int year) {
    String district = city.district();
    String jumping = city.organ(district);
    String alike = city.organ(district);
    String first = city.organ(district);
    Api.filed(report(jumping, year - 1, 30, "上一年度的文字另有一份。"));
    Set<String> secrets = new LinkedHashSet<>(Set.of(SECRET_WORDS));
    for (int i = 0; i < 6; i++) {
      String peer = city.organ(district);
      int before = 40127 + 11 * i;
      int now = 50341 + 13 * i;
      String text = i == 0 ? SHARED + SECRET_WORDS + "。" : SECRET_WORDS + "另存一份，编为" + i + "号。";
      Api.filed(report(peer, year - 1, before, "往年的文字。"));
      Api.filed(report(peer, year, now, text));
      secrets.addAll(List.of(peer, "" + before, "" + now));
    }
    askEverything(jumping, report(jumping, year, 30_000, SHARED));
    askEverything(alike, report(alike, year, 3, SHARED + OWN_END));
    askEverything(first, report(first, year, 9_000_000, "本单位的文字只有这一句。"));

    String government = government(district, 1);
    String second = government(district, 2);
    secrets.add(government);
    Api.filed(Sample.with(report(government, year, 5, "政府的文字。"), "/scope", "area"));
    askEverything(
        second, (ObjectNode) Sample.with(report(second, year, 6, "另一份文字。"), "/scope", "area"));

    assertThat(rules).containsAll(rulesThatAskOthers());
    assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(secrets));

    JsonNode forOffice =
        Sample.json(
            TestKeys.as(TestKeys.office(district))
                .get("/api/v1/reports/" + idOf(first, year, "organ") + "/findings")
                .asString());
    assertThat(forOffice.findValuesAsText("rule")).contains("X-PEERS");
    for (JsonNode finding : forOffice) {
      if (finding.path("rule").asText().equals("X-PEERS")) {
        assertThat(finding.path("right").asInt()).isEqualTo(50341 + 13 * 5);
        assertThat(finding.path("message").asText()).contains("" + (50341 + 13 * 5));
      }
    }
  }

  private static String government(String district, int number) {
    String code = "GOV-" + district + "-" + number;
    TestKeys.admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "第" + number + "办公室", "region", district, "kind", "general-office"))
        .put("/api/v1/organs/" + code)
        .then()
        .statusCode(201);
    return code;
  }

  private Set<String> rulesThatAskOthers() {
    Set<String> ids =
        forms.all().stream()
            .map(Form::rules)
            .flatMap(List::stream)
            .filter(rule -> rule.relation().asksOthers())
            .map(Rule::id)
            .collect(Collectors.toSet());
    assertThat(ids).isNotEmpty();
    return ids;
  }
}
