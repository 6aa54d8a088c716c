package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.Seeds;
import org.gongkai.form.Samples;
import org.gongkai.form.Section;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.gongkai.recognition.PrintedReports.Printed;
import org.gongkai.recognition.Recognised.FoundCell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Random reports, printed in many layouts and read back. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class PrintedReportsTest {

  private static final int REPORTS = Seeds.number(12, 200);
  private static final double SHARE = 0.98;

  private final Recogniser recogniser = new Recogniser(Samples.FORMS);

  /** Which cells of how many were found, and which of them are not what was printed. */
  private static final class Count {
    int printed;
    int found;
    final List<String> wrong = new ArrayList<>();

    void add(ObjectNode report, Printed on, Recognised found) {
      for (String section : List.of("disclosure", "applications", "contests")) {
        Section its =
            Samples.FORMS
                .known(report.at("/editions/" + section).textValue())
                .knownSection(section);
        for (String path : its.cells().keySet()) {
          printed += on.leftOut().stream().anyMatch(path::startsWith) ? 0 : 1;
        }
      }
      for (FoundCell cell : found.cells()) {
        JsonNode truth = report.at("/" + cell.path().replace('.', '/'));
        boolean same =
            truth.isNumber() && cell.value().isNumber()
                ? truth.decimalValue().compareTo(cell.value().decimalValue()) == 0
                : truth.equals(cell.value());
        this.found++;
        if (!same) {
          wrong.add(cell.path() + " " + truth + " read as " + cell.value());
        }
      }
    }
  }

  private Recognised read(byte[] file) {
    try {
      return recogniser.recognise(new DocumentReaders(new PdfReader()).read(file, null));
    } catch (UnreadableFile e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Print {
    Recognised read(Printed printed);
  }

  private Count count(int seed, boolean noisy, int reports, Print print) {
    ConsistentReports random = new ConsistentReports(Samples.FORMS, seed);
    PrintedReports prints = new PrintedReports(Samples.FORMS, seed + 1L);
    if (seed % 4 == 0) {
      prints.upright();
    } else {
      random.withBlanks();
    }
    Count count = new Count();
    for (int i = 0; i < reports; i++) {
      ObjectNode report = random.next();
      Printed printed = prints.print(report, noisy);
      count.add(report, printed, print.read(printed));
    }
    return count;
  }

  private static void isWhole(Count count) {
    assertThat(count.wrong).isEmpty();
    assertThat(count.found).isEqualTo(count.printed);
  }

  @Test
  void eachCellIsFoundInEachLayout() {
    isWhole(count(1, false, REPORTS, p -> recogniser.recognise(PrintedReports.read(p))));
  }

  @Test
  void eachCellIsFoundInWebPages() {
    isWhole(count(2, false, REPORTS, p -> read(PrintedReports.html(p, true))));
  }

  @Test
  void eachCellIsFoundInWordFiles() {
    isWhole(count(3, false, REPORTS, p -> read(PrintedReports.docx(p))));
  }

  @Test
  void eachCellIsFoundInLinesOfText() {
    isWhole(
        count(
            4,
            false,
            REPORTS,
            p -> read(PrintedReports.rows(p, "\t").getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void noCellIsWrongHoweverLabelsArePrinted() {
    Count direct = count(5, true, 2 * REPORTS, p -> recogniser.recognise(PrintedReports.read(p)));
    Count pages = count(6, true, REPORTS, p -> read(PrintedReports.html(p, true)));
    Count words = count(7, true, REPORTS, p -> read(PrintedReports.docx(p)));
    Count lines =
        count(
            8, true, REPORTS, p -> read(PrintedReports.lines(p).getBytes(StandardCharsets.UTF_8)));

    for (Count count : List.of(direct, pages, words, lines)) {
      assertThat(count.wrong).isEmpty();
    }
    for (Count count : List.of(direct, pages, words)) {
      assertThat(count.found).isGreaterThan((int) (SHARE * count.printed));
    }
  }

  @Test
  void thePageAroundAReportIsNoPartOfIt() {
    ObjectNode report = new ConsistentReports(Samples.FORMS, 9).next();
    Printed printed = new PrintedReports(Samples.FORMS, 9).print(report, false);
    Recognised bare = read(PrintedReports.html(printed, false));
    Recognised framed = read(PrintedReports.html(printed, true));

    assertThat(framed.report()).isEqualTo(bare.report());
    assertThat(framed.organCodes()).contains("113710020043609788");
    assertThat(framed.leftOver()).isNotEmpty();
  }

  @Test
  void noSignOfAPageIsLost() throws UnreadableFile {
    ConsistentReports random = new ConsistentReports(Samples.FORMS, 10);
    PrintedReports prints = new PrintedReports(Samples.FORMS, 10);
    for (int i = 0; i < Seeds.number(8, 20); i++) {
      byte[] page = PrintedReports.html(prints.print(random.next(), false), true);
      PrintedDocument document = new DocumentReaders(new PdfReader()).read(page, null);
      assertThat(Accounts.lost(document, recogniser.recognise(document))).isEmpty();
    }
  }
}
