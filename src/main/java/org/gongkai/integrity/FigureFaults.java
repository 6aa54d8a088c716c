package org.gongkai.integrity;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Content;
import org.gongkai.report.FigureRows;
import org.gongkai.report.FigureStore;
import org.gongkai.report.Revision;
import org.jspecify.annotations.Nullable;

/** Holds the figures that are kept of revisions against what their documents say. */
@Singleton
class FigureFaults {

  private final FigureStore figures;

  FigureFaults(FigureStore figures) {
    this.figures = figures;
  }

  /** Of revisions that were handed in, those of which something else is kept. */
  List<Revision.Key> differing(Map<Revision.Key, Content> documents) {
    Map<Revision.Key, Set<Record>> said = byRevision(figures.rows(documents));
    Map<Revision.Key, Set<Record>> kept = byRevision(figures.kept(documents.keySet()));
    return documents.keySet().stream()
        .filter(
            revision ->
                !said.getOrDefault(revision, Set.of())
                    .equals(kept.getOrDefault(revision, Set.of())))
        .toList();
  }

  private static Map<Revision.Key, Set<Record>> byRevision(FigureRows rows) {
    Map<Revision.Key, Set<Record>> of = new HashMap<>();
    for (FigureRows.OfCell row : rows.cells()) {
      of.computeIfAbsent(row.revision(), revision -> new HashSet<>())
          .add(new FigureRows.OfCell(row.revision(), row.cell(), plain(row.number()), row.blank()));
    }
    for (FigureRows.OfPublication row : rows.publications()) {
      of.computeIfAbsent(row.revision(), revision -> new HashSet<>())
          .add(
              new FigureRows.OfPublication(
                  row.revision(),
                  row.position(),
                  row.channel(),
                  row.unit(),
                  plain(row.count()),
                  row.approximate()));
    }
    return of;
  }

  /** Numbers are the same whatever zeros stand behind them. */
  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }
}
