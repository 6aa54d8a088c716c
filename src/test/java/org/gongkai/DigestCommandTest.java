package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.gongkai.platform.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that prints the digest of a document. */
class DigestCommandTest {

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(byte[] document) {
    return DigestCommand.run(
        new ByteArrayInputStream(document),
        new PrintStream(output, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @Test
  void printsTheDigestOfTheCanonicalForm() {
    byte[] canonical = "{\"a\":10,\"公\":\"开\"}".getBytes(StandardCharsets.UTF_8);
    String document = "\ufeff{ \"公\": \"\\u5f00\",\n \"a\": 1.0E1 }\n";
    assertThat(run(document.getBytes(StandardCharsets.UTF_8))).isZero();
    assertThat(output.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(HexFormat.of().formatHex(Digests.sha256(canonical)));
    assertThat(errors.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}"})
  void saysWhatIsNoDocument(String document) {
    assertThat(run(document.getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
    assertThat(output.size()).isZero();
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains("No JSON document")
        .doesNotContain("Exception");
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(run(new byte[] {'[', '"', (byte) 0xff, '"', ']'})).isEqualTo(1);
  }
}
