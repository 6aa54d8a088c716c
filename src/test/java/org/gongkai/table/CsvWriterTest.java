package org.gongkai.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.journey.Csv;
import org.gongkai.problem.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

  /** A column of a table that nobody asked for. */
  private record Named(String id) implements TableColumn {
    @Override
    public Kind kind() {
      return Kind.TEXT;
    }

    @Override
    public Role role() {
      return Role.ATTRIBUTE;
    }

    @Override
    public Text title() {
      return new Text(id, id);
    }

    @Override
    public Text description() {
      return title();
    }
  }

  private static String written(String column, TableCell cell, boolean mark) throws IOException {
    TableColumn named = new Named(column);
    Table table =
        new Table(named.title(), List.of(named), List.of(new TableRow().put(named, cell)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvWriter().write(table, mark, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** As a cell of a table and as a component of a record, which are the same. */
  private static String written(String text, boolean mark) throws IOException {
    record Line(String a) {}
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvWriter().write(Line.class, List.of(), Stream.of(new Line(text)), mark, out);
    String table = written("a", TableCell.of(text), mark);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(table);
    return table;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\tx",
        "\rx",
        "\nx",
        "＝1",
        "＋1",
        "－1",
        "＠SUM",
        "  =1",
        "\u3000=1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b＝1",
        "=1\n2"
      })
  void aTextThatMayBeAFormulaIsSetOff(String text) throws IOException {
    assertThat(CsvWriter.harmless(text)).isEqualTo("'" + text);
    assertThat(written(text, false)).startsWith("a\n").contains("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"威海市环翠区", "3-1", "1=1", "'=1", "（一）予以公开", "T-9", ""})
  void anyOtherTextIsNot(String text) {
    assertThat(CsvWriter.harmless(text)).isEqualTo(text);
  }

  @Test
  void numbersStayNumbers() throws IOException {
    assertThat(written("a", TableCell.of(new BigDecimal("-12.50")), false))
        .isEqualTo("a\n-12.50\n");
    assertThat(written("a", TableCell.of(new BigDecimal("1E+20")), false))
        .isEqualTo("a\n100000000000000000000\n");
    assertThat(written("a", TableCell.of(-3L), false)).isEqualTo("a\n-3\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a\"b", "a\nb", "a\r\nb", " a ", "一个长于二十四个字符的名称也不必加引号因为其中没有逗号"})
  void whatIsReadIsWhatWasWritten(String text) throws IOException {
    assertThat(Csv.read(written(text, false))).containsExactly(Map.of("a", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "113501020000050047",
        "113501020000",
        "000000",
        "007",
        "1135010200000500E7",
        "12E5",
        "3-1",
        "2021-07",
        "1-2-3",
        "MAR-01",
        "MARCH1",
        "1MAR",
        "2024-JAN",
        "12-DEC-24",
        "SEPT-2",
        "TRUE",
        "FALSE"
      })
  void afterTheMarkATextThatASpreadsheetWouldChangeIsKept(String text) throws IOException {
    assertThat(written(text, true)).isEqualTo("\ufeffa\n\"=\"\"" + text + "\"\"\"\n");
    assertThat(written(text, false)).isEqualTo("a\n" + text + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "371002",
        "371002001",
        "2026-01-31",
        "0",
        "11371002MB2857833X",
        "T-9",
        "一-1",
        "E5",
        "MAY",
        "MARKET-1",
        "TRUE-1",
        "JUN-A1",
        "T-371002-MAR1"
      })
  void anyOtherTextIsTheSameAfterTheMark(String text) throws IOException {
    assertThat(written(text, true)).isEqualTo("\ufeffa\n" + text + "\n");
  }

  /** Elsewhere a whole date is one. */
  @ParameterizedTest
  @ValueSource(strings = {"code", "organ", "region"})
  void whereCodesStandAWholeDateIsACode(String column) throws IOException {
    assertThat(written(column, TableCell.of("2024-01-01"), true))
        .isEqualTo("\ufeff" + column + "\n\"=\"\"2024-01-01\"\"\"\n");
  }

  /** Dates of records are dates, choices their codes, a list is one cell, nothing is empty. */
  @Test
  void recordsHaveAColumnForEachComponent() throws IOException {
    record Line(
        LocalDate due,
        TableColumn.Kind kind,
        List<String> paths,
        String organ,
        Long report,
        long left) {}
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvWriter()
        .write(
            Line.class,
            List.of("organ", "left"),
            Stream.of(
                new Line(
                    LocalDate.of(2026, 1, 31),
                    TableColumn.Kind.TEXT,
                    List.of("a.b", "c"),
                    "3-1",
                    null,
                    2)),
            true,
            out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\ufefforgan,left,due,kind,paths,report\n\"=\"\"3-1\"\"\",2,2026-01-31,TEXT,a.b c,\n");
  }

  @Test
  void whereThereIsNoRecordThereIsAHeader() throws IOException {
    record Line(String a, String b) {}
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvWriter().write(Line.class, List.of(), Stream.of(), false, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\n");
  }

  @Test
  void theMarkIsTheFirstThing() throws IOException {
    assertThat(written("a", TableCell.of(1), true)).isEqualTo("\ufeffa\n1\n");
  }
}
