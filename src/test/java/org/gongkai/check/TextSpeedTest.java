package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.gongkai.form.Content;
import org.gongkai.form.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text is read in one go: no text makes it slow. */
class TextSpeedTest {

  private static final int LONG = 100_000;
  private static final int VERY_LONG = 1_000_000;
  private static final int KILOBYTES = 20;

  @Test
  void aTextOfTwentyKilobytesTakesLittle() throws IOException {
    var texts = new YAMLMapper().readTree(getClass().getResourceAsStream("/texts/reports.yaml"));
    ObjectNode report = Samples.json(Samples.HUANCUI);
    ObjectNode narrative = report.putObject("narrative");
    int bytes = 0;
    for (String part :
        new String[] {
          "proactiveDisclosure",
          "disclosureOnRequest",
          "platform",
          "supervision",
          "informationManagement",
          "otherMatters",
          "problems"
        }) {
      StringBuilder all = new StringBuilder();
      texts.forEach(t -> all.append(t.get(part).asText()).append('\n'));
      narrative.put(part, all.toString());
      bytes += all.toString().getBytes(StandardCharsets.UTF_8).length;
    }
    StringBuilder more = new StringBuilder();
    String overview = narrative.get("platform").asText();
    while (bytes + more.toString().getBytes(StandardCharsets.UTF_8).length < KILOBYTES * 1000) {
      more.append(overview);
    }
    narrative.put("overview", more.toString());
    Content content = Samples.READER.read(report);
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < 50; i++) {
        new NarrativeChecks(FORMS, content).findings();
      }
      best = Math.min(best, (System.nanoTime() - start) / 50);
    }
    System.out.printf("text of %d kB: %.3f ms%n", KILOBYTES, best / 1e6);
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(3));
  }

  static Stream<String> texts() {
    return Stream.of(
        "1".repeat(VERY_LONG),
        "1,".repeat(VERY_LONG / 2),
        "111,".repeat(VERY_LONG / 4),
        "1，".repeat(VERY_LONG / 2),
        "1+".repeat(LONG / 2),
        "1条+".repeat(LONG / 3),
        "1条，其中".repeat(LONG / 5),
        "一百".repeat(LONG / 2),
        "2021年".repeat(LONG / 5),
        "收到政府信息公开申请".repeat(LONG / 10),
        "未收到公民、法人和".repeat(LONG / 9),
        "网站".repeat(LONG / 2),
        "网站1条".repeat(LONG / 4),
        "复议1件".repeat(LONG / 4),
        "@a.b".repeat(LONG / 4),
        "×".repeat(LONG),
        "_".repeat(LONG),
        "家住".repeat(LONG / 2),
        "138 ".repeat(LONG / 4),
        "\n".repeat(LONG),
        "(".repeat(LONG),
        "…".repeat(LONG));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void noTextIsSlow(String text) {
    Content small = Samples.content(Samples.HUANCUI);
    Content content =
        new Content(
            small.organ(),
            small.year(),
            small.scope(),
            small.editions(),
            small.figures(),
            small.publications(),
            small.published(),
            small.statedUnits(),
            java.util.Map.of("disclosureOnRequest", text),
            small.nil());
    long start = System.nanoTime();
    new NarrativeChecks(FORMS, content).findings();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertThat(taken).as(text.substring(0, 8)).isLessThan(Duration.ofSeconds(10));
  }
}
