package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellPathTest {

  @Test
  void itsPartsAreThoseOfTheCell() {
    int seen = 0;
    for (Form form : Samples.FORMS.all()) {
      for (Section section : form.sections().values()) {
        for (Cell cell : section.cells().values()) {
          String path = cell.path();
          assertThat(CellPath.section(path)).isEqualTo(cell.section());
          assertThat(CellPath.rowId(path)).as(path).isEqualTo(cell.row().id());
          assertThat(CellPath.column(path)).as(path).isEqualTo(cell.column().id());
          assertThat(CellPath.row(path)).isEqualTo(cell.section() + "." + cell.row().id());
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(300);
  }

  @ParameterizedTest
  @CsvSource({
    "contests, '', contests, '', ''",
    "contests.upheld, contests, upheld, contests, ''",
    "publications..item, publications, .item, publications., ''"
  })
  void whatNamesLessHasLess(String path, String section, String inSection, String row, String id) {
    assertThat(CellPath.section(path)).isEqualTo(section);
    assertThat(CellPath.inSection(path)).isEqualTo(inSection);
    assertThat(CellPath.row(path)).isEqualTo(row);
    assertThat(CellPath.rowId(path)).isEqualTo(id);
  }
}
