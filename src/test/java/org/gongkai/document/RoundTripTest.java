package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.form.Content;
import org.gongkai.form.ContentReader;
import org.gongkai.form.Figure;
import org.gongkai.form.Forms;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.gongkai.recognition.Recognised;
import org.gongkai.recognition.Recogniser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the service prints, it reads again: the same figures, remarks, units and text. */
@Execution(ExecutionMode.CONCURRENT)
class RoundTripTest {

  private static final int REPORTS = 200;

  private final Forms forms = Forms.load();
  private final ContentReader reader = new ContentReader(forms);
  private final OfficialForm official = new OfficialForm(forms);
  private final Recogniser recogniser = new Recogniser(forms);

  @Test
  void aWordFile() {
    readAgain(WordWriter::bytes, 21);
  }

  @Test
  void aWebPage() {
    readAgain(HtmlWriter::bytes, 22);
  }

  private void readAgain(Function<Paper, byte[]> writer, long seed) {
    RandomReports random = new RandomReports(forms, seed);
    for (int i = 0; i < REPORTS; i++) {
      Content printed = reader.read(random.next());
      Paper paper = official.of(printed, printed.year() + "年政府信息公开工作年度报告", null);
      Recognised found = read(writer.apply(paper));
      ObjectNode report = found.report().deepCopy();
      report.put("organ", printed.organ());
      Content read = reader.read(report);

      assertThat(read.year()).isEqualTo(printed.year());
      assertThat(differing(printed, read)).as("%s", found.leftOver()).isEmpty();
      assertThat(read.remarks()).isEqualTo(printed.remarks());
      assertThat(read.editions()).containsAllEntriesOf(told(printed));
      assertThat(withoutHeadings(read)).isEqualTo(withoutHeadings(printed));
      assertThat(read.statedUnits()).isEqualTo(unitsOfNumbers(printed));
    }
  }

  /** The editions of sections that differ from the other edition's. */
  private Map<String, String> told(Content content) {
    Map<String, String> told = new LinkedHashMap<>(content.editions());
    told.keySet().removeIf(s -> !forms.layouts().isOther(s, "2019", "2021"));
    return told;
  }

  private static Map<String, Figure> differing(Content printed, Content read) {
    Map<String, Figure> differing = new LinkedHashMap<>(printed.figures().byPath());
    differing.entrySet().removeIf(f -> f.getValue().equals(read.figures().at(f.getKey())));
    return differing;
  }

  /** Without those of blank cells, which nothing prints. */
  private static Map<String, String> unitsOfNumbers(Content content) {
    Map<String, String> units = new LinkedHashMap<>(content.statedUnits());
    units
        .keySet()
        .removeIf(row -> !(content.figures().at(row + ".amount") instanceof Figure.Stated));
    return units;
  }

  private static Map<String, String> withoutHeadings(Content content) {
    Map<String, String> texts = new LinkedHashMap<>(content.narrative());
    texts.keySet().removeIf(part -> part.startsWith("headings."));
    return texts;
  }

  private Recognised read(byte[] file) {
    try {
      return recogniser.recognise(new DocumentReaders(new PdfReader()).read(file, null));
    } catch (UnreadableFile e) {
      throw new IllegalStateException(e);
    }
  }
}
