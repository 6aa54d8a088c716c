package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import java.time.Duration;
import java.util.stream.Stream;
import org.gongkai.claim.Claims;
import org.gongkai.form.Content;
import org.gongkai.form.Samples;
import org.gongkai.narrative.TextReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The text is read in one go: no text makes it slow. What is quadratic takes minutes here; how long
 * a text takes is a matter of the benchmark.
 */
@Tag("nightly")
class TextSpeedTest {

  private static final int LONG = 100_000;
  private static final int VERY_LONG = 1_000_000;

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
        "拾".repeat(LONG),
        "其中1件，".repeat(LONG / 5),
        "1件其中甲1件、乙1件".repeat(LONG / 11),
        "1件（其中甲1件、乙1件）".repeat(LONG / 13),
        "2020年共公开信息1条，".repeat(LONG / 13),
        "2021年".repeat(LONG / 5),
        "收到政府信息公开申请".repeat(LONG / 10),
        "未收到公民、法人和".repeat(LONG / 9),
        "网站".repeat(LONG / 2),
        "网站1条".repeat(LONG / 4),
        "复议1件".repeat(LONG / 4),
        "公开信息1条，".repeat(LONG / 7),
        "截至年底累计公开信息12条。公开信息1条。".repeat(LONG / 21),
        "依托网站，公开1条，".repeat(LONG / 10),
        "因信息公开引起的".repeat(LONG / 8),
        "(含转载)1条".repeat(LONG / 7),
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
            small.remarks(),
            small.publications(),
            small.published(),
            small.statedUnits(),
            java.util.Map.of("disclosureOnRequest", text),
            small.nil());
    long start = System.nanoTime();
    new NarrativeChecks(FORMS, content, new TextReader(FORMS), new Claims(FORMS)).findings();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertThat(taken).as(text.substring(0, 8)).isLessThan(Duration.ofSeconds(10));
  }
}
