package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.form.Forms;
import org.gongkai.rollup.SectionRows.AddedRow;
import org.gongkai.tally.Sum;
import org.gongkai.tally.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sum is the exact one of its cells, taken one by one. */
@Execution(ExecutionMode.CONCURRENT)
class SectionAdderTest {

  private static final Forms FORMS = Forms.load();

  @ParameterizedTest
  @ValueSource(strings = {"applications", "disclosure", "contests"})
  void sumsAreThoseOfTheCells(String section) {
    SectionPlan plan = new SectionPlan(FORMS, section);
    Random random = new Random(11);
    for (int turn = 0; turn < 200; turn++) {
      Map<String, Long> reports = new LinkedHashMap<>();
      plan.editions().forEach(edition -> reports.put(edition, (long) random.nextInt(3)));
      Tally tally = tally(plan, random);
      Map<String, AddedRow> rows = new LinkedHashMap<>();
      new SectionAdder(plan, tally, reports).rows(id -> true).forEach(r -> rows.put(r.id(), r));
      for (SectionPlan.RowPlan row : plan.rows()) {
        if (reportsOf(row.editions(), reports) == 0) {
          assertThat(rows).doesNotContainKey(row.id());
          continue;
        }
        AddedRow added = rows.get(row.id());
        Sum total = Sum.NOTHING;
        for (Map.Entry<String, SectionPlan.ColumnPlan> column : row.columns().entrySet()) {
          Sum sum = sum(column.getValue().cells(), tally, reports);
          assertThat(added.sum(column.getKey())).isEqualTo(sum);
          total = sum == null ? total : plus(total, sum);
        }
        if (row.hasTotal()) {
          assertThat(added.sum("total")).isEqualTo(total);
        }
        assertThat(added.blank()).isEqualTo(total.blank());
        assertThat(new SectionAdder(plan, tally, reports).rows(row.id()::equals))
            .containsExactly(added);
      }
    }
  }

  private static Tally tally(SectionPlan plan, Random random) {
    Tally tally = Tally.empty();
    for (SectionPlan.Summand summand : plan.summands()) {
      if (random.nextInt(4) == 0) {
        BigDecimal number =
            switch (random.nextInt(4)) {
              case 0 -> new BigDecimal("12.50");
              case 1 -> new BigDecimal("123456789012345678901234567890.123456");
              case 2 -> new BigDecimal("-7");
              default -> BigDecimal.valueOf(random.nextInt(900));
            };
        long reports = random.nextInt(1, 3);
        tally.add(
            summand.path(),
            new Tally.Added(number, random.nextInt(2), random.nextInt(2), 0, reports));
      }
    }
    return tally;
  }

  private static long reportsOf(SectionPlan.Editions editions, Map<String, Long> reports) {
    return editions.names().stream().mapToLong(reports::get).sum();
  }

  private static Sum sum(List<SectionPlan.Summand> cells, Tally tally, Map<String, Long> reports) {
    Sum sum = null;
    for (SectionPlan.Summand cell : cells) {
      long having = reportsOf(cell.editions(), reports);
      for (String unit : cell.inStatedUnits()) {
        having -= tally.reportsSaying(unit);
      }
      Sum here =
          !cell.isOfStatedUnit()
              ? reportsOf(cell.editions(), reports) == 0 ? null : tally.sum(cell.path(), having)
              : tally.cells().containsKey(cell.path()) ? tally.sumWhereStated(cell.path()) : null;
      sum = here == null ? sum : sum == null ? here : plus(sum, here);
    }
    return sum;
  }

  private static Sum plus(Sum one, Sum other) {
    BigDecimal both =
        one.number() == null
            ? other.number()
            : other.number() == null ? one.number() : one.number().add(other.number());
    return new Sum(both, one.blank() + other.blank());
  }

  @Test
  void aSumInAUnitOfTheReportsOwnLeavesTheFormsUnit() {
    SectionPlan plan = new SectionPlan(FORMS, "disclosure");
    Tally tally = Tally.empty();
    String path = "disclosure.procurement.amount" + Forms.UNIT_MARK + "yuan";
    tally.add(path, new Tally.Added(new BigDecimal("5.10"), 1, 0, 0, 1));
    Map<String, Long> reports = new LinkedHashMap<>();
    plan.editions().forEach(edition -> reports.put(edition, edition.equals("2019") ? 1L : 0L));
    AddedRow row = new SectionAdder(plan, tally, reports).rows("procurement"::equals).getFirst();
    assertThat(row.number("amountInYuan")).isEqualTo(new BigDecimal("5.1"));
    assertThat(row.sum("amount")).isEqualTo(Sum.NOTHING);
    assertThat(row.having("amount").reports()).isZero();
    assertThat(row.having("amountInYuan").reports()).isEqualTo(1);
  }
}
