package org.gongkai.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The file of a request: its body, or the one file of a form ({@code multipart/form-data}) as pages
 * and {@code curl -F} send it. What else a form says is passed over, another file is refused.
 *
 * @param name what it is called, by the header or the form
 */
record SentFile(String name, InputStream content) {

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?i)multipart/form-data\\s*;.*?\\bboundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70})).*");

  private static final Pattern DISPOSITION =
      Pattern.compile("(?im)^Content-Disposition:\\s*(form-data.*)$");

  private static final Pattern NAMED = Pattern.compile("(?i);\\s*filename\\*?\\s*=");

  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  /** Of the head of a part: two or three lines. */
  private static final int LONGEST_HEAD = 8 << 10;

  /** Fields beside the file. */
  private static final int MOST_PARTS = 100;

  static SentFile of(@Nullable String type, @Nullable String disposition, InputStream body)
      throws IOException {
    if (type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
      return new SentFile(FileName.of(disposition), body);
    }
    Matcher boundary = BOUNDARY.matcher(type);
    if (!boundary.matches()) {
      throw wrong("表单没有说明分界。", "The form does not say its boundary.");
    }
    String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    Form form = new Form(new DelimitedInput(body), mark.getBytes(StandardCharsets.ISO_8859_1));
    String name = form.nextFile();
    if (name == null) {
      throw wrong("表单中没有文件。", "The form has no file.");
    }
    return new SentFile(name, new Part(form));
  }

  private static ProblemException wrong(String zh, String en) {
    return ProblemException.invalid(Violation.at("", zh, en));
  }

  /** A form from the beginning of one part to that of the next. */
  private static final class Form {
    private final DelimitedInput body;
    private final byte[] delimiter;
    private int parts;

    Form(DelimitedInput body, byte[] boundary) {
      this.body = body;
      this.delimiter = new byte[boundary.length + 4];
      delimiter[0] = '\r';
      delimiter[1] = '\n';
      delimiter[2] = '-';
      delimiter[3] = '-';
      System.arraycopy(boundary, 0, delimiter, 4, boundary.length);
    }

    /** Goes to the next part that is a file; null where there is none. */
    @Nullable String nextFile() throws IOException {
      while (passDelimiter()) {
        String head = text(END_OF_HEAD);
        if (head.startsWith("--")) {
          return null;
        }
        Matcher its = DISPOSITION.matcher(head);
        if (its.find() && NAMED.matcher(its.group(1)).find()) {
          return FileName.of(its.group(1));
        }
        if (++parts > MOST_PARTS) {
          throw wrong("表单的字段过多。", "The form has too many fields.");
        }
      }
      return null;
    }

    private boolean passDelimiter() throws IOException {
      byte[] some = new byte[1 << 13];
      int read = body.read(some, 0, some.length, delimiter);
      while (read > 0) {
        read = body.read(some, 0, some.length, delimiter);
      }
      return read == DelimitedInput.AT_DELIMITER && body.pass(delimiter);
    }

    private String text(byte[] end) throws IOException {
      byte[] head = new byte[LONGEST_HEAD];
      int length = 0;
      int read = body.read(head, 0, head.length, end);
      while (read > 0) {
        length += read;
        if (length == head.length) {
          throw wrong("表单的格式有误。", "The form is malformed.");
        }
        read = body.read(head, length, head.length - length, end);
      }
      if (read == DelimitedInput.AT_DELIMITER) {
        body.pass(end);
      }
      return new String(head, 0, length, StandardCharsets.ISO_8859_1);
    }
  }

  /** What a part has, up to the next one, which must be no file. */
  private static final class Part extends InputStream {
    private final Form form;
    private boolean ended;

    Part(Form form) {
      this.form = form;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (ended) {
        return -1;
      }
      int read = form.body.read(bytes, from, length, form.delimiter);
      if (read == DelimitedInput.AT_END) {
        throw wrong("表单不完整。", "The form is cut off.");
      }
      if (read == DelimitedInput.AT_DELIMITER) {
        ended = true;
        if (form.nextFile() != null) {
          throw wrong("表单中只能有一个文件；多个文件请压缩后发送。", "A form has one file; send many as a zip.");
        }
        return -1;
      }
      return read;
    }
  }
}
