package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.claim.Claims;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.finding.FindingView;
import org.gongkai.finding.Findings;
import org.gongkai.form.Content;
import org.gongkai.form.Part;
import org.gongkai.form.Samples;
import org.gongkai.journey.AtOnce;
import org.gongkai.problem.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** No text makes findings that nobody could read, keep or send. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class HostileTextTest {

  private static final int LONG = 100_000;
  private static final int MOST_STORED = 200_000;

  private static final int SHORT = 8_000;

  /** What costs less says nothing of how it grows. */
  private static final long NOTHING = 20_000_000;

  /** What each check looks for, to be said as often as a part has room. */
  private static final List<String> PATTERNS =
      List.of(
          "1+1=",
          "1+1=3。",
          "3=1+1，",
          "收到申请5件，其中甲1件、乙1件；",
          "共9件，包括网站1件、来信1件。",
          "2020年，本单位未收到政府信息公开申请。",
          "2019年度政府信息公开工作年度报告。",
          "本报告统计期限为2021年2月1日至2021年11月3日。",
          "网站发布信息7条，",
          "微信发布信息8条。",
          "本年收到政府信息公开申请77件。",
          "行政复议维持99件，行政诉讼88件。",
          "13812345678，",
          "身份证110101199003070134。",
          "家住环翠区某路5号。",
          "机密★5年。",
          "XX年XX月，",
          "____",
          "\u200B\uFFFD字",
          "\uE000字",
          "市财政局发布信息。",
          "信件2封，其中网上3封，",
          "网站公开信息5条。",
          "办结率100%，",
          "答复***件，",
          "(2019)60号，");

  private static Content with(java.util.function.IntFunction<String> text) {
    Content small = Samples.content(Samples.HUANCUI);
    Map<String, String> narrative = new LinkedHashMap<>();
    int number = 0;
    for (Part part : FORMS.inForce(small.year()).narrative()) {
      narrative.put(part.id(), text.apply(number++));
    }
    return new Content(
        small.organ(),
        small.year(),
        small.scope(),
        small.editions(),
        small.figures(),
        small.remarks(),
        small.publications(),
        small.published(),
        small.statedUnits(),
        narrative,
        small.nil());
  }

  @Test
  void findingsStayFew() {
    AtOnce.each(PATTERNS, HostileTextTest::requireFewFindings);
  }

  /** One part as long as may be, and all others long enough that each of their bounds is met. */
  private static void requireFewFindings(String pattern) {
    Content content =
        with(part -> pattern.repeat((part == 0 ? LONG : LONG / 20) / pattern.length()));
    List<Finding> findings = new Checks(FORMS, new Claims(FORMS)).check(content);
    int stored = Findings.write(findings).getBytes(StandardCharsets.UTF_8).length;
    assertThat(stored).as("%s: %d findings", pattern, findings.size()).isLessThan(MOST_STORED);
    findings.forEach(
        finding ->
            assertThat(FindingView.of(finding, FORMS, Language.ZH).message())
                .hasSizeLessThan(2_000));
  }

  /**
   * Four times the text costs about four times as much of the processor; what is quadratic costs
   * sixteen times as much. What costs more is tried once again.
   */
  @Test
  void costGrowsWithTheText() {
    AtOnce.each(
        PATTERNS,
        pattern -> {
          cost(pattern, SHORT);
          long small = Math.max(NOTHING, cost(pattern, SHORT));
          long large = cost(pattern, 4 * SHORT);
          if (large >= 10 * small) {
            large = cost(pattern, 4 * SHORT);
          }
          assertThat(large).as(pattern).isLessThan(10 * small);
        });
  }

  /** Nanoseconds of the processor. */
  private static long cost(String pattern, int length) {
    Content content = with(part -> part == 0 ? pattern.repeat(length / pattern.length()) : "详见表格。");
    Checks checks = new Checks(FORMS, new Claims(FORMS));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    assertThat(checks.check(content)).isNotNull();
    return threads.getCurrentThreadCpuTime() - before;
  }

  /** The same place again and again is one matter; here each place says another number. */
  @Test
  void thoseThatAreNotKeptAreCounted() {
    StringBuilder sums = new StringBuilder();
    for (int i = 10; i < 1_010; i++) {
      sums.append(i).append("件+1件=").append(i).append("件。\n");
    }
    List<Finding> listed =
        new Checks(FORMS, new Claims(FORMS))
            .check(with(part -> part == 0 ? sums.toString() : "详见表格。")).stream()
                .filter(finding -> finding.kind() == FindingKind.LIST_DIFFERS)
                .toList();
    assertThat(listed).hasSize(TextFindings.MOST_OF_A_PART);
    assertThat(listed.getLast().more()).isGreaterThanOrEqualTo(900);
    assertThat(listed.subList(0, listed.size() - 1)).allMatch(finding -> finding.more() == null);
  }

  @Test
  void aCellThatHoldsABookIsQuotedShort() {
    var figure = new org.gongkai.form.Figure.Malformed(TextNode.valueOf("𠮷".repeat(LONG)));
    assertThat(CellState.stated(figure).textValue()).hasSizeLessThan(210).endsWith("…");
  }
}
