package org.gongkai.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkLinesTest {

  private static final int LONGEST = 100_000;

  private static List<String> lines(InputStream in) throws IOException {
    List<String> read = new ArrayList<>();
    try (BulkLines lines = new BulkLines(in, LONGEST)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        read.add(new String(line, StandardCharsets.UTF_8));
        assertThat(lines.number()).isEqualTo(read.size());
      }
    }
    return read;
  }

  private static List<String> lines(String text) throws IOException {
    return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void eachLineIsGivenWithoutItsEndWhetherTheLastHasOneOrNot() throws IOException {
    assertThat(lines("a\n\nbc\r\n d")).containsExactly("a", "", "bc\r", " d");
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("\n\n")).containsExactly("", "");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void linesThatReachOverWhatIsReadAtOnceAreWhole() throws IOException {
    List<String> some = new ArrayList<>();
    for (int length = 65_530; length < 65_545; length++) {
      some.add("x".repeat(length));
    }
    assertThat(lines(String.join("\n", some))).isEqualTo(some);
  }

  @Test
  void ofALineThatIsTooLongOnlySoMuchIsKeptAsShowsIt() throws IOException {
    List<String> read = lines("y".repeat(3 * LONGEST) + "\nz");
    assertThat(read.getFirst()).hasSize(LONGEST + 1);
    assertThat(read.getLast()).isEqualTo("z");
    assertThat(lines("y".repeat(LONGEST) + "\nz")).containsExactly("y".repeat(LONGEST), "z");
  }

  @Test
  void manyEmptyLinesAreWorkedOffWithoutMemoryForEach() throws IOException {
    byte[] empty = new byte[1 << 20];
    Arrays.fill(empty, (byte) '\n');
    byte[] first;
    try (BulkLines lines = new BulkLines(new ByteArrayInputStream(empty), LONGEST)) {
      first = lines.next();
      for (byte[] line = first; line != null; line = lines.next()) {
        assertThat(line).isSameAs(first);
      }
      assertThat(lines.number()).isEqualTo(empty.length);
    }
  }
}
