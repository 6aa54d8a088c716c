package org.gongkai.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.Seeds;
import org.gongkai.finding.CellState;
import org.gongkai.form.Cell;
import org.gongkai.form.Content;
import org.gongkai.form.Documents;
import org.gongkai.form.Figure;
import org.gongkai.form.Part;
import org.gongkai.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs is all that differs: applied to the one revision it gives the other. */
class ContentDiffTest {

  private static final ContentDiff DIFF = new ContentDiff(FORMS);
  private static final DifferenceViews VIEWS = new DifferenceViews(FORMS);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @ParameterizedTest
  @CsvSource({"2019, 1", "2021, 1", "2019, 3", "2021, 40", "2021, 400"})
  void appliedToTheOneRevisionItGivesTheOther(String edition, int changes) {
    for (long seed : Seeds.upTo(10, 60).toArray()) {
      Random random = new Random(seed);
      ObjectNode document = Documents.valid(edition, seed);
      Content from = Documents.read(document);
      List<Cell> cells = cells(edition);
      for (int i = 0; i < changes; i++) {
        Cell cell = cells.get(random.nextInt(cells.size()));
        Documents.put(document, cell.path(), anything(random));
      }
      assertComplete(from, Documents.read(document));
      assertComplete(Documents.read(document), from);
    }
  }

  @Test
  void anotherEditionIsNoExcuse() {
    for (long seed : Seeds.upTo(10, 60).toArray()) {
      Content old = Documents.read(Documents.valid("2019", seed));
      Content now = Documents.read(Documents.valid("2021", seed));
      assertComplete(old, now);
      assertComplete(now, old);
    }
  }

  private static List<Cell> cells(String edition) {
    List<Cell> cells = new ArrayList<>();
    FORMS.known(edition).sections().values().forEach(s -> cells.addAll(s.cells().values()));
    return cells;
  }

  private static JsonNode anything(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> NullNode.instance;
      case 1 -> JSON.textNode("n/a");
      case 2 -> JSON.textNode("12");
      case 3 -> JSON.numberNode(1.5);
      case 4 -> JSON.numberNode(0);
      default -> JSON.numberNode(random.nextInt(100));
    };
  }

  private static void assertComplete(Content from, Content to) {
    Differences differences = DIFF.of(from, to);
    Map<String, JsonNode> stated = new HashMap<>();
    from.figures().forEach((path, figure) -> stated.put(path, CellState.stated(figure)));
    var view = VIEWS.of(1, 1, 2, differences, Language.EN);
    for (var cell : view.cells()) {
      assertThat(cell.from()).isNotEqualTo(cell.to());
      if (cell.to() == null) {
        stated.remove(cell.path());
      } else {
        stated.put(cell.path(), cell.to());
      }
      boolean numbers =
          from.figures().at(cell.path()) instanceof Figure.Stated
              && to.figures().at(cell.path()) instanceof Figure.Stated;
      assertThat(cell.difference() != null).as(cell.path()).isEqualTo(numbers);
    }
    stated.values().removeIf(JsonNode::isNull);
    Map<String, JsonNode> wanted = new HashMap<>();
    to.figures().forEach((path, figure) -> wanted.put(path, CellState.stated(figure)));
    wanted.values().removeIf(JsonNode::isNull);
    assertThat(stated).isEqualTo(wanted);
    assertThat(view.sentences()).hasSize(view.editions().size() + view.cells().size());
  }

  @Test
  void everyPartOfTheTextIsCompared() {
    ObjectNode document = Documents.valid("2021", 1);
    Content from = Documents.read(document);
    List<String> parts = FORMS.inForce(from.year()).narrative().stream().map(Part::id).toList();
    parts.forEach(part -> Documents.put(document, "narrative." + part, JSON.textNode("某局")));
    assertThat(DIFF.of(from, Documents.read(document)).narrative())
        .extracting(Differences.Narrative::part)
        .containsExactlyElementsOf(parts)
        .contains("title", "contests", "headings.problems", "signature.date");
  }

  @Test
  void textsAreTakenApartAndPutTogether() {
    Random random = new Random(7);
    String[] ends = {"。", "！", "？", "；", "\n", "。\n", "", "；；", "\r\n"};
    for (int round = 0; round < 500; round++) {
      String from = text(random, ends);
      String to = text(random, ends);
      assertThat(String.join("", TextDiff.sentences(from))).isEqualTo(from);
      assertApplied(from, to, TextDiff.of(from, to));
    }
  }

  private static String text(Random random, String... ends) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append((char) ('甲' + random.nextInt(3))).append(ends[random.nextInt(ends.length)]);
    }
    return text.toString();
  }

  /** Walks through the changes in order; what is between them must be the same in both. */
  private static void assertApplied(String from, String to, List<Differences.TextChange> changes) {
    StringBuilder rebuilt = new StringBuilder();
    String rest = from;
    for (Differences.TextChange change : changes) {
      String removed = change.from() == null ? "" : change.from();
      String added = change.to() == null ? "" : change.to();
      int at = position(rest, removed, rebuilt.toString(), added, to);
      rebuilt.append(rest, 0, at).append(added);
      rest = rest.substring(at + removed.length());
    }
    assertThat(rebuilt.append(rest)).hasToString(to);
  }

  private static int position(
      String rest, String removed, String rebuilt, String added, String to) {
    for (int at = rest.length() - removed.length(); at >= 0; at--) {
      if (rest.startsWith(removed, at) && to.startsWith(rebuilt + rest.substring(0, at) + added)) {
        return at;
      }
    }
    throw new AssertionError("'" + removed + "' is not in '" + rest + "'");
  }

  @Test
  void hostileTextsAreComparedInNoTime() {
    StringBuilder from = new StringBuilder();
    StringBuilder to = new StringBuilder();
    for (int i = 0; i < 33_000; i++) {
      from.append((char) ('一' + i % 5000)).append(i % 7).append('。');
      to.append((char) ('一' + (i * 31) % 5000)).append(i % 11).append('。');
    }
    long start = System.nanoTime();
    assertThat(TextDiff.of(from.toString(), to.toString())).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }
}
