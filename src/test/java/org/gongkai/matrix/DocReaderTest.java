package org.gongkai.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.pdf.PdfReader;
import org.junit.jupiter.api.Test;

/** Files of old Word show the same as the new ones that they were made of. */
class DocReaderTest {

  @Test
  void readsTheOfficialFormAsItsNewFileShowsIt() throws Exception {
    DocumentReaders readers = new DocumentReaders(new PdfReader());
    PrintedDocument old = readers.read(Printed.file("template-2021-blank.doc"), null);
    PrintedDocument now = readers.read(Printed.file("template-2021-blank.docx"), null);
    assertThat(old.kind()).isEqualTo(FileKind.DOC);
    assertThat(old.blocks()).isEqualTo(now.blocks());
    assertThat(old.notices()).isEmpty();
  }

  @Test
  void showsWhatANewFileShows() throws Exception {
    DocumentReaders readers = new DocumentReaders(new PdfReader());
    PrintedDocument old = readers.read(Printed.file("features.doc"), null);
    PrintedDocument now = readers.read(Printed.file("features.docx"), null);
    assertThat(Printed.drawn(old)).isEqualTo(Printed.drawn(now)).contains("收到13件");
    assertThat(old.notices()).isEqualTo(now.notices());
  }
}
