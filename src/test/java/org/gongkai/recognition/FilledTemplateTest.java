package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.gongkai.Seeds;
import org.gongkai.form.Cell;
import org.gongkai.form.Samples;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The official blank form in Word, filled in cell by cell, and read again. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class FilledTemplateTest {

  private static final int REPORTS = Seeds.number(8, 50);
  private static final List<String> SECTIONS = List.of("disclosure", "applications", "contests");

  private final Recogniser recogniser = new Recogniser(Samples.FORMS);

  private static byte[] filled(ObjectNode report) throws IOException {
    try (InputStream in =
            FilledTemplateTest.class.getResourceAsStream("/documents/template-2021-blank.docx");
        XWPFDocument word = new XWPFDocument(in);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      List<String> figures = new ArrayList<>();
      for (String section : SECTIONS) {
        for (Cell cell : Samples.FORMS.known("2021").knownSection(section).cells().values()) {
          figures.add(ConsistentReports.printed(report).apply(cell));
        }
      }
      Iterator<String> next = figures.iterator();
      for (XWPFTable table : word.getTables()) {
        table.getRows().stream()
            .flatMap(row -> row.getTableCells().stream())
            .filter(FilledTemplateTest::isOpen)
            .forEach(cell -> cell.setText(next.next()));
      }
      assertThat(next.hasNext()).isFalse();
      word.write(out);
      return out.toByteArray();
    }
  }

  /** Blank, and not the lower part of a label. */
  private static boolean isOpen(XWPFTableCell cell) {
    var properties = cell.getCTTc().getTcPr();
    return cell.getText().isBlank() && (properties == null || !properties.isSetVMerge());
  }

  @Test
  void eachFigureIsReadWhereItWasWritten() throws IOException, UnreadableFile {
    ConsistentReports random = new ConsistentReports(Samples.FORMS, 41).withBlanks();
    int filled = 0;
    while (filled < REPORTS) {
      ObjectNode report = random.next();
      boolean ofTheForm =
          SECTIONS.stream().allMatch(s -> report.at("/editions/" + s).asText().equals("2021"));
      if (ofTheForm) {
        Recognised found =
            recogniser.recognise(
                new DocumentReaders(new PdfReader()).read(filled(report), "年报.docx"));
        for (String section : SECTIONS) {
          assertThat(found.report().get(section)).isEqualTo(report.get(section));
        }
        assertThat(found.cells()).allMatch(c -> c.certainty() == Certainty.SURE);
        filled++;
      }
    }
  }
}
