package org.gongkai.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Cell;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Section;
import org.gongkai.rollup.SectionRows;
import org.gongkai.tally.ComputedSums;
import org.gongkai.tally.RollupQuery;
import org.gongkai.tally.RollupStore;
import org.gongkai.tally.Tally;

/**
 * Where a government's report is no longer what its organs report. Nothing is kept beside the
 * report for that: the sums of the moment at which it was written are computed again.
 */
@ApplicationScoped
class StaleCells {

  private final RollupStore rollups;
  private final ComputedSums computed;
  private final Forms forms;
  private final SectionRows.All sections;

  StaleCells(RollupStore rollups, ComputedSums computed, Forms forms, SectionRows.All sections) {
    this.rollups = rollups;
    this.computed = computed;
    this.forms = forms;
    this.sections = sections;
  }

  /**
   * In which cells the sums have changed since a report was written.
   *
   * @param of the sums as they are now
   * @param written when the report was
   */
  @Transactional
  StalenessView of(long report, Content content, RollupQuery of, Instant written, Instant now) {
    rollups.beginSnapshotOfReports();
    List<StalenessView.StaleCell> cells = new ArrayList<>();
    RollupQuery then = of.asOf(written);
    RollupQuery today = of.asOf(now);
    for (Map.Entry<String, String> edition : content.editions().entrySet()) {
      Form form = forms.known(edition.getValue());
      Section section = form.knownSection(edition.getKey());
      Map<String, BigDecimal> before = section(form, section, then);
      Map<String, BigDecimal> after = section(form, section, today);
      for (Cell cell : section.cells().values()) {
        String path = cell.path();
        BigDecimal was = before.get(path);
        BigDecimal is = after.get(path);
        boolean same = was == null ? is == null : is != null && was.compareTo(is) == 0;
        if (!same) {
          BigDecimal stated =
              content.figures().at(path) instanceof Figure.Stated figure ? figure.number() : null;
          cells.add(new StalenessView.StaleCell(path, cell.label().zh(), was, is, stated));
        }
      }
    }
    return new StalenessView(report, of.basis().code(), written, !cells.isEmpty(), cells);
  }

  private Map<String, BigDecimal> section(Form form, Section section, RollupQuery of) {
    Tally tally =
        computed.tallies(of, section.id()).getOrDefault(AreaReports.key(of), Tally.empty());
    return AreaFigures.of(form, id -> id.equals(section.id()) ? tally : Tally.empty(), sections)
        .cells();
  }
}
