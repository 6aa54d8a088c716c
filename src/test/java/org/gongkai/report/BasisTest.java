package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.gongkai.platform.Sql;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which revision counts is said once in Java and once in SQL, and both say the same. */
@QuarkusTest
class BasisTest {

  private static final String COUNTED =
      """
      SELECT counted_revision(:basis, :state, :newest, :published::integer) AS counted, is_filed(:state) AS filed
      """;

  @Inject Sql sql;

  private record Said(Integer counted, boolean filed) {}

  @ParameterizedTest
  @EnumSource
  void sqlCountsWhatJavaCounts(ReportState state) {
    for (Basis basis : Basis.values()) {
      for (Integer published : new Integer[] {null, 2, 3}) {
        Said said =
            sql.statement(COUNTED)
                .bind("basis", basis.code())
                .bind("state", state.code())
                .bind("newest", 3)
                .bind("published", published)
                .first(
                    row ->
                        new Said(row.getObject("counted", Integer.class), row.getBoolean("filed")))
                .orElseThrow();
        assertThat(said)
            .as("%s, published %s", basis, published)
            .isEqualTo(new Said(basis.revisionOf(state, 3, published), state.isFiled()));
      }
    }
  }
}
