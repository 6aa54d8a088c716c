package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** The canonical form of a document that is parsed already is that of its text. */
class CanonicalJsonTest {

  private static final ObjectMapper MAPPER = JsonSettings.strict(new ObjectMapper());
  private static final StrictJson STRICT = new StrictJson(MAPPER);

  private static void holds(String json) throws IOException {
    assertThat(CanonicalJson.text(STRICT.read(json)))
        .isEqualTo(new JsonCanonicalizer(json).getEncodedString());
    assertThat(CanonicalJson.digest(STRICT.read(json))).isEqualTo(CanonicalJson.digest(json));
  }

  @Test
  void ofRealReports() throws IOException {
    for (String name :
        List.of(
            "huancui-industry-bureau-2021.json",
            "huaian-city-2024.json",
            "shanghai-general-office-2019.json")) {
      try (InputStream file = CanonicalJsonTest.class.getResourceAsStream("/samples/" + name)) {
        holds(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void ofEveryShapeOfNumber() throws IOException {
    for (String number :
        List.of(
            "0",
            "-0",
            "-0.0",
            "0e5",
            "1.0",
            "1.50e1",
            "3.14",
            "-7",
            "1e21",
            "1e20",
            "1e-6",
            "1e-7",
            "123456789012",
            "9007199254740992",
            "0.1",
            "1.7976931348623157e308",
            "4.9e-324",
            "2147483647",
            "2147483648",
            "-2147483649",
            "100E-2")) {
      holds("[" + number + ",{\"n\":" + number + "}]");
    }
  }

  @Test
  void ofTextsAndKeysInAnyOrder() throws IOException {
    holds("{}");
    holds("[ ]");
    holds("{\"b\":[],\"a\":{},\"\":null,\"t\":true,\"f\":false}");
    holds("{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u0080\":3,\"\\r\":4,\"1\":5,\"\\u20ac\":6}");
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      ObjectNode object = MAPPER.createObjectNode();
      for (int member = 0; member < 8; member++) {
        object.put(text(random), text(random));
      }
      holds(MAPPER.writeValueAsString(object));
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) (1 + random.nextInt(0x7f)));
        case 1 -> text.appendCodePoint(0x10000 + random.nextInt(0x10000));
        case 2 -> text.append((char) (0x4e00 + random.nextInt(0x5000)));
        default -> text.append((char) (0xe000 + random.nextInt(0x1ffe)));
      }
    }
    return text.toString();
  }
}
