package org.gongkai.document;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a paper as a Word document (Office Open XML), which is a zip of parts: the look stands in
 * the files of {@code documents/word}, the text comes from {@link WordBody}. The same paper gives
 * the same bytes.
 */
final class WordWriter {

  private static final String CORE =
      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

  /** The earliest that a zip can tell; that of the writing would make each file another one. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private WordWriter() {}

  static void write(Paper paper, OutputStream out) throws IOException {
    // flushing the parts must not flush what is behind
    ZipOutputStream zip =
        new ZipOutputStream(
            new FilterOutputStream(out) {
              @Override
              public void write(byte[] bytes, int from, int count) throws IOException {
                this.out.write(bytes, from, count);
              }

              @Override
              public void flush() {}
            });
    copy(zip, "[Content_Types].xml", "content-types.xml");
    copy(zip, "_rels/.rels", "package-rels.xml");
    String address = paper.proof() == null ? null : paper.proof().address();
    copy(
        zip,
        "word/_rels/document.xml.rels",
        address == null ? "document-rels.xml" : "document-rels-with-code.xml");
    for (String part :
        List.of(
            "styles.xml", "settings.xml", "fontTable.xml", "footer-odd.xml", "footer-even.xml")) {
      copy(zip, "word/" + part, part);
    }
    if (address != null) {
      begin(zip, "word/media/receipt.png");
      zip.write(QrCode.png(address));
    }
    begin(zip, "docProps/core.xml");
    try (PrintedXml xml = new PrintedXml(zip)) {
      xml.declaration()
          .open(
              "cp:coreProperties", "xmlns:cp", CORE, "xmlns:dc", "http://purl.org/dc/elements/1.1/")
          .open("dc:title")
          .text(paper.title())
          .close(1)
          .open("dc:language")
          .text("zh-CN")
          .close(2);
    }
    begin(zip, "word/document.xml");
    try (PrintedXml xml = new PrintedXml(zip)) {
      new WordBody(xml).write(paper);
    }
    zip.finish();
  }

  /** All of it in memory, for tests and small papers. */
  static byte[] bytes(Paper paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(paper, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    zip.putNextEntry(entry);
  }

  private static void copy(ZipOutputStream zip, String name, String file) throws IOException {
    begin(zip, name);
    try (InputStream part = WordWriter.class.getResourceAsStream("/documents/word/" + file)) {
      Objects.requireNonNull(part, file).transferTo(zip);
    }
  }
}
