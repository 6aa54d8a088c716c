package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.gongkai.Seeds;
import org.gongkai.form.Samples;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.gongkai.recognition.PrintedReports.Printed;
import org.gongkai.recognition.Recognised.FoundCell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Pages as archives of the web leave them: text in which bars and breaks are all that is left of
 * tables.
 */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class ArchivedPagesTest {

  private static final int REPORTS = Seeds.number(5, 40);

  private final Recogniser recogniser = new Recogniser(Samples.FORMS);

  private record Count(int printed, int found, int sure) {

    double share() {
      return (double) found / printed;
    }
  }

  /** Prints reports and reads them back; no cell may be another one. */
  private Count count(
      int seed, boolean blanks, BiFunction<List<String>, Integer, String> row, String between)
      throws UnreadableFile {
    return count(seed, blanks, row, between, text -> text);
  }

  private Count count(
      int seed,
      boolean blanks,
      BiFunction<List<String>, Integer, String> row,
      String between,
      UnaryOperator<String> changed)
      throws UnreadableFile {
    ConsistentReports random = new ConsistentReports(Samples.FORMS, seed);
    PrintedReports prints = new PrintedReports(Samples.FORMS, seed).upright();
    if (blanks) {
      random.withBlanks();
    }
    int printed = 0;
    int found = 0;
    int sure = 0;
    for (int i = 0; i < REPORTS; i++) {
      ObjectNode report = random.next();
      if (!blanks) {
        balance((ObjectNode) report.get("applications"));
      }
      String text = changed.apply(text(prints.print(report, false), row, between));
      Recognised read = read(text);
      for (String section : List.of("disclosure", "applications", "contests")) {
        String edition = report.at("/editions/" + section).textValue();
        printed += Samples.FORMS.known(edition).knownSection(section).cells().size();
      }
      for (FoundCell cell : read.cells()) {
        JsonNode truth = report.at("/" + cell.path().replace('.', '/'));
        boolean same =
            truth.isNumber() && cell.value().isNumber()
                ? truth.decimalValue().compareTo(cell.value().decimalValue()) == 0
                : truth.equals(cell.value());
        assertThat(same).as("%s %s read as %s", cell.path(), truth, cell.value()).isTrue();
        found++;
        sure += cell.certainty() == Certainty.SURE ? 1 : 0;
      }
    }
    return new Count(printed, found, sure);
  }

  /** As many applications came as were dealt with or are left. */
  private static void balance(ObjectNode applications) {
    ObjectNode received = (ObjectNode) applications.get("received");
    ObjectNode before = (ObjectNode) applications.get("carriedOver");
    for (String column : received.properties().stream().map(Map.Entry::getKey).toList()) {
      long total = applications.at("/outcomes/total/" + column).longValue();
      received.put(column, total + applications.at("/carriedForward/" + column).longValue());
      before.put(column, 0);
    }
  }

  private Recognised read(String text) throws UnreadableFile {
    return recogniser.recognise(
        new DocumentReaders(new PdfReader()).read(text.getBytes(StandardCharsets.UTF_8), "a.txt"));
  }

  private static String text(
      Printed printed, BiFunction<List<String>, Integer, String> row, String between) {
    List<String> lines = new ArrayList<>();
    for (Object piece : printed.pieces()) {
      if (piece instanceof DrawnTable table) {
        int width = table.drawn(1).columns();
        table
            .rows()
            .forEach(
                its ->
                    lines.add(row.apply(its.stream().map(DrawnTable.Box::text).toList(), width)));
      } else {
        lines.add((String) piece);
      }
    }
    return String.join(between, lines);
  }

  private static String filled(List<String> cells, int width) {
    return "|".repeat(Math.max(0, width - cells.size()));
  }

  /** Each cell on a line with the bar that ends it; bars fill a row up on a line of their own. */
  private static String cellALine(List<String> cells, int width) {
    StringBuilder text = new StringBuilder();
    cells.forEach(cell -> text.append(cell).append(" |\n"));
    return text.append(filled(cells, width)).toString().strip();
  }

  private static String rowALine(List<String> cells, int width) {
    String filled = filled(cells, width);
    return String.join(" | ", cells) + " |" + (filled.isEmpty() ? "" : " " + filled);
  }

  @Test
  void aCellOnEachLine() throws UnreadableFile {
    Count bare = count(41, false, (cells, width) -> String.join("\n", cells), "\n");
    Count bars = count(42, false, ArchivedPagesTest::cellALine, "\n");
    Count begun = count(43, false, (cells, width) -> "|\n" + cellALine(cells, width), "\n");

    assertThat(List.of(bare, bars, begun)).allMatch(c -> c.share() > 0.98);
  }

  @Test
  void aRowOnEachLine() throws UnreadableFile {
    assertThat(count(44, false, ArchivedPagesTest::rowALine, "\n").share()).isGreaterThan(0.98);
    assertThat(count(45, false, (cells, width) -> String.join(" ", cells), "\n").share())
        .isGreaterThan(0.98);
  }

  @Test
  void blankCellsBetweenBarsAreCounted() throws UnreadableFile {
    Count rows = count(46, true, ArchivedPagesTest::rowALine, "\n");
    Count cells = count(47, true, ArchivedPagesTest::cellALine, "\n");
    Count begun = count(48, true, (its, width) -> "|\n" + cellALine(its, width), "\n");

    assertThat(rows.share()).isGreaterThan(0.8);
    assertThat(List.of(cells, begun)).allMatch(c -> c.share() > 0.8);
  }

  @Test
  void whatIsBlankWithoutATraceMakesNoOtherCellWrong() throws UnreadableFile {
    count(
        49,
        true,
        (cells, width) -> String.join("\n", cells.stream().filter(c -> !c.isEmpty()).toList()),
        "\n");
    count(50, true, (cells, width) -> String.join(" ", cells), "\n");
  }

  @Test
  void numbersOfPagesStandAmongCells() throws UnreadableFile {
    Random random = new Random(51);
    UnaryOperator<String> paged =
        text -> {
          StringBuilder pages = new StringBuilder();
          for (String line : text.split("\n")) {
            pages.append(line).append('\n');
            if (random.nextInt(30) == 0) {
              pages.append(random.nextBoolean() ? "- 3 -" : "第 2 页 共 6 页").append('\n');
            }
          }
          return pages.toString();
        };
    assertThat(count(51, false, (cells, width) -> String.join("\n", cells), "\n", paged).share())
        .isGreaterThan(0.98);
  }

  @Test
  void aMirrorInTraditionalCharacters() throws UnreadableFile {
    UnaryOperator<String> traditional =
        text ->
            text.replace('规', '規')
                .replace('总', '總')
                .replace('计', '計')
                .replace('请', '請')
                .replace('开', '開')
                .replace('处', '處')
                .replace('复', '復')
                .replace("应", "應(yīng)")
                .replace('现', '現');
    assertThat(count(52, false, ArchivedPagesTest::rowALine, "\n", traditional).share())
        .isGreaterThan(0.98);
  }

  @Test
  void headsThatAreCutOffAtABreakAreToldByTheirOrder() throws UnreadableFile {
    UnaryOperator<String> cut =
        text -> text.replace("本年新制作数量", "本年新").replace("本年新公开数量", "本年新").replace("本年增/减", "本年增/");
    Count count = count(53, false, ArchivedPagesTest::cellALine, "\n", cut);

    assertThat(count.share()).isGreaterThan(0.98);
    assertThat(count.sure()).isLessThan(count.found());
  }

  @Test
  void rowsWithoutBlanksAreCutApartTogether() throws UnreadableFile {
    Count count = count(54, false, (cells, width) -> String.join("", cells), "\n");

    assertThat(count.share()).isGreaterThan(0.3);
  }

  @Test
  void figuresAloneAreThoseOfTheFormWhereAllItsSumsAreKept() throws UnreadableFile {
    Count count =
        count(
            55,
            false,
            (cells, width) -> String.join("\n", cells.stream().filter(CellText::isFigure).toList()),
            "\n");

    assertThat(count.share()).isGreaterThan(0.7);
    assertThat(count.sure()).isZero();
    UnaryOperator<String> wrong = text -> text.replaceFirst("\n([1-9][0-9]*)\n", "\n$19\n");
    assertThat(read(wrong.apply(TOP + "三、收到和处理政府信息公开申请情况\n1\n" + "0\n".repeat(174))).cells())
        .isEmpty();
  }

  private static final String TOP = "青禾县水务局2022年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条。\n";

  @Test
  void aRowWithoutHeadsIsTakenWhereItAddsUp() throws UnreadableFile {
    String rows = "三、收到和处理政府信息公开申请情况\n| 一、本年新收政府信息公开申请数量 | %s |\n五、存在的主要问题及改进情况\n不足。";
    Recognised found = read(TOP + rows.formatted("37 | 6 | 0 | 0 | 1 | 2 | 46"));

    assertThat(found.cells()).hasSize(7).allMatch(c -> c.certainty() == Certainty.LIKELY);
    assertThat(found.report().at("/applications/received/commercialEnterprise").intValue())
        .isEqualTo(6);
    assertThat(read(TOP + rows.formatted("37 | 6 | 0 | 0 | 1 | 2 | 47")).cells()).isEmpty();
    assertThat(read(TOP + rows.formatted("37 | 6 | 0 | 1 | 2 | 46")).cells()).isEmpty();
  }
}
