package org.gongkai.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.gongkai.access.TestKeys;
import org.gongkai.form.FormFileTexts;
import org.gongkai.journey.Sample;

/** Requests about rehearsals, rule files to try, and reports to try them on. */
final class Trial {

  static final String ALL = "/api/v1/rehearsals";

  private Trial() {}

  /** The packaged file with rules on jumps that find other ones. */
  static String otherJumps() {
    return FormFileTexts.stricterJump("2021").replace("threshold: 20\n", "threshold: 100\n");
  }

  /** The packaged file with a hard rule more, which no form has. */
  static String newSum() {
    String rule =
        """
        rules:
          - id: D-NEW
            version: 1
            severity: error
            section: disclosure
            label: {zh: "制发等于现行有效", en: "What was issued is what is in force"}
            concern: {zh: "制发不等于现行有效", en: "What was issued is not what is in force"}
            basis: {zh: "试", en: "A trial"}
            hint: {zh: "试", en: "A trial"}
            relation: sum
            each: row
            rows: [rules, normativeDocuments]
            left: [issued]
            right: [inForce]
            examples:
              passing: {report: {organ: "A-1", year: 2021}}
              failing: {report: {organ: "A-1", year: 2021}}
        """;
    return FormFileTexts.of(
        "2021", "version: 1\ndocument", "version: 3\ndocument", "rules:\n", rule);
  }

  /** Three numbers of decisions, and nothing else that the rules mind beside blanks. */
  static ObjectNode decisions(String organ, int year, int licensing, int penalties) {
    ObjectNode report = Sample.nil(organ, year);
    report.putArray("nil").add("applications").add("contests");
    Sample.with(report, "/disclosure/licensing/decisions", licensing);
    return Sample.with(report, "/disclosure/penalties/decisions", penalties);
  }

  static ValidatableResponse send(String key, String address, byte[] file) {
    EncoderConfig asText =
        EncoderConfig.encoderConfig().encodeContentTypeAs("application/yaml", ContentType.TEXT);
    return TestKeys.as(key)
        .config(RestAssuredConfig.config().encoderConfig(asText))
        .header("Content-Type", "application/yaml")
        .header("Accept-Language", "en")
        .body(file)
        .post(address)
        .then();
  }

  static long begin(String key, String file) {
    return Long.parseLong(
        send(key, ALL, FormFileTexts.bytes(file)).statusCode(202).extract().path("id"));
  }

  static ValidatableResponse get(String key, String address, Object... parts) {
    return TestKeys.as(key).header("Accept-Language", "en").get(ALL + address, parts).then();
  }
}
