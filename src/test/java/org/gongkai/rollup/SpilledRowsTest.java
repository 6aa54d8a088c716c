package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.problem.Text;
import org.gongkai.table.SpilledList;
import org.gongkai.table.TableCell;
import org.gongkai.table.TableColumn;
import org.gongkai.table.TableRow;
import org.gongkai.tally.Coverage;
import org.junit.jupiter.api.Test;

/** What is read of what was written is what was in memory, to the type of each cell. */
@QuarkusTest
class SpilledRowsTest {

  private static final int ROWS = 1200;

  private static final RollupColumn FEES =
      new RollupColumn.Measure(
          "fees",
          TableColumn.Kind.DECIMAL,
          new Text("费用", "Fees"),
          new Text("费用", "Fees"),
          "previousFees");

  @Inject AnswerSpace space;
  @Inject ObjectMapper json;

  private static RollupRow row(int number) {
    TableRow cells =
        new TableRow()
            .put(NamedColumn.LABEL, TableCell.of("第" + number + "行"))
            .put(FEES, TableCell.of(new BigDecimal(number + ".50")))
            .put(new RollupColumn.ReportsOf(FEES), TableCell.of(number))
            .put(RollupColumn.Compared.previous(FEES), TableCell.NOTHING)
            .put(NamedColumn.TOO_FEW, TableCell.of(number % 2 == 0));
    if (number % 3 == 0) {
      cells.put(NamedColumn.RANK, TableCell.of(Long.MAX_VALUE));
    }
    int place = number / 7;
    Coverage coverage = new Coverage(place, 1, 2, 3, 4, 5, 6, 7);
    return number % 5 == 0
        ? new RollupRow(null, null, null, 2021, cells)
        : new RollupRow("T-" + place, place % 7 == 0 ? null : "局", coverage, 2021, cells);
  }

  @Test
  void rowsComeBackAsTheyWere() throws JsonProcessingException {
    try (SpilledRows spilled = new SpilledRows(space)) {
      SpilledList<RollupRow> rows = spilled.rows();
      for (int i = 0, count = 0; i < ROWS; i += count, count++) {
        List<RollupRow> some =
            IntStream.range(i, Math.min(ROWS, i + count)).mapToObj(SpilledRowsTest::row).toList();
        some.forEach(row -> spilled.haveColumns(row.cells().all().keySet()));
        rows.add(SpilledList.Written.of(some, json.writerFor(RollupRow.class)));
      }
      rows.seal();
      assertThat(rows).hasSize(ROWS);
      int number = 0;
      for (RollupRow found : rows) {
        RollupRow written = row(number++);
        assertThat(found.with(null)).isEqualTo(written.with(null));
        assertThat(List.copyOf(found.cells().all().entrySet()))
            .isEqualTo(new ArrayList<>(written.cells().all().entrySet()));
      }
      assertThat(number).isEqualTo(ROWS);
      assertThat(json.writeValueAsBytes(rows)).isEqualTo(json.writeValueAsBytes(List.copyOf(rows)));
    }
  }

  /** What rows of a place have in common is written once, and stands in each as if it were not. */
  @Test
  void eachRowIsWrittenAsItIsAlone() throws JsonProcessingException {
    List<RollupRow> rows = new ArrayList<>();
    List<String> alone = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add(row(i));
      alone.add(json.writeValueAsString(row(i)));
    }
    assertThat(json.writeValueAsString(rows)).isEqualTo("[" + String.join(",", alone) + "]");
    assertThat(json.readTree(json.writeValueAsString(rows)))
        .isEqualTo(json.readTree(json.writerWithDefaultPrettyPrinter().writeValueAsString(rows)));
  }
}
