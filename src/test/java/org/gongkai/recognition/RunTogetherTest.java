package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/** Figures without blanks between them are cut where the sums allow exactly one cut. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class RunTogetherTest {

  private static List<String> only(String digits, int count, int group) {
    List<List<String>> cuts = RunTogether.cuts(digits, count, group);
    return cuts.size() == 1 ? cuts.getFirst() : null;
  }

  @Test
  void aSingleCut() {
    assertThat(only("0000000", 7, 7)).containsExactly("0", "0", "0", "0", "0", "0", "0");
    assertThat(only("8213500210859", 7, 7)).isNull();
    assertThat(only("21710000218", 7, 7)).containsExactly("217", "1", "0", "0", "0", "0", "218");
    assertThat(only("002", 3, 0)).containsExactly("0", "0", "2");
    assertThat(only("012", 3, 0)).isNull();
    assertThat(only("12", 7, 7)).isNull();
  }

  @Test
  void severalCuts() {
    // 1, 11, …, 12 and 11, 1, …, 12
    assertThat(only("111000012", 7, 7)).isNull();
  }

  @Test
  void ofAnyCutTheOnlyOneIsTheOneThatWasGlued() {
    Random random = new Random(5);
    int cut = 0;
    for (int i = 0; i < 2000; i++) {
      StringBuilder glued = new StringBuilder();
      List<String> figures = new ArrayList<>();
      int sum = 0;
      for (int k = 0; k < 6; k++) {
        int number = random.nextInt(3) == 0 ? random.nextInt(400) : 0;
        sum += number;
        figures.add(Integer.toString(number));
      }
      figures.add(Integer.toString(sum));
      figures.forEach(glued::append);
      List<String> found = only(glued.toString(), 7, 7);
      if (found != null) {
        assertThat(found).isEqualTo(figures);
        cut++;
      }
    }
    assertThat(cut).isGreaterThan(1000);
  }

  @Test
  void anArchiveThatGluesTheCellsOfARow() throws UnreadableFile {
    Recogniser recogniser = new Recogniser(Samples.FORMS);
    ConsistentReports random = new ConsistentReports(Samples.FORMS, 31);
    PrintedReports prints = new PrintedReports(Samples.FORMS, 31).upright();
    int found = 0;
    for (int i = 0; i < Seeds.number(12, 60); i++) {
      ObjectNode report = random.next();
      Printed printed = prints.print(report, false);
      byte[] text = PrintedReports.rows(printed, "").getBytes(StandardCharsets.UTF_8);
      Recognised read = recogniser.recognise(new DocumentReaders(new PdfReader()).read(text, null));
      for (FoundCell cell : read.cells()) {
        assertThat(cell.value().decimalValue())
            .as(cell.path())
            .isEqualByComparingTo(report.at("/" + cell.path().replace('.', '/')).decimalValue());
        found++;
      }
    }
    assertThat(found).isGreaterThan(Seeds.number(300, 1000));
  }
}
