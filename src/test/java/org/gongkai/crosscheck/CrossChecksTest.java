package org.gongkai.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.access.TestKeys;
import org.gongkai.bulk.BulkResource;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.gongkai.journey.Steps;
import org.gongkai.upkeep.RegistryRecheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports beside the registry, the organ's other years and other organs. */
@QuarkusTest
class CrossChecksTest {

  private static final String OWN_WORDS =
      """
      年内把惠企政策汇编成册送到园区，逐户核对企业是否收到，收集反馈后调整了发布时间和栏目次序。\
      组织青年干部担任政策讲解员，用方言录制短片，在集市和候车亭循环播放，方便外出务工人员了解补贴办理流程。\
      与档案馆合作整理早年形成的土地确权材料，补齐目录并注明查阅条件，来访群众当场就能知道材料是否存在。\
      针对夜间咨询较多的情况调整值班安排，增设回拨登记，次日上午由经办人答复并记录满意情况。\
      对栏目更新建立红黄灯提醒，连续两周没有内容的科室由分管负责同志约谈，年末逐一通报整改结果。\
      """;
  private static final String OTHER_WORDS =
      """
      全面梳理行政审批事项办理指南，请窗口人员和代办员试读后修改晦涩表述，把材料样例附在指南后面。\
      选取三个村试点公开低保评议过程，评议会邀请监督委员会成员列席，会后三天内张贴结果并拍照存档。\
      建立舆情和咨询联动分析机制，从热线工单里筛选高频问题，编写问答在公众号推送并持续更新。\
      更换老旧触摸屏，增加大字版和语音播报功能，社区志愿者每周两次现场帮助老人查询养老服务信息。\
      开展文件语言通俗化改写竞赛，由居民打分排名，获奖稿件作为范本印发各科室学习参考使用。\
      """;

  private final City city = City.found();
  private String district;

  @BeforeEach
  void register() {
    district = city.district();
  }

  private static ObjectNode report(String organ, int year, String platform) {
    return Sample.with(
        Sample.with(Sample.nil(organ, year), "/narrative/platform", platform),
        "/narrative/problems",
        "基层公开力量不足，培训不够系统，将在下一步工作中逐步补齐。" + organ);
  }

  private static List<JsonNode> findings(RequestSpecification caller, long id, String rule) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode finding :
        Sample.json(caller.get("/api/v1/reports/" + id + "/findings").asString())) {
      if (finding.path("rule").asText().equals(rule)) {
        found.add(finding);
      }
    }
    return found;
  }

  private static List<JsonNode> findings(long id, String rule) {
    return findings(admin(), id, rule);
  }

  private static String places(long id, String rule) {
    return String.join(",", findings(id, rule).stream().map(f -> f.path("id").asText()).toList());
  }

  private static void organ(String code, String name, String region, String kind) {
    organ(code, Map.of("name", name, "region", region, "kind", kind));
  }

  private static void organ(String code, Map<String, String> form) {
    int status =
        admin()
            .contentType(ContentType.JSON)
            .body(form)
            .put("/api/v1/organs/" + code)
            .then()
            .extract()
            .statusCode();
    assertThat(status).isIn(200, 201);
  }

  @Test
  void textOfLastYearIsPointedOutWhateverItsNumbers() {
    String organ = city.organ(district);
    Api.filed(report(organ, 2022, "2022年发布12条。" + OWN_WORDS));
    long copied = Api.filed(report(organ, 2023, "2023年发布345条。" + OWN_WORDS));
    assertThat(places(copied, "TEXT-COPY")).isEqualTo("TEXT-COPY:narrative.platform");
    JsonNode finding = findings(copied, "TEXT-COPY").getFirst();
    assertThat(finding.path("severity").asText()).isEqualTo("warning");
    assertThat(finding.path("left").asInt()).isEqualTo(100);
    assertThat(finding.path("message").asText()).contains("100% 的文字与本机关 2022 年度报告相同");
    assertThat(finding.at("/cells/1/year").asInt()).isEqualTo(2022);
    assertThat(finding.at("/cells/1/organ").isMissingNode()).isTrue();
    String quoted = finding.at("/cells/0/stated").asText();
    String text =
        report(organ, 2023, "2023年发布345条。" + OWN_WORDS).at("/narrative/platform").asText();
    int at = finding.at("/cells/0/at").asInt();
    assertThat(text.substring(at)).startsWith(quoted);

    long rewritten = Api.filed(report(organ, 2024, OTHER_WORDS));
    assertThat(places(rewritten, "TEXT-COPY")).isEmpty();
    assertThat(places(rewritten, "TEXT-ALIKE")).isEmpty();
  }

  @Test
  void textFromTwoYearsAgoIsFoundToo() {
    String organ = city.organ(district);
    Api.filed(report(organ, 2021, OWN_WORDS));
    Api.filed(report(organ, 2022, OTHER_WORDS));
    long copied = Api.filed(report(organ, 2023, OWN_WORDS));
    assertThat(findings(copied, "TEXT-COPY").getFirst().at("/cells/1/year").asInt())
        .isEqualTo(2021);
  }

  @Test
  void anOrganIsNotToldWhoseTextItHas() {
    String first = city.organ(district);
    String second = city.organ(district);
    Api.filed(report(first, 2023, OWN_WORDS));
    long copied = Api.filed(report(second, 2023, OWN_WORDS + "我们还走访了山区的三户人家。"));
    JsonNode forOffice =
        findings(TestKeys.as(TestKeys.office(district)), copied, "TEXT-COPY").getFirst();
    assertThat(forOffice.at("/cells/1/organ").asText()).isEqualTo(first);
    assertThat(forOffice.path("message").asText()).contains("本地区另一机关");
    JsonNode forOrgan =
        findings(TestKeys.as(TestKeys.organ(second)), copied, "TEXT-COPY").getFirst();
    assertThat(forOrgan.path("cells")).hasSize(1);
    assertThat(forOrgan.toString()).doesNotContain(first);
    Steps.accept(admin(), copied).statusCode(200);
    Steps.publish(admin(), copied).statusCode(200);
    assertThat(TestKeys.as(TestKeys.reader()).get("/api/v1/reports/" + copied).asString())
        .contains("TEXT-COPY")
        .doesNotContain(first);
    String elsewhere = city.organ(city.district());
    assertThat(places(Api.filed(report(elsewhere, 2023, OWN_WORDS)), "TEXT-COPY")).isEmpty();
  }

  @Test
  void whatManyOrgansHaveWasGivenToThem() {
    for (int i = 0; i < 4; i++) {
      Api.filed(report(city.organ(district), 2023, OWN_WORDS));
    }
    long fifth = Api.filed(report(city.organ(district), 2023, OWN_WORDS));
    assertThat(places(fifth, "TEXT-COPY")).isEmpty();
    assertThat(places(fifth, "TEXT-ALIKE")).isEmpty();
  }

  @Test
  void whatWasCorrectedOrWithdrawnIsNoLongerCopied() {
    String first = city.organ(district);
    long original = Api.filed(report(first, 2023, OWN_WORDS));
    Api.correct(original, Api.tag(original), report(first, 2023, OTHER_WORDS)).statusCode(200);
    long second = Api.filed(report(city.organ(district), 2023, OWN_WORDS));
    assertThat(places(second, "TEXT-COPY")).isEmpty();
    Steps.withdraw(admin(), second).statusCode(200);
    assertThat(places(Api.filed(report(city.organ(district), 2023, OWN_WORDS)), "TEXT-COPY"))
        .isEmpty();
    long third = Api.filed(report(city.organ(district), 2023, OTHER_WORDS));
    assertThat(places(third, "TEXT-COPY")).isEqualTo("TEXT-COPY:narrative.platform");
  }

  @Test
  void aTextMovesWithItsOrgan() {
    String first = city.organ(district);
    Api.filed(report(first, 2023, OWN_WORDS));
    String other = city.district();
    organ(first, "搬走的局", other, "department");
    assertThat(places(Api.filed(report(city.organ(district), 2023, OWN_WORDS)), "TEXT-COPY"))
        .isEmpty();
    assertThat(places(Api.filed(report(city.organ(other), 2023, OWN_WORDS)), "TEXT-COPY"))
        .isEqualTo("TEXT-COPY:narrative.platform");
  }

  @Test
  void aTextThatIsMuchTheSameIsFoundAmongHundreds() {
    List<Object> many = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      many.add(report(city.organ(district), 2023, distinct(i)));
    }
    together(many.toArray());
    int found = 0;
    for (int i = 0; i < 120; i += 4) {
      String nine = distinct(i).substring(0, 270) + distinct(i + 1_000).substring(0, 20);
      long copy = Api.filed(report(city.organ(district), 2023, nine));
      found += places(copy, "TEXT-COPY").isEmpty() ? 0 : 1;
    }
    assertThat(found).isEqualTo(30);
  }

  /** 300 characters that no other number has, as far as eight beside each other are concerned. */
  private static String distinct(int number) {
    Random random = new Random(number);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append((char) ('\u4e00' + random.nextInt(2_000)));
    }
    return text.toString();
  }

  @Test
  void ofTwoFiledTogetherTheLaterOneIsTheCopy() {
    String first = city.organ(district);
    String second = city.organ(district);
    together(report(first, 2023, OWN_WORDS), report(second, 2023, OWN_WORDS));
    assertThat(places(idOf(first, 2023), "TEXT-COPY")).isEmpty();
    assertThat(places(idOf(second, 2023), "TEXT-COPY")).isEqualTo("TEXT-COPY:narrative.platform");
  }

  @Test
  void ofACorrectionThatIsFiledTogetherTheNewTextCounts() {
    String first = city.organ(district);
    String second = city.organ(district);
    String third = city.organ(district);
    Api.filed(report(first, 2023, OTHER_WORDS));
    together(
        report(first, 2023, OWN_WORDS),
        report(second, 2023, OWN_WORDS),
        report(third, 2023, OTHER_WORDS));
    assertThat(places(idOf(first, 2023), "TEXT-COPY")).isEmpty();
    assertThat(places(idOf(second, 2023), "TEXT-COPY")).isEqualTo("TEXT-COPY:narrative.platform");
    assertThat(places(idOf(third, 2023), "TEXT-COPY")).isEmpty();
  }

  private static void together(Object... reports) {
    String body = Stream.of(reports).map(report -> report + "\n").collect(Collectors.joining());
    admin()
        .header("Content-Type", BulkResource.NDJSON)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/reports/bulk")
        .then()
        .statusCode(200);
  }

  private static long idOf(String organ, int year) {
    return Api.get("/api/v1/organs/{organ}/reports/{year}", organ, year)
        .extract()
        .jsonPath()
        .getLong("id");
  }

  @Test
  void aDraftIsJudgedAnewWhenItIsHandedIn() {
    long draft = Api.drafted(report(city.organ(district), 2023, OWN_WORDS));
    Api.filed(report(city.organ(district), 2023, OWN_WORDS));
    assertThat(places(draft, "TEXT-COPY")).isEmpty();
    Api.submit(draft).statusCode(200);
    assertThat(places(draft, "TEXT-COPY")).isEqualTo("TEXT-COPY:narrative.platform");
  }

  @Test
  void correctingLastYearRenewsWhatIsFoundInThisYear() {
    String organ = city.organ(district);
    long last = Api.filed(report(organ, 2022, OTHER_WORDS));
    long now = Api.filed(report(organ, 2023, OWN_WORDS));
    assertThat(places(now, "TEXT-COPY")).isEmpty();
    Api.correct(last, Api.tag(last), report(organ, 2022, OWN_WORDS)).statusCode(200);
    assertThat(places(now, "TEXT-COPY")).isEqualTo("TEXT-COPY:narrative.platform");
    Api.correct(last, Api.tag(last), report(organ, 2022, OTHER_WORDS)).statusCode(200);
    assertThat(places(now, "TEXT-COPY")).isEmpty();
  }

  @Test
  void onlyGovernmentsFromCitiesUpMakeRules() {
    String department = city.organ(district);
    long id = Api.filed(withRules(department));
    JsonNode finding = findings(id, "P-RULES").getFirst();
    assertThat(finding.path("id").asText()).isEqualTo("P-RULES:disclosure.rules");
    assertThat(finding.path("severity").asText()).isEqualTo("warning");
    assertThat(finding.path("cells")).hasSize(2);
    organ("GOV-" + district, "某区人民政府办公室", district, "general-office");
    assertThat(places(Api.filed(withRules("GOV-" + district)), "P-RULES")).isNotEmpty();
    organ("GOV-" + city.code(), "某市人民政府办公室", city.code(), "general-office");
    assertThat(places(Api.filed(withRules("GOV-" + city.code())), "P-RULES")).isEmpty();
    organ("DEP-" + city.code(), "某市教育局", city.code(), "department");
    assertThat(places(Api.filed(withRules("DEP-" + city.code())), "P-RULES")).isNotEmpty();
    assertThat(places(Api.filed(Sample.nil(department, 2024)), "P-RULES")).isEmpty();
  }

  private static ObjectNode withRules(String organ) {
    ObjectNode report = Sample.nil(organ, 2023);
    report.putArray("nil").add("applications").add("contests");
    return Sample.with(
        report, "/disclosure/rules", Map.of("issued", 1, "repealed", 0, "inForce", 3));
  }

  private static ObjectNode decisions(String organ, int year, int licensing) {
    ObjectNode report = Sample.nil(organ, year);
    report.putArray("nil").add("applications").add("contests");
    return Sample.with(report, "/disclosure/licensing/decisions", licensing);
  }

  @Test
  void aJumpFromAnOddYearIsNone() {
    String organ = city.organ(district);
    Api.filed(decisions(organ, 2020, 300));
    Api.filed(decisions(organ, 2021, 310));
    long odd = Api.filed(decisions(organ, 2022, 3));
    assertThat(places(odd, "X-JUMP")).isEqualTo("X-JUMP:disclosure.licensing.decisions");
    assertThat(places(Api.filed(decisions(organ, 2023, 305)), "X-JUMP")).isEmpty();
    assertThat(places(Api.filed(decisions(organ, 2024, 9000)), "X-JUMP")).isNotEmpty();
  }

  @Test
  void aJumpOfAllPeersIsNone() {
    String organ = city.organ(district);
    Api.filed(decisions(organ, 2022, 10));
    List<String> peers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      peers.add(city.organ(district));
      Api.filed(decisions(peers.getLast(), 2022, 20 + i));
    }
    for (int i = 0; i < 4; i++) {
      Api.filed(decisions(peers.get(i), 2023, 200 + i));
    }
    long alone = Api.filed(decisions(organ, 2023, 101));
    assertThat(places(alone, "X-JUMP")).isNotEmpty();
    Api.filed(decisions(peers.get(4), 2023, 205));
    Api.correct(alone, Api.tag(alone), decisions(organ, 2023, 102)).statusCode(200);
    assertThat(places(alone, "X-JUMP")).isEmpty();
    Api.correct(alone, Api.tag(alone), decisions(organ, 2023, 1002)).statusCode(200);
    assertThat(places(alone, "X-JUMP")).isNotEmpty();
  }

  @Test
  void peersExplainAJumpOfATotalByItsLeaves() {
    List<String> organs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      organs.add(city.organ(district));
      Api.filed(received(organs.getLast(), 2022, 10));
    }
    for (int i = 0; i < 5; i++) {
      Api.filed(received(organs.get(i), 2023, 100));
    }
    assertThat(places(Api.filed(received(organs.get(5), 2023, 100)), "X-JUMP")).isEmpty();
  }

  private static ObjectNode received(String organ, int year, int persons) {
    ObjectNode report = Sample.nil(organ, year);
    report.putArray("nil").add("disclosure").add("contests");
    ObjectNode applications = report.putObject("applications");
    for (String row : List.of("received", "outcomes.granted", "outcomes.total")) {
      ObjectNode cells = applications;
      for (String key : row.split("\\.")) {
        cells = cells.withObjectProperty(key);
      }
      cells.put("naturalPerson", persons).put("total", persons);
    }
    return report;
  }

  @Test
  void aFirstReportInYuanStandsOut() {
    for (int i = 0; i < 5; i++) {
      Api.filed(fees(city.organ(district), 3 + i));
    }
    String organ = city.organ(district);
    long id = Api.filed(fees(organ, 251_000));
    assertThat(places(id, "X-PEERS")).isEqualTo("X-PEERS:disclosure.fees.amount");
    assertThat(findings(id, "X-PEERS").getFirst().path("right").asInt()).isEqualTo(7);
    Api.correct(id, Api.tag(id), fees(organ, 25)).statusCode(200);
    assertThat(places(id, "X-PEERS")).isEmpty();
  }

  private static ObjectNode fees(String organ, int amount) {
    ObjectNode report = Sample.nil(organ, 2023);
    report.putArray("nil").add("applications").add("contests");
    return Sample.with(report, "/disclosure/fees/amount", amount);
  }

  @Test
  void aMergerExplainsWhatIsCarriedOver() {
    String organ = city.organ(district);
    String closed = city.organ(district);
    Map<String, String> ended = new HashMap<>();
    ended.put("name", "第2局");
    ended.put("region", district);
    ended.put("kind", "department");
    ended.put("validTo", "2023-07-01");
    ended.put("successor", organ);
    organ(closed, ended);
    Api.filed(carried(organ, 2022, 0, 3));
    Api.filed(carried(closed, 2022, 0, 4));
    long joined = Api.filed(carried(organ, 2023, 7, 0));
    assertThat(places(joined, "X-CARRY")).isEmpty();
    Api.correct(joined, Api.tag(joined), carried(organ, 2023, 5, 0)).statusCode(200);
    JsonNode finding = findings(joined, "X-CARRY").getFirst();
    assertThat(finding.path("severity").asText()).isEqualTo("warning");
    assertThat(finding.path("message").asText())
        .contains("本年为 5", "应为 3", "第2局 " + closed + " 4", "不计入或计入后应为以下之一：3、7");
    assertThat(finding.path("possible").toString()).isEqualTo("[3,7]");
    Api.correct(joined, Api.tag(joined), carried(organ, 2023, 3, 0)).statusCode(200);
    finding = findings(TestKeys.as(TestKeys.organ(organ)), joined, "X-CARRY").getFirst();
    assertThat(finding.path("severity").asText()).isEqualTo("info");
    assertThat(finding.path("message").asText()).contains(closed + " 4", "没有计入任何报告");

    // with a report of its own for the year the merged organ has carried on what it left itself
    long own = Api.filed(carried(closed, 2023, 4, 0));
    judgeUntil(() -> places(joined, "X-CARRY").isEmpty());
    Steps.withdraw(admin(), own).statusCode(200);
    judgeUntil(() -> !places(joined, "X-CARRY").isEmpty());
  }

  /** The scheduled round may be at it already, and then it is that one that has to end. */
  private void judgeUntil(BooleanSupplier judged) {
    Instant deadline = Instant.now().plusSeconds(60);
    while (!judged.getAsBoolean() && Instant.now().isBefore(deadline)) {
      recheck.judgeSome();
    }
    assertThat(judged.getAsBoolean()).isTrue();
  }

  @Test
  void aSecondReportOfTheGovernmentIsPointedOutToBoth() {
    organ("GOV-1-" + district, "某区人民政府", district, "people-government");
    organ("GOV-2-" + district, "某区人民政府办公室", district, "general-office");
    long first = Api.filed(ofScope("GOV-1-" + district, "area"));
    assertThat(places(first, "X-SOLE")).isEmpty();
    long other = Api.filed(ofScope("GOV-2-" + district, "level"));
    assertThat(places(other, "X-SOLE")).isEmpty();
    long second = Api.filed(ofScope("GOV-2-" + district, "area"));
    assertThat(places(second, "X-SOLE")).isEqualTo("X-SOLE:scope");
    judgeUntil(() -> places(first, "X-SOLE").equals("X-SOLE:scope"));
    assertThat(findings(first, "X-SOLE").getFirst().path("message").asText())
        .contains("同一范围（全行政区域）");
    assertThat(findings(first, "X-SOLE").getFirst().at("/cells/1/organ").asText())
        .isEqualTo("GOV-2-" + district);
    JsonNode forOrgan =
        findings(TestKeys.as(TestKeys.organ("GOV-1-" + district)), first, "X-SOLE").getFirst();
    assertThat(forOrgan.path("severity").asText()).isEqualTo("warning");
    assertThat(forOrgan.toString()).doesNotContain("GOV-2-");
    assertThat(places(other, "X-SOLE")).isEmpty();
    Steps.withdraw(admin(), second).statusCode(200);
    judgeUntil(() -> places(first, "X-SOLE").isEmpty());
  }

  private static ObjectNode ofScope(String organ, String scope) {
    return Sample.with(Sample.nil(organ, 2023), "/scope", scope);
  }

  @Test
  void theStreetIsTheStreetOfficeItself() {
    String text = "2023年，石桥街道共收到政府信息公开申请7件。";
    String street = "STREET-" + district;
    organ(street, "石桥街道办事处", district, "dispatched-office");
    long id = Api.filed(said(street, text));
    assertThat(places(id, "TEXT-COUNT")).isEqualTo("TEXT-COUNT:applications.received.total");
    assertThat(findings(id, "TEXT-COUNT").getFirst().path("left").asInt()).isEqualTo(7);
    long both = Api.filed(said(street, 2024, "2024年，石桥街道办事处共收到政府信息公开申请7件。"));
    assertThat(places(both, "TEXT-COUNT")).isEqualTo("TEXT-COUNT:applications.received.total");
    long ofOne = Api.filed(said(city.organ(district), text));
    assertThat(places(ofOne, "TEXT-COUNT")).isEmpty();
  }

  private static ObjectNode said(String organ, String text) {
    return said(organ, 2023, text);
  }

  private static ObjectNode said(String organ, int year, String text) {
    return Sample.with(Sample.nil(organ, year), "/narrative/disclosureOnRequest", text);
  }

  @Inject RegistryRecheck recheck;

  @Test
  void aMergerThatIsEnteredLaterExplainsToo() {
    String organ = city.organ(district);
    String closed = city.organ(district);
    Api.filed(carried(organ, 2022, 0, 3));
    Api.filed(carried(closed, 2022, 0, 4));
    long joined = Api.filed(carried(organ, 2023, 7, 0));
    assertThat(places(joined, "X-CARRY"))
        .isEqualTo("X-CARRY:applications.naturalPerson,X-CARRY:applications.total");
    int unexplained = unexplained();
    Map<String, String> ended = new HashMap<>();
    ended.put("name", "第2局");
    ended.put("region", district);
    ended.put("kind", "department");
    ended.put("validTo", "2023-07-01");
    ended.put("successor", organ);
    organ(closed, ended);
    judgeUntil(() -> places(joined, "X-CARRY").isEmpty());
    assertThat(unexplained()).isEqualTo(unexplained - 2);
  }

  private int unexplained() {
    return Api.rollup("applications", district, 2023)
        .extract()
        .jsonPath()
        .getInt("coverage.unexplained");
  }

  private static ObjectNode carried(String organ, int year, int over, int forward) {
    ObjectNode report = Sample.nil(organ, year);
    report.putArray("nil").add("disclosure").add("contests");
    ObjectNode applications = report.putObject("applications");
    applications.putObject("received").put("naturalPerson", 9).put("total", 9);
    applications.putObject("carriedOver").put("naturalPerson", over).put("total", over);
    applications.putObject("carriedForward").put("naturalPerson", forward).put("total", forward);
    int handled = 9 + over - forward;
    ObjectNode outcomes = applications.putObject("outcomes");
    outcomes.putObject("granted").put("naturalPerson", handled).put("total", handled);
    outcomes.putObject("total").put("naturalPerson", handled).put("total", handled);
    return report;
  }

  @Test
  void theTitleOfAnotherOrganIsPointedOut() {
    organ("EDU-" + district, "某市某某区教育局", district, "department");
    organ("IND-" + district, "某市某某区工业和信息化局", district, "department");
    long own = Api.filed(titled("IND-" + district, "某某区工信局2023年政府信息公开工作年度报告"));
    assertThat(places(own, "TEXT-NAME")).isEmpty();
    long others = Api.filed(titled("EDU-" + district, "某某区工业和信息化局2023年政府信息公开工作年度报告"));
    assertThat(places(others, "TEXT-NAME")).isEqualTo("TEXT-NAME:narrative.overview");
    assertThat(findings(others, "TEXT-NAME").getFirst().at("/cells/0/stated").asText())
        .isEqualTo("某某区工业和信息化局");
    long unknown = Api.filed(titled("EDU-" + district, 2024, "某某区林业局2024年政府信息公开工作年度报告"));
    assertThat(places(unknown, "TEXT-NAME")).isEqualTo("TEXT-NAME:narrative.overview");
    assertThat(findings(unknown, "TEXT-NAME").getFirst().get("severity").asText())
        .isEqualTo("info");
    // what stands before a name is its region, whichever of them the registry has
    long shorter = Api.filed(titled("EDU-" + district, 2020, "某县教育局2020年政府信息公开工作年度报告"));
    assertThat(places(shorter, "TEXT-NAME")).isEmpty();
    long place = Api.filed(titled("EDU-" + district, 2022, "某某区2022年政府信息公开工作年度报告"));
    assertThat(places(place, "TEXT-NAME")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2018, 某某区经信局, ''",
    "2019, 某市某某区经济和信息化局, ''",
    "2020, 某市某某区经济和信息化局, TEXT-NAME:narrative.signature.name",
    "2021, 某某区工信局（盖章）, ''",
    "2022, 某某区 教育局, TEXT-NAME:narrative.signature.name",
    "2023, 某某区林业局, TEXT-NAME:narrative.signature.name",
  })
  void aSignatureOfAnotherOrganOrOfAFormerNameIsPointedOut(int year, String name, String found) {
    organ("EDU-" + district, "某市某某区教育局", district, "department");
    String industry = "IND-" + district;
    organ(industry, "某市某某区经济和信息化局", district, "department");
    city.change(industry, "某市某某区工业和信息化局", district, LocalDate.of(2019, 3, 1));
    ObjectNode report = Sample.nil(industry, year);
    report.putObject("narrative").putObject("signature").put("name", name);
    assertThat(places(Api.filed(report), "TEXT-NAME")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "2021, 某某区人民政府办公室, ''",
    "2022, 某市某某区人民政府, ''",
    "2023, 某某区教育局, TEXT-NAME:narrative.signature.name",
  })
  void theOfficeOfAGovernmentSignsForIt(int year, String name, String found) {
    organ("EDU-" + district, "某市某某区教育局", district, "department");
    organ("OFF-" + district, "某市某某区人民政府办公室", district, "general-office");
    String government = "GOV-" + district;
    organ(government, "某市某某区人民政府", district, "people-government");
    ObjectNode report = Sample.nil(government, year);
    report.putObject("narrative").putObject("signature").put("name", name);
    assertThat(places(Api.filed(report), "TEXT-NAME")).isEqualTo(found);
  }

  private static ObjectNode titled(String organ, String title) {
    return titled(organ, 2023, title);
  }

  private static ObjectNode titled(String organ, int year, String title) {
    return Sample.with(Sample.nil(organ, year), "/narrative/overview", title);
  }

  @Test
  void aTrialFindsTheSameForWhoMayFile() {
    String organ = city.organ(district);
    Api.filed(report(organ, 2022, OWN_WORDS));
    String body = report(organ, 2023, OWN_WORDS).toString();
    assertThat(tried(TestKeys.organ(organ), body)).contains("TEXT-COPY");
    assertThat(tried(TestKeys.organ(city.organ(district)), body)).doesNotContain("TEXT-COPY");
    Steps.submit(admin(), Api.drafted(report(organ, 2023, OWN_WORDS))).statusCode(200);
  }

  private static List<String> tried(String key, String body) {
    return TestKeys.as(key)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/validations")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("findings.rule", String.class);
  }
}
