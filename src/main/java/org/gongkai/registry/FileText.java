package org.gongkai.registry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The signs of a file of lines, and what separates its cells. A file is in UTF-8 unless something
 * says otherwise for certain: a byte order mark, the charset of the request, or a first line that
 * is no UTF-8 and names nothing but known columns in GB18030, as Chinese spreadsheets save a CSV.
 * Bytes are not guessed at any further: a name that was read wrongly looks like a name.
 */
record FileText(Reader reader, Charset charset, char separator) {

  private static final int LONGEST_HEADER = 1 << 14;
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** A byte order mark, and what it says. */
  private record Mark(Charset charset, int... bytes) {

    boolean begins(byte... head) {
      return head.length >= bytes.length
          && IntStream.range(0, bytes.length).allMatch(i -> (head[i] & 0xff) == bytes[i]);
    }
  }

  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
          new Mark(StandardCharsets.UTF_16LE, 0xff, 0xfe),
          new Mark(StandardCharsets.UTF_16BE, 0xfe, 0xff),
          new Mark(GB18030, 0x84, 0x31, 0x95, 0x33));

  /**
   * Opens a file.
   *
   * @param stated the charset that the request says, or null
   */
  static FileText of(InputStream body, @Nullable String stated, FileColumns columns)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(body, LONGEST_HEADER);
    in.mark(LONGEST_HEADER);
    byte[] head = in.readNBytes(LONGEST_HEADER);
    in.reset();
    Optional<Mark> mark = MARKS.stream().filter(m -> m.begins(head)).findFirst();
    int skipped = mark.map(m -> m.bytes().length).orElse(0);
    in.skipNBytes(skipped);
    byte[] rest = Arrays.copyOfRange(head, skipped, head.length);
    Charset charset = mark.map(Mark::charset).orElseGet(() -> charset(stated, rest, columns));
    char separator = separator(firstLine(rest, charset).orElse(""));
    return new FileText(new InputStreamReader(in, charset.newDecoder()), charset, separator);
  }

  /**
   * Many programs state a charset of their own for whatever they send, so that only one is believed
   * that nobody states by chance.
   */
  private static Charset charset(@Nullable String stated, byte[] head, FileColumns columns) {
    boolean chinese =
        switch (stated == null ? "" : stated.toLowerCase(Locale.ROOT)) {
          case "gb18030", "gbk", "gb2312" -> true;
          default ->
              firstLine(head, StandardCharsets.UTF_8).isEmpty()
                  && firstLine(head, GB18030).filter(line -> isHeader(line, columns)).isPresent();
        };
    return chinese ? GB18030 : StandardCharsets.UTF_8;
  }

  private static boolean isHeader(String line, FileColumns columns) {
    String separator = Pattern.quote(String.valueOf(separator(line)));
    return Arrays.stream(line.split(separator)).allMatch(h -> columns.named(h).isPresent());
  }

  /** The first line that is not blank; empty where it is not of this charset. */
  private static Optional<String> firstLine(byte[] head, Charset charset) {
    CharBuffer signs = CharBuffer.allocate(head.length + 1);
    boolean read = !charset.newDecoder().decode(ByteBuffer.wrap(head), signs, false).isError();
    String text = signs.flip().toString().stripLeading();
    int end = text.indexOf('\n');
    if (end < 0) {
      return read ? Optional.of(text) : Optional.empty();
    }
    return Optional.of(text.substring(0, end));
  }

  /** No name of a column has one of these signs. */
  private static char separator(String header) {
    char found = ',';
    for (char sign : new char[] {';', '\t'}) {
      if (count(header, sign) > count(header, found)) {
        found = sign;
      }
    }
    return found;
  }

  private static long count(String line, char sign) {
    return line.chars().filter(c -> c == sign).count();
  }
}
