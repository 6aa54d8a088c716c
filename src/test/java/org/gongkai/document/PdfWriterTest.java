package org.gongkai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** A report of callers' words must not take the service's memory. */
class PdfWriterTest {

  private final PdfWriter writer = new PdfWriter(ChineseFont.FONTS, Duration.ofMinutes(1), 1);

  /** Each is a line of one sign, of which a text may have fifty thousand. */
  @Test
  void moreParagraphsThanAnyReportHasAreNoPdf() {
    Paper paper =
        new Paper(
            "年报",
            Collections.nCopies(PdfWriter.MOST_BLOCKS + 1, new Paper.Words(Paper.Part.NOTE, "一")),
            null);
    assertThatThrownBy(() -> writer.bytes(paper))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_ACCEPTABLE));
  }
}
