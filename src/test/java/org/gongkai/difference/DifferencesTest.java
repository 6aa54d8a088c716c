package org.gongkai.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a correction changed, in data and in words; and each revision to the letter. */
@QuarkusTest
class DifferencesTest {

  private static final String RECEIVED = "/applications/received/naturalPerson";

  private final City city = City.found();
  private String organ;

  @BeforeEach
  void register() {
    organ = city.organ(city.district());
  }

  private ObjectNode report() {
    return Sample.json("{\"organ\":\"" + organ + "\",\"year\":2022}").deepCopy();
  }

  private static ValidatableResponse differences(long id) {
    return Api.get("/api/v1/reports/{id}/differences", id).statusCode(200);
  }

  /** Drafts one, corrects it to the other. */
  private static ValidatableResponse differences(ObjectNode from, ObjectNode to) {
    long id = Api.drafted(from);
    Api.correct(id, Api.tag(id), to).statusCode(200).body("revision", equalTo(2));
    return differences(id);
  }

  private static ValidatableResponse english(ObjectNode from, ObjectNode to) {
    long id = differences(from, to).extract().jsonPath().getLong("report");
    return admin()
        .header("Accept-Language", "en")
        .get("/api/v1/reports/{id}/differences", id)
        .then()
        .statusCode(200);
  }

  @Test
  void aFigureThatBecameAnotherIsNamedWithTheDifference() {
    ObjectNode from = Sample.with(report(), RECEIVED, 60);
    Sample.with(from, "/disclosure/fees/amount", 0.3);
    ObjectNode to = Sample.with(from.deepCopy(), RECEIVED, 61);
    Sample.with(to, "/disclosure/fees/amount", 0.1);
    differences(from, to)
        .body("from", equalTo(1))
        .body("to", equalTo(2))
        .body("cells", hasSize(2))
        .body(
            "cells.path", contains("disclosure.fees.amount", "applications.received.naturalPerson"))
        .body("cells[0].difference", equalTo(-0.2f))
        .body("cells[1].label", equalTo("一、本年新收政府信息公开申请数量 / 自然人"))
        .body("cells[1].kind", equalTo("changed"))
        .body("cells[1].from", equalTo(60))
        .body("cells[1].to", equalTo(61))
        .body("cells[1].difference", equalTo(1))
        .body(
            "sentences",
            contains(
                "行政事业性收费 / 本年收费金额（单位：万元）：由 0.3 改为 0.1（-0.2）。",
                "一、本年新收政府信息公开申请数量 / 自然人：由 60 改为 61（+1）。"))
        .body("editions", empty())
        .body("nil", empty())
        .body("units", empty())
        .body("publications", empty())
        .body("publicationTotal", empty())
        .body("narrative", empty());
  }

  @Test
  void aRemarkAloneIsADifference() {
    ObjectNode from = Sample.with(report(), RECEIVED, Map.of("value", 60, "remark", "其中转办16件"));
    ObjectNode to = Sample.with(from.deepCopy(), RECEIVED, 60);
    differences(from, to)
        .body("cells", hasSize(1))
        .body("cells[0].from", equalTo(60))
        .body("cells[0].to", equalTo(60))
        .body("cells[0].difference", equalTo(0))
        .body("cells[0].fromRemark", equalTo("其中转办16件"))
        .body("cells[0]", not(hasKey("toRemark")))
        .body("sentences", contains("一、本年新收政府信息公开申请数量 / 自然人：由 60（旁注“其中转办16件”） 改为 60。"));
  }

  @Test
  void blankNotApplicableZeroAndWhatIsNoNumberAreFourThings() {
    List<Object> stated = new java.util.ArrayList<>(List.of(0, "n/a", "0", 0.5));
    stated.add(null);
    List<String> zh = List.of("0", "不适用", "“0”（不是应填的数字）", "0.5（不是应填的数字）", "空白");
    List<String> en =
        List.of(
            "0",
            "n/a",
            "\"0\" (no number that belongs there)",
            "0.5 (no number that belongs there)",
            "blank");
    int year = 2010;
    for (int i = 0; i < stated.size(); i++) {
      int next = (i + 1) % stated.size();
      ObjectNode from = Sample.with(report().put("year", year++), RECEIVED, stated.get(i));
      ObjectNode to = Sample.with(from.deepCopy(), RECEIVED, stated.get(next));
      ValidatableResponse answer = english(from, to);
      JsonNode cell = Sample.json(answer.extract().asString()).at("/cells/0");
      assertThat(cell.get("from")).isEqualTo(from.at(RECEIVED));
      assertThat(cell.get("to")).isEqualTo(to.at(RECEIVED));
      assertThat(cell.has("difference")).isFalse();
      answer.body(
          "sentences",
          contains(
              "1. Applications newly received this year / Natural persons: changed from "
                  + en.get(i)
                  + " to "
                  + en.get(next)
                  + "."));
      differences(answer.extract().jsonPath().getLong("report"))
          .body(
              "sentences",
              contains("一、本年新收政府信息公开申请数量 / 自然人：由 " + zh.get(i) + " 改为 " + zh.get(next) + "。"));
    }
  }

  @Test
  void entriesOfChannelsAreAddedRemovedAndChanged() {
    ObjectNode from = report();
    from.set(
        "publications",
        Sample.json(
            """
            {"total": {"count": 400, "unit": "item", "approximate": true}, "channels": [
              {"channel": "website", "count": 54, "unit": "item"},
              {"channel": "wechat", "name": "环翠工信", "count": 10, "unit": "item"},
              {"channel": "wechat", "name": "环翠招商", "count": 20, "unit": "item"},
              {"channel": "print", "count": 1, "unit": "issue"},
              {"channel": "print", "count": 2, "unit": "issue"},
              {"channel": "weibo", "count": null, "unit": "item"}]}
            """));
    ObjectNode to = report();
    to.set(
        "publications",
        Sample.json(
            """
            {"total": {"count": 411, "unit": "item"}, "channels": [
              {"channel": "website", "count": 57, "unit": "item"},
              {"channel": "wechat", "name": "环翠招商", "count": 20, "unit": "item"},
              {"channel": "print", "count": 2, "unit": "issue"},
              {"channel": "print", "count": 3, "unit": "issue"},
              {"channel": "weibo", "count": 0, "unit": "item"},
              {"channel": "hearing", "count": 1, "unit": "event"}]}
            """));
    differences(from, to)
        .body("publications.channel", contains("website", "print", "weibo", "hearing", "wechat"))
        .body("publications.kind", contains("changed", "changed", "changed", "added", "removed"))
        .body("publications[0].label", equalTo("政府网站（条/件/篇）"))
        .body("publications[0].difference", equalTo(3))
        .body("publications[1].from", equalTo(1))
        .body("publications[1].to", equalTo(3))
        .body("publications[2]", hasKey("from"))
        .body("publications[2].from", nullValue())
        .body("publications[2].to", equalTo(0))
        .body("publications[3]", not(hasKey("from")))
        .body("publications[3].to", equalTo(1))
        .body("publications[4].name", equalTo("环翠工信"))
        .body("publications[4].from", equalTo(10))
        .body("publications[4]", not(hasKey("to")))
        .body("publicationTotal", hasSize(1))
        .body("publicationTotal[0].from", equalTo(400))
        .body("publicationTotal[0].to", equalTo(411))
        .body("publicationTotal[0].difference", equalTo(11))
        .body("publicationTotal[0].fromApproximate", equalTo(true))
        .body("publicationTotal[0].toApproximate", equalTo(false))
        .body(
            "sentences",
            contains(
                "政府网站（条/件/篇）：由 54 改为 57（+3）。",
                "纸质媒体（期）：由 1 改为 3（+2）。",
                "政务微博（条/件/篇）：由 空白 改为 0。",
                "听证会（场/次）：新增，为 1。",
                "政务微信 / 环翠工信（条/件/篇）：删去，原为 10。",
                "信息发布总数（条/件/篇）：由 约 400 改为 411（+11）。"));
  }

  @Test
  void anotherEditionMapsCellsByPath() {
    ObjectNode from = report().put("year", 2020);
    from.putObject("editions").put("disclosure", "2019").put("applications", "2019");
    Sample.with(from, "/applications/outcomes/otherHandling/naturalPerson", 2);
    Sample.with(from, RECEIVED, 7);
    Sample.with(from, "/disclosure/rules/newlyMade", 3);
    ObjectNode to = report().put("year", 2020);
    to.putObject("editions").put("disclosure", "2019").put("applications", "2021");
    Sample.with(to, "/applications/outcomes/otherHandling/feeUnpaid/naturalPerson", 2);
    Sample.with(to, RECEIVED, 8);
    Sample.with(to, "/disclosure/rules/newlyMade", 3);
    differences(from, to)
        .body("editions", hasSize(1))
        .body("editions[0].section", equalTo("applications"))
        .body("editions[0].from", equalTo("2019"))
        .body("editions[0].to", equalTo("2021"))
        .body(
            "cells.path",
            contains(
                "applications.received.naturalPerson",
                "applications.outcomes.otherHandling.feeUnpaid.naturalPerson",
                "applications.outcomes.otherHandling.naturalPerson"))
        .body("cells.kind", contains("changed", "added", "removed"))
        .body("cells[1]", not(hasKey("from")))
        .body("cells[2]", not(hasKey("to")))
        .body("cells[2].from", equalTo(2))
        .body("sentences", hasSize(4))
        .body("sentences[0]", equalTo("三、收到和处理政府信息公开申请情况：所用版式由 2019 改为 2021。"))
        .body(
            "sentences[2]",
            equalTo(
                "三、本年度办理结果 / （六）其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 / 自然人：由"
                    + " 版式中无此项 改为 2。"));
  }

  @Test
  void nilAndUnitsAreStatementsToo() {
    ObjectNode from = report().put("year", 2019);
    Sample.with(from, "/disclosure/procurement/amount", 251000);
    Sample.with(from, "/disclosure/procurement/unit", "yuan");
    ObjectNode to = report().put("year", 2019);
    Sample.with(to, "/disclosure/procurement/amount", 25.1);
    Sample.with(to, "/disclosure/procurement/unit", "wanyuan");
    to.putArray("nil").add("contests");
    differences(from, to)
        .body("nil.section", contains("contests"))
        .body("nil[0].from", equalTo(false))
        .body("nil[0].to", equalTo(true))
        .body("units.path", contains("disclosure.procurement"))
        .body("units[0].from", equalTo("yuan"))
        .body("units[0].to", equalTo("wanyuan"))
        .body("cells", hasSize(16))
        .body("cells[0].path", equalTo("disclosure.procurement.amount"))
        .body("cells[0]", not(hasKey("difference")))
        .body("cells[1].from", nullValue())
        .body("cells[1].to", equalTo(0))
        .body("sentences", hasSize(18))
        .body("sentences[0]", equalTo("四、政府信息公开行政复议、行政诉讼情况：增加零报告声明。"))
        .body("sentences[2]", equalTo("政府集中采购 / 采购总金额：由 251000 改为 25.1。"));
  }

  @Test
  void theTextIsComparedBySentence() {
    ObjectNode from = report();
    Sample.with(from, "/narrative/overview", "一是抓组织。二是公开信息411条；三是抓培训。\n四是收尾。");
    Sample.with(from, "/narrative/problems", "无。");
    ObjectNode to = report();
    Sample.with(to, "/narrative/overview", "一是抓组织。二是公开信息412条；\n四是收尾。五是总结。");
    Sample.with(to, "/narrative/otherMatters", "");
    differences(from, to)
        .body("narrative.part", contains("overview", "problems", "otherMatters"))
        .body("narrative[0].label", equalTo("一、总体情况"))
        .body("narrative[0].changes.kind", contains("changed", "added"))
        .body("narrative[0].changes[0].from", equalTo("二是公开信息411条；三是抓培训。\n"))
        .body("narrative[0].changes[0].to", equalTo("二是公开信息412条；\n"))
        .body("narrative[0].changes[1].to", equalTo("五是总结。"))
        .body("narrative[0].changes[1]", not(hasKey("from")))
        .body("narrative[1].changes.kind", contains("removed"))
        .body("narrative[1].changes[0].from", equalTo("无。"))
        .body("narrative[2].changes.kind", contains("added"))
        .body("narrative[2].changes[0].to", equalTo(""))
        .body(
            "sentences",
            contains(
                "一、总体情况：“二是公开信息411条；三是抓培训。”改为“二是公开信息412条；”。",
                "一、总体情况：增加“五是总结。”。",
                "五、存在的主要问题及改进情况：删去“无。”。",
                "六、其他需要报告的事项：增加“”。"));
  }

  @Test
  void identicalRevisionsHaveNoDifferences() {
    long id = Api.filed(Sample.huancui(organ));
    for (String query : List.of("", "?to=1", "?from=1", "?from=1&to=1")) {
      JsonNode answer =
          Sample.json(
              Api.get("/api/v1/reports/" + id + "/differences" + query)
                  .statusCode(200)
                  .body("from", equalTo(1))
                  .body("to", equalTo(1))
                  .extract()
                  .asString());
      answer
          .properties()
          .forEach(
              member -> {
                if (!List.of("report", "from", "to").contains(member.getKey())) {
                  assertThat(member.getValue().isArray()).isTrue();
                  assertThat(member.getValue()).as(member.getKey()).isEmpty();
                }
              });
    }
  }

  @Test
  void anyTwoRevisionsAreCompared() {
    long id = Api.drafted(Sample.with(report(), RECEIVED, 1));
    for (int i = 2; i <= 4; i++) {
      Api.correct(id, Api.tag(id), Sample.with(report(), RECEIVED, i * i)).statusCode(200);
    }
    String address = "/api/v1/reports/" + id + "/differences";
    Api.get(address).body("from", equalTo(3)).body("cells.difference", contains(7));
    Api.get(address + "?to=3").body("from", equalTo(2)).body("cells.difference", contains(5));
    Api.get(address + "?from=1").body("to", equalTo(4)).body("cells.difference", contains(15));
    Api.get(address + "?from=4&to=1").body("cells.difference", contains(-15));
    Api.get(address + "?from=1&to=5").statusCode(404).body("code", equalTo("not-found"));
    Api.get(address + "?from=5").statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "1.0", "", "9999999999"})
  void aRevisionIsNamedByItsNumber(String number) {
    long id = Api.drafted(report());
    for (String parameter : List.of("from", "to")) {
      admin()
          .queryParam(parameter, number)
          .get("/api/v1/reports/{id}/differences", id)
          .then()
          .statusCode(400)
          .body("violations.pointer", contains("?" + parameter));
    }
  }

  @Test
  void othersMayNotLook() {
    long id = Api.filed(Sample.huancui(organ));
    String other = TestKeys.organ(city.organ(city.district()));
    String office = TestKeys.office(city.district());
    for (String what : List.of("differences", "revisions/1/document")) {
      String address = "/api/v1/reports/" + id + "/" + what;
      for (String key : List.of(other, office, TestKeys.reader())) {
        as(key).get(address).then().statusCode(403).body("code", equalTo("forbidden"));
      }
      as(TestKeys.organ(organ)).get(address).then().statusCode(200);
      as(TestKeys.office(city.code())).get(address).then().statusCode(200);
      Api.get("/api/v1/reports/999999999/" + what).statusCode(404);
      Api.get("/api/v1/reports/x/" + what).statusCode(404);
    }
  }

  @Test
  void aRevisionIsHandedOutToTheLetter() throws Exception {
    String first = "\n{ \"year\" : 2022,\t\"organ\":\"" + organ + "\", \"nil\":[]}\r\n";
    String second =
        "{\"organ\":\""
            + organ
            + "\",\"year\":2022,\"disclosure\":{\"licensing\":{\"decisions\":1.0E1}},\"narrative\":{\"problems\":\"\\u65e0𠮷\"}}";
    long id = Api.drafted(first);
    Api.correct(id, Api.tag(id), second).statusCode(200);
    assertDocument(id, 1, first);
    assertDocument(id, 2, second);
    Api.get("/api/v1/reports/{id}/revisions/3/document", id).statusCode(404);
    Api.get("/api/v1/reports/{id}/revisions/0/document", id).statusCode(404);
    Api.get("/api/v1/reports/{id}/revisions/1", id).statusCode(200).body("number", equalTo(1));
  }

  private static void assertDocument(long id, int number, String sent) throws Exception {
    byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    byte[] got =
        Api.get("/api/v1/reports/{id}/revisions/{number}/document", id, number)
            .statusCode(200)
            .contentType("application/json")
            .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
            .extract()
            .asByteArray();
    assertThat(got).isEqualTo(bytes);
  }
}
