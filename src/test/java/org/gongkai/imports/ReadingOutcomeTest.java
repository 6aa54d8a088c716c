package org.gongkai.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.gongkai.form.Scope;
import org.gongkai.matrix.FileKind;
import org.gongkai.recognition.Certainty;
import org.gongkai.recognition.Recognised;
import org.gongkai.recognition.Recognised.FoundScope;
import org.junit.jupiter.api.Test;

class ReadingOutcomeTest {

  private static final ReadingOutcome READ =
      new ReadingOutcome.Read(
          FileKind.DOCX,
          new Recognised(
              JsonNodeFactory.instance.objectNode(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              null),
          List.of(),
          new FoundScope(Scope.AREA, Certainty.LIKELY, List.of("全区")),
          List.of());

  @Test
  void whatIsKeptHasTheCodesOfTheContract() {
    assertThat(READ.write()).contains("\"docx\"", "\"likely\"", "\"area\"");
    assertThat(ReadingOutcome.read(READ.write())).isEqualTo(READ);
  }

  /** Files are kept for weeks, and were under the names of Java before. */
  @Test
  void whatWasKeptUnderTheNamesOfJavaIsRead() {
    String before =
        READ.write().replace("\"docx\"", "\"DOCX\"").replace("\"likely\"", "\"LIKELY\"");
    assertThat(before).contains("DOCX", "LIKELY");
    assertThat(ReadingOutcome.read(before)).isEqualTo(READ);
  }
}
