package org.gongkai.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.gongkai.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** A form has one file, whatever its bytes are. */
class SentFileTest {

  private static final String TYPE = "multipart/form-data; boundary=\"--x y\"";

  private static final String FIELD =
      "----x y\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n年报\r\n";

  private static byte[] file(byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(
        bytes(
            "----x y\r\ncontent-disposition: form-data; name=\"file\"; filename=\"年报.docx\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"));
    part.writeBytes(content);
    part.writeBytes(bytes("\r\n"));
    return part.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] all(byte[]... parts) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      form.writeBytes(part);
    }
    return form.toByteArray();
  }

  /** Input that comes as it likes. */
  private static InputStream inPieces(byte[] form, Random random) {
    return new ByteArrayInputStream(form) {
      @Override
      public synchronized int read(byte[] some, int from, int length) {
        return super.read(some, from, Math.min(length, 1 + random.nextInt(100)));
      }
    };
  }

  private static byte[] read(byte[] form) throws IOException {
    SentFile file = SentFile.of(TYPE, null, new ByteArrayInputStream(form));
    assertThat(file.name()).isEqualTo("年报.docx");
    return file.content().readAllBytes();
  }

  /** As many as a head holds. */
  @Test
  void aNameMayHaveManySignsThatAreEscaped() throws IOException {
    String name = "\\\"".repeat(4_000);
    byte[] form =
        all(
            bytes(
                "----x y\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + name
                    + "\"\r\n\r\n1\r\n----x y--"));
    SentFile file = SentFile.of(TYPE, null, new ByteArrayInputStream(form));
    assertThat(file.name()).isEqualTo("\"".repeat(200));
  }

  @Test
  void itsFileIsReadToTheByteAmongFields() throws IOException {
    Random random = new Random(1);
    String signs = "\r\n-x y";
    for (int i = 0; i < 200; i++) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      for (int j = random.nextInt(3_000); j > 0; j--) {
        content.write(signs.charAt(random.nextInt(signs.length())));
      }
      byte[] file = content.toByteArray();
      if (new String(file, StandardCharsets.ISO_8859_1).contains("\r\n----x y")) {
        continue;
      }
      byte[] form = all(bytes(FIELD), file(file), bytes(FIELD), bytes("----x y--\r\n"));
      SentFile read = SentFile.of(TYPE, null, inPieces(form, random));
      assertThat(read.name()).isEqualTo("年报.docx");
      assertThat(read.content().readAllBytes()).isEqualTo(file);
    }
  }

  @Test
  void aPartMaySayNothingOfItselfAndWordsMayStandBefore() throws IOException {
    byte[] form =
        all(
            bytes("words before\r\n----x y\r\n\r\nnothing said\r\n"),
            file(bytes("文")),
            bytes("----x y--and after"));
    assertThat(read(form)).isEqualTo(bytes("文"));
  }

  @Test
  void whatIsNoFormIsTheFile() throws IOException {
    SentFile file =
        SentFile.of(
            "text/plain",
            "attachment; filename=a.txt",
            new ByteArrayInputStream(bytes("----x y\r\n")));
    assertThat(file.name()).isEqualTo("a.txt");
    assertThat(file.content().readAllBytes()).isEqualTo(bytes("----x y\r\n"));
  }

  @Test
  void formsWithoutAFileWithTwoOrCutOffAreRefused() {
    byte[] end = bytes("----x y--\r\n");
    for (byte[] wrong :
        new byte[][] {
          {},
          end,
          all(bytes(FIELD), end),
          all(file(bytes("a")), file(bytes("b")), end),
          file(bytes("a")),
          all(bytes(FIELD.repeat(200)), file(bytes("a")), end),
          all(bytes("----x y\r\n" + "a: b\r\n".repeat(5_000) + "\r\n"), end)
        }) {
      assertThatThrownBy(() -> read(wrong)).isInstanceOf(ProblemException.class);
    }
    assertThatThrownBy(() -> read(all(bytes(FIELD), end)))
        .as("the place is the whole, which has no name")
        .hasMessageEndingWith("request: The form has no file.");
    assertThatThrownBy(
            () ->
                SentFile.of(
                    "multipart/form-data", null, new ByteArrayInputStream(file(bytes("a")))))
        .isInstanceOf(ProblemException.class);
  }
}
