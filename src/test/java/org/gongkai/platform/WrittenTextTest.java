package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"威海市环翠区工业和信息化局", "财政局（国资办）", "ЖХ-3 / Büro “A”", "𠮷野家街道办", "是否公开？", "a\u3000b c"})
  void whatPeopleWriteIsTaken(String name) {
    for (WrittenText kind : WrittenText.values()) {
      assertThat(kind.objectionTo(name)).as(kind + name).isEmpty();
    }
  }

  /** Code point, and whether it may stand in a name, on a line, in a text. */
  @ParameterizedTest
  @CsvSource({
    "0000, n, n, n",
    "0007, n, n, n",
    "001B, n, n, n",
    "007F, n, n, n",
    "0085, n, n, n",
    "009B, n, n, n",
    "0009, n, n, y",
    "000A, n, n, y",
    "000D, n, n, y",
    "2028, n, n, n",
    "2029, n, n, n",
    "061C, n, n, n",
    "200E, n, n, n",
    "200F, n, n, n",
    "202A, n, n, n",
    "202E, n, n, n",
    "2066, n, n, n",
    "2069, n, n, n",
    "00AD, n, y, n",
    "200B, n, y, n",
    "200D, n, y, n",
    "2060, n, y, n",
    "FEFF, n, y, n",
    "E0041, n, y, n",
    "3164, n, y, n",
    "FFFC, n, y, n",
    "FFFD, n, y, n",
    "E000, n, y, n",
    "F8FF, n, y, n",
    "F0000, n, y, n",
    "0378, n, y, n",
    "FFFF, n, y, n",
    "3FFFD, y, y, y",
    "2FFFE, n, y, n",
    "D800, n, n, n"
  })
  void eachSignHasItsPlaces(String sign, String name, String line, String text) {
    String held = "局" + Character.toString(Integer.parseInt(sign, 16)) + "A";
    assertThat(WrittenText.NAME.objectionTo(held).isEmpty()).as("name").isEqualTo(name.equals("y"));
    assertThat(WrittenText.LINE.objectionTo(held).isEmpty()).as("line").isEqualTo(line.equals("y"));
    assertThat(WrittenText.TEXT.objectionTo(held).isEmpty()).as("text").isEqualTo(text.equals("y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"????????", "区财政局??", "区？？局", "?？"})
  void whatAnEncodingLostIsNoName(String name) {
    assertThat(WrittenText.NAME.objectionTo(name)).isPresent();
    assertThat(WrittenText.TEXT.objectionTo(name)).isPresent();
    assertThat(WrittenText.REPORT.objectionTo(name)).isEmpty();
  }

  /** A draft is kept with whatever can be kept: the checks say what nobody sees in it. */
  @Test
  void aReportIsRefusedOnlyWhatCannotBeKept() {
    for (int sign :
        new int[] {
          9, 10, 13, 0x85, 0x2028, 0x2029, 0x200E, 0x200F, 0x202E, 0x2066, 0x200B, 0xFEFF, 0xE000,
          0xFFFD
        }) {
      assertThat(WrittenText.REPORT.objectionTo("局" + Character.toString(sign)))
          .as("%04X", sign)
          .isEmpty();
    }
    for (int sign : new int[] {0, 7, 0x1B, 0x7F, 0x9B, 0xD800}) {
      assertThat(WrittenText.REPORT.objectionTo("局" + Character.toString(sign)))
          .as("%04X", sign)
          .isPresent();
    }
  }

  @Test
  void aRefusalForbidsNothingThatIsAllowed() {
    assertThat(WrittenText.TEXT.objectionTo("\u0007").orElseThrow().in(Language.ZH))
        .contains("除换行和制表符外", "私用区");
    assertThat(WrittenText.LINE.objectionTo("\n").orElseThrow().in(Language.ZH))
        .contains("换行")
        .doesNotContain("私用区");
    assertThat(WrittenText.NAME.objectionTo("\uE000").orElseThrow().in(Language.ZH))
        .contains("私用区", "换行");
    assertThat(WrittenText.REPORT.objectionTo("\u0007").orElseThrow().in(Language.ZH))
        .doesNotContain("方向");
  }

  @Test
  void theSignIsNamedWithItsPlaceInCharactersAsPeopleCountThem() {
    assertThat(WrittenText.NAME.objectionTo("𠮷野\u202Ex").orElseThrow().in(Language.EN))
        .startsWith("Character 3, U+202E,");
  }
}
