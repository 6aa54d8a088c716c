package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.form.Forms;
import org.gongkai.problem.Text;
import org.junit.jupiter.api.Test;

/** What columns of rollups are called. */
class RollupColumnsTest {

  private final RollupColumns columns = new RollupColumns(Forms.load());

  /** Charges have a name that is alike, and a unit of the form's own. */
  @Test
  void anAmountInAUnitOfTheReportsOwnIsNamedByTheColumnThatHasSuchUnits() {
    assertThat(columns.of("disclosure", "amountInYuan").title())
        .isEqualTo(new Text("采购总金额（元）", "Procurement amount (yuan)"));
    assertThat(columns.of("disclosure", "amountInWanyuan").description())
        .isEqualTo(new Text("采购总金额（万元）", "Procurement amount (10,000 yuan)"));
    assertThat(columns.of("disclosure", "amount").title().zh()).isEqualTo("本年收费金额（单位：万元）");
  }
}
