package org.gongkai.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.Seeds;
import org.gongkai.finding.CellState;
import org.gongkai.form.Cell;
import org.gongkai.form.Content;
import org.gongkai.form.Documents;
import org.gongkai.form.Figure;
import org.junit.jupiter.api.Test;

/** Nothing that one of two reports states is missing where they stand beside each other. */
class SideBySideTest {

  private static final String WORDS = "公开政府信息条例机关依法推进工作平台建设监督保障群众申请办理结果";
  private static final int STRETCH = 8;

  private static SideBySideView beside(ObjectNode first, ObjectNode second) {
    return SideBySides.of(first, second);
  }

  @Test
  void everyCellOfBothEditionsStandsThereOnceWithWhatItStates() {
    for (long seed : Seeds.upTo(10, 60).toArray()) {
      ObjectNode old = Documents.valid("2019", seed);
      ObjectNode now = Documents.valid("2021", seed + 1);
      Documents.put(now, "applications.received.naturalPerson", NullNode.instance);
      Content first = Documents.read(now);
      Content second = Documents.read(old);
      SideBySideView found = beside(now, old);
      for (SideBySideView.SectionView section : found.sections()) {
        Map<String, Cell> here = FORMS.known("2021").knownSection(section.section()).cells();
        Map<String, Cell> there = FORMS.known("2019").knownSection(section.section()).cells();
        assertThat(section.cells().stream().map(SideBySideView.CellView::path))
            .containsExactlyInAnyOrderElementsOf(
                Stream.concat(here.keySet().stream(), there.keySet().stream())
                    .collect(Collectors.toSet()));
        for (SideBySideView.CellView cell : section.cells()) {
          Figure left = here.containsKey(cell.path()) ? first.figures().at(cell.path()) : null;
          Figure right = there.containsKey(cell.path()) ? second.figures().at(cell.path()) : null;
          assertThat(cell.first()).isEqualTo(left == null ? null : CellState.stated(left));
          assertThat(cell.second()).isEqualTo(right == null ? null : CellState.stated(right));
          assertThat(cell.difference())
              .as(cell.path())
              .isEqualTo(
                  left instanceof Figure.Stated a && right instanceof Figure.Stated b
                      ? new Figure.Stated(a.number().subtract(b.number())).number()
                      : null);
        }
      }
    }
  }

  /** In the order of the form: what only the old edition has stands where it stood there. */
  @Test
  void rowsOfTheOtherEditionStandInTheirPlace() {
    SideBySideView found = beside(Documents.valid("2021", 1), Documents.valid("2019", 1));
    List<String> rows =
        found.sections().stream()
            .filter(s -> s.section().equals("applications"))
            .flatMap(s -> s.cells().stream().map(SideBySideView.CellView::row))
            .distinct()
            .toList();
    assertThat(rows)
        .containsSubsequence("outcomes.notProcessed.confirmation", "outcomes.otherHandling");
    assertThat(rows)
        .containsSubsequence(
            "outcomes.otherHandling.otherReasons", "outcomes.total", "carriedForward");
    assertThat(rows.indexOf("outcomes.otherHandling")).isLessThan(rows.indexOf("outcomes.total"));
  }

  @Test
  void allSentencesOfBothStandThereAndWhatIsRepeatedIsFound() {
    for (long seed : Seeds.upTo(30, 200).toArray()) {
      Random random = new Random(seed);
      ObjectNode first = Documents.valid("2021", seed);
      ObjectNode second = Documents.valid("2021", seed);
      String text = text(random, 12);
      text(first, "overview", text);
      text(second, "overview", edited(text, random));
      text(second, "problems", text(random, 4) + text.substring(0, text.length() / 3));
      SideBySideView found = beside(first, second);
      Content here = Documents.read(first);
      Content there = Documents.read(second);
      for (SideBySideView.TextView part : found.texts()) {
        assertThat(joined(part.sentences().stream().map(SideBySideView.PairView::first)))
            .isEqualTo(here.narrative().getOrDefault(part.part(), ""));
        assertThat(joined(part.sentences().stream().map(SideBySideView.PairView::second)))
            .isEqualTo(there.narrative().getOrDefault(part.part(), ""));
        assertThat(part.repetition().repeated())
            .as(seed + " " + part.part())
            .isEqualTo(repeated(here.narrative().getOrDefault(part.part(), ""), there));
        int end = 0;
        for (SideBySideView.PassageView passage : part.passages()) {
          assertThat(passage.start()).isGreaterThanOrEqualTo(end);
          end = passage.end();
          String original = Objects.requireNonNull(here.narrative().get(part.part()));
          String copy = Objects.requireNonNull(there.narrative().get(passage.secondPart()));
          assertThat(passage.words()).isEqualTo(original.substring(passage.start(), end));
          assertThat(words(passage.words()))
              .isEqualTo(words(copy.substring(passage.secondStart(), passage.secondEnd())));
        }
      }
    }
  }

  private static void text(ObjectNode document, String part, String text) {
    document.withObject("/narrative").put(part, text);
  }

  private static String joined(Stream<String> sentences) {
    return sentences.filter(Objects::nonNull).collect(Collectors.joining());
  }

  private static String words(String text) {
    return text.replaceAll("[^\\p{IsHan}]", "");
  }

  /** Each character that is in any stretch of eight which the other report has. */
  private static int repeated(String text, Content other) {
    Set<String> there = new HashSet<>();
    other.narrative().values().stream()
        .map(SideBySideTest::words)
        .forEach(
            words -> {
              for (int i = 0; i + STRETCH <= words.length(); i++) {
                there.add(words.substring(i, i + STRETCH));
              }
            });
    String words = words(text);
    boolean[] covered = new boolean[words.length()];
    for (int i = 0; i + STRETCH <= words.length(); i++) {
      if (there.contains(words.substring(i, i + STRETCH))) {
        Arrays.fill(covered, i, i + STRETCH, true);
      }
    }
    int count = 0;
    for (boolean one : covered) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private static String text(Random random, int sentences) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      for (int w = 0; w < 6 + random.nextInt(20); w++) {
        text.append(WORDS.charAt(random.nextInt(WORDS.length())));
      }
      text.append(random.nextInt(900)).append("条").append(random.nextBoolean() ? "。" : "；\n");
    }
    return text.toString();
  }

  private static String edited(String text, Random random) {
    StringBuilder edited = new StringBuilder();
    for (String sentence : TextDiff.sentences(text)) {
      switch (random.nextInt(4)) {
        case 0 -> edited.append(sentence.replaceAll("[0-9]+", "7"));
        case 1 -> edited.append(text(random, 1));
        case 2 -> edited.append(sentence);
        default -> {
          // left out
        }
      }
    }
    return edited.toString();
  }

  @Test
  void aSentenceIsTheSameOrTheSameButForItsNumbers() {
    ObjectNode now = Documents.valid("2021", 1);
    ObjectNode before = Documents.valid("2021", 1);
    text(now, "overview", "全年公开信息412条。持续推进平台建设。新设专栏3个。");
    text(before, "overview", "全年公开信息389条。持续推进平台建设。举办开放日。");
    SideBySideView found = beside(now, before);
    SideBySideView.TextView overview = found.texts().getFirst();
    Map<SentenceKind, String> kinds = new HashMap<>();
    overview.sentences().forEach(pair -> kinds.put(pair.kind(), pair.first() + pair.second()));
    assertThat(kinds)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                SentenceKind.NUMBERS, "全年公开信息412条。全年公开信息389条。",
                SentenceKind.SAME, "持续推进平台建设。持续推进平台建设。",
                SentenceKind.OTHER, "新设专栏3个。举办开放日。"));
    assertThat(overview.repetition().share()).isEqualTo(new BigDecimal("0.75"));
    text(now, "introduction", "所列数据的统计期限自2021年1月1日起至2021年12月31日止。");
    text(before, "introduction", "所列数据的统计期限自2020年1月1日起至2020年12月31日止。");
    SideBySideView.TextView customary = beside(now, before).texts().getFirst();
    assertThat(customary.sentences().getFirst().kind()).isEqualTo(SentenceKind.NUMBERS);
    assertThat(beside(now, now).repetition().share()).isEqualTo(new BigDecimal("1.00"));
  }

  @Test
  void whatOnlyOneOfThemHasIsNoDifferenceFromZero() {
    ObjectNode now = Documents.valid("2021", 1);
    ObjectNode before = Documents.valid("2021", 1);
    SideBySideView found = beside(now, Documents.sample("huancui-industry-bureau-2021"));
    assertThat(found.publications())
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.first()).isNull();
              assertThat(entry.second()).isNotNull();
              assertThat(entry.difference()).isNull();
            });
    assertThat(beside(before, before).texts()).isEmpty();
    assertThat(beside(before, before).repetition().share()).isNull();
  }
}
