package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gongkai.Seeds;
import org.gongkai.form.Samples;
import org.gongkai.platform.CanonicalJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script for verifying receipts without the service says what the service says. */
@Tag("process")
@Execution(ExecutionMode.CONCURRENT)
class VerifyReceiptTest {

  private static final Path SCRIPT = Path.of("deploy", "verify-receipt.py").toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  private record Outcome(int status, String output) {}

  @BeforeAll
  static void requirePython() {
    boolean there;
    try {
      there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      there = false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assumeTrue(there, "needs python3: apt-get install python3");
  }

  private Outcome run(String document, String... more) throws Exception {
    Path file = directory.resolve("report.json");
    Files.writeString(file, document);
    List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString(), file.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Outcome(process.waitFor(), output);
  }

  private void assertSame(String document) throws Exception {
    assertThat(run(document)).as(document).isEqualTo(new Outcome(0, digest(document)));
  }

  private static String digest(String document) {
    return HexFormat.of().formatHex(CanonicalJson.digest(document));
  }

  @ParameterizedTest
  @ValueSource(strings = {Samples.HUANCUI, Samples.HUAIAN, Samples.SHANGHAI})
  void ofRealReports(String sample) throws Exception {
    String document = Samples.json(sample).toPrettyString();
    assertSame(document);
    String digest = digest(document);
    assertThat(run(document, digest)).isEqualTo(new Outcome(0, "matches"));
    assertThat(run(Samples.json(sample).toString(), digest.toUpperCase(Locale.ROOT)).status())
        .isZero();
    Outcome changed = run(document.replaceFirst("0", "1"), digest);
    assertThat(changed.status()).isEqualTo(1);
    assertThat(changed.output()).startsWith("DIFFERS");
  }

  @Test
  void ofOddNumbers() throws Exception {
    assertSame(
        "[0, -0.0, -0, 0.1, -0.1, 1e21, 1E+20, 1e20, 999999999999999900000, 123456789012345680000,"
            + " 1e-7, 1e-6, 0.000001, 0.0000012, 1.5e-10, 100, 100.0, 1.10, 1e0, 5e-324, 1e23,"
            + " 2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740991, 9007199254740992,"
            + " 333333333.3333333, 4.35, 1e22, 1e-5, 295147905179352830000, -1e21, -1.5e300]");
  }

  @Test
  void ofOddTexts() throws Exception {
    assertSame(
        """
        {"\\u20ac": "Euro", "\\r": 1, "\\ufb33": 2, "1": 3, "\\ud83d\\ude00": 4, "\\u0080": 5,
         "\\u00f6": 6, "": 7, "𠮷": 8, "\\ue000": 9, "a": {"b": [], "aa": {}, "a\\"b\\\\": null},
         "esc": "\\b\\t\\n\\f\\r\\"\\\\\\/\\u0001\\u001f\\u007f\\u2028\\ufeff", "t": true, "f": false}
        """);
    assertSame("\n\t[ ]\r\n");
  }

  @Test
  void ofRandomDocuments() throws Exception {
    for (long seed : Seeds.upTo(2, 8).toArray()) {
      Random random = new Random(seed);
      ArrayNode document = JSON.createArrayNode();
      for (int i = 0; i < 300; i++) {
        ObjectNode object = document.addObject();
        for (int j = random.nextInt(6); j > 0; j--) {
          object.put(text(random), number(random)).put(text(random), text(random));
        }
      }
      assertSame(document.toString());
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      int sign =
          switch (random.nextInt(4)) {
            case 0 -> 1 + random.nextInt(0x7f);
            case 1 -> 0x80 + random.nextInt(0xd800 - 0x80);
            case 2 -> 0xe000 + random.nextInt(0x10000 - 0xe000);
            default -> 0x10000 + random.nextInt(0x110000 - 0x10000);
          };
      text.appendCodePoint(sign);
    }
    return text.toString();
  }

  private static double number(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(1000);
      case 1 -> random.nextInt(100_000) / 1000.0;
      case 2 -> random.nextDouble() * Math.pow(10, random.nextInt(50) - 25);
      default -> {
        double any = Double.longBitsToDouble(random.nextLong());
        yield Double.isFinite(any) ? any : 0;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "[1e999]", "[NaN]", "[1] 2"})
  void refusesWhatIsNoDocument(String document) throws Exception {
    Outcome outcome = run(document, "00");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("report.json: ").doesNotContain("Traceback");
  }
}
