package org.gongkai.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.form.Column;
import org.gongkai.form.Samples;
import org.gongkai.form.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is printed in a cell, as a report states it: nothing is rounded, converted or guessed. */
@Execution(ExecutionMode.CONCURRENT)
class CellTextTest {

  private final CellText cells =
      new CellText(PrintedWords.of(Samples.FORMS).measures(), Samples.FORMS.amountUnits().values());

  private static Column column(String edition, String section, String id) {
    Section its = Samples.FORMS.known(edition).knownSection(section);
    return its.columns().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private String count(String printed) {
    return cells.read(printed, column("2021", "disclosure", "issued")).value().toString();
  }

  @Test
  void numbers() {
    assertThat(count("0")).isEqualTo("0");
    assertThat(count(" １２　")).isEqualTo("12");
    assertThat(count("\u00a012\n")).isEqualTo("12");
    assertThat(count("1\u200b2")).isEqualTo("12");
    assertThat(count("1,234,567")).isEqualTo("1234567");
    assertThat(count("3985758")).isEqualTo("3985758");
    assertThat(count("1.9")).isEqualTo("1.9");
    assertThat(count("-1")).isEqualTo("-1");
    assertThat(count("12345678901234567890")).isEqualTo("12345678901234567890");
  }

  @Test
  void nothingAndMarks() {
    assertThat(count("")).isEqualTo("null");
    assertThat(count("\u3000\u200b ")).isEqualTo("null");
    for (String mark : new String[] {"/", "／", "—", "－", "——", "-", "不适用", "\u200b/"}) {
      assertThat(count(mark)).isEqualTo("\"n/a\"");
    }
  }

  @Test
  void remarks() {
    assertThat(count("22（其中修订16件）")).isEqualTo("{\"value\":22,\"remark\":\"其中修订16件\"}");
    assertThat(count("22件")).isEqualTo("{\"value\":22,\"remark\":\"件\"}");
    assertThat(count("2 笔")).isEqualTo("{\"value\":2,\"remark\":\"笔\"}");
  }

  @Test
  void everythingElseIsKeptAsItIs() {
    for (String text :
        new String[] {
          "无", "零", "12①", "12²", "１２½", "007", "1 2", "12/10", "12（10）", "3万", "2人", "1,23",
          "12\n10", "约12", "12余", "一"
        }) {
      assertThat(count(text)).isEqualTo("\"" + text.replace("\n", "\\n") + "\"");
    }
  }

  @Test
  void unitsOfMoney() {
    Column fees = column("2021", "disclosure", "amount");
    assertThat(cells.read("96171.60", fees).value().toString()).isEqualTo("96171.60");
    assertThat(cells.read("12.5万元", fees).value().toString())
        .isEqualTo("{\"value\":12.5,\"remark\":\"万元\"}");
    assertThat(cells.read("251000元", fees).value().toString()).isEqualTo("\"251000元\"");
    Column procurement = column("2019", "disclosure", "amount");
    assertThat(cells.read("251000元", procurement).value().toString()).isEqualTo("251000");
    assertThat(cells.read("251000元", procurement).unit()).isEqualTo("yuan");
    assertThat(cells.read("25.1万元", procurement).unit()).isEqualTo("wanyuan");
    assertThat(cells.read("25.1", procurement).unit()).isNull();
  }
}
