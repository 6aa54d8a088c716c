package org.gongkai.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.language.ChineseNumerals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in words, and the quantities of a text. */
class QuantitiesTest {

  @ParameterizedTest
  @CsvSource({
    "三, 3",
    "两, 2",
    "十, 10",
    "十二, 12",
    "二十, 20",
    "三十五, 35",
    "一百, 100",
    "一百零五, 105",
    "一百一十, 110",
    "三百五十七, 357",
    "两千三百, 2300",
    "一千零二十, 1020",
    "一万二千, 12000",
    "一万零三, 10003",
    "十二万, 120000",
    "二亿三千万, 230000000",
    "二〇, 20",
    "二〇三, 203",
    "零, 0"
  })
  void numeralsAreRead(String numerals, long number) {
    assertThat(ChineseNumerals.read(numerals).orElseThrow()).isEqualByComparingTo("" + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"一百二", "两千五", "三万五", "百", "千", "二三十", "十百", "二两"})
  void whatCanBeReadInTwoWaysIsNoNumber(String numerals) {
    assertThat(ChineseNumerals.read(numerals)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          411条 | 411 | 条 | false
          共 3119 件， | 3119 | 件 | false
          １，２３４件 | 234 | 件 | true
          1,234件 | 1234 | 件 | false
          1.2万条 | 12000 | 条 | false
          1.2万余条 | 12000 | 条 | true
          5500余条 | 5500 | 条 | true
          3千多条 | 3000 | 条 | true
          20余万条 | 200000 | 条 | true
          约40件 | 40 | 件 | true
          近百条，12件以上 | 12 | 件 | true
          30件左右 | 30 | 件 | true
          十二件 | 12 | 件 | false
          3.5万元 | 3.5 | 万元 | false
          0.2亿元 | 2000 | 万元 | false
          3940元 | 3940 | 元 | false
          12 场次 | 12 | 场次 | false
          数量为3， | 3 | '' | false
          """)
  void quantitiesAreRead(String text, String number, String unit, boolean approximate) {
    List<Quantity> quantities = Passage.of(text).quantities();
    assertThat(quantities).hasSize(1);
    assertThat(quantities.getFirst().number()).isEqualByComparingTo(number);
    assertThat(quantities.getFirst().unit()).isEqualTo(unit);
    assertThat(quantities.getFirst().approximate()).isEqualTo(approximate);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021年12月31日",
        "第36条",
        "第三十六条第一项",
        "国办公开办函〔2021〕30号",
        "国办公开办函(2021)30号",
        "国办公开办函（2021）第30号",
        "合格率100%",
        "高效办成一件事",
        "一次性告知",
        "3个月内，20个工作日",
        "一是二是三是",
        "2021-03360",
        "1.2.3条",
        "12345678901234567890条",
        "某3条"
      })
  void whatIsNoQuantityIsNone(String text) {
    assertThat(Passage.of(text).quantities()).isEmpty();
  }

  @Test
  void placesAreThoseOfTheText() {
    String text = "  共公开 １２ 条，\n\n其中微信 三 条。";
    Passage passage = Passage.of(text);
    assertThat(passage.quantities())
        .extracting(q -> text.substring(q.start(), q.end()))
        .containsExactly("１２ 条", "三 条");
    int clause = passage.signs().indexOf("其");
    assertThat(text.charAt(passage.origin(clause))).isEqualTo('其');
  }
}
