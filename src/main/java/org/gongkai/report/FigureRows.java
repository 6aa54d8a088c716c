package org.gongkai.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.PublicationCount;
import org.jspecify.annotations.Nullable;

/** What is kept of the figures of revisions: a row for each leaf cell and each publication. */
public record FigureRows(List<OfCell> cells, List<OfPublication> publications) {

  /**
   * What a revision says in a cell.
   *
   * @param number null where none is stated
   */
  public record OfCell(
      Revision.Key revision, short cell, @Nullable BigDecimal number, boolean blank) {}

  /**
   * How much a revision says was published through a channel.
   *
   * @param position among the publications of the revision, from 1
   * @param channel null for the total over all channels
   * @param count null where none is stated
   */
  public record OfPublication(
      Revision.Key revision,
      int position,
      @Nullable String channel,
      String unit,
      @Nullable BigDecimal count,
      boolean approximate) {}

  /**
   * What documents say.
   *
   * @param numbers of the cells that are kept, by their paths
   */
  static FigureRows of(Map<Revision.Key, Content> some, Map<String, Short> numbers) {
    FigureRows rows = new FigureRows(new ArrayList<>(), new ArrayList<>());
    some.forEach(
        (revision, content) -> {
          rows.addCells(revision, content, numbers);
          rows.addPublications(revision, content);
        });
    return rows;
  }

  private void addCells(Revision.Key revision, Content content, Map<String, Short> numbers) {
    content
        .figures()
        .forEach(
            (path, figure) -> {
              Short cell = cellOf(content, path, numbers);
              BigDecimal number = numberOf(figure);
              // A stated 0 needs no row, unless it says that this report has the cell at all: one
              // in a unit of the report's own choice.
              boolean told =
                  number == null || number.signum() != 0 || isOfStatedUnit(content, path, numbers);
              if (cell != null && told) {
                boolean blank = number == null && !(figure instanceof Figure.NotApplicable);
                cells.add(new OfCell(revision, cell, number, blank));
              }
            });
  }

  private static boolean isOfStatedUnit(Content content, String path, Map<String, Short> numbers) {
    return numbers.containsKey(content.summand(path)) && !content.summand(path).equals(path);
  }

  /** The number of what a figure is added to; null for a total, which is checked, never added. */
  private static @Nullable Short cellOf(Content content, String path, Map<String, Short> numbers) {
    Short stated = numbers.get(content.summand(path));
    return stated == null ? numbers.get(path) : stated;
  }

  private void addPublications(Revision.Key revision, Content content) {
    List<PublicationCount> counts = new ArrayList<>(content.publications());
    content.published().ifPresent(counts::add);
    // neither a number nor a blank: nothing to add up
    counts.removeIf(count -> count.count() instanceof Figure.NotApplicable);
    for (int i = 0; i < counts.size(); i++) {
      PublicationCount count = counts.get(i);
      publications.add(
          new OfPublication(
              revision,
              i + 1,
              count.channel(),
              count.unit(),
              numberOf(count.count()),
              count.approximate()));
    }
  }

  private static @Nullable BigDecimal numberOf(Figure figure) {
    return figure instanceof Figure.Stated stated ? stated.number() : null;
  }

  /**
   * What each of the documents adds to sums, as {@link ReportSql#stated} would read it again.
   *
   * @param some the documents that the rows were made of
   * @param numbers of the cells that are kept, by their paths
   */
  Map<Revision.Key, CellSums> sums(Map<Revision.Key, Content> some, Map<String, Short> numbers) {
    Map<Revision.Key, CellSums> sums = new HashMap<>();
    some.forEach((revision, content) -> sums.put(revision, ofEditions(content, numbers)));
    for (OfCell row : cells) {
      int stated = row.number() == null ? 0 : 1;
      int blank = row.blank() ? 1 : 0;
      Objects.requireNonNull(sums.get(row.revision()))
          .add(row.cell(), row.number(), stated, blank, 0, 1);
    }
    Map<Revision.Key, Set<String>> met = new HashMap<>();
    for (OfPublication row : publications) {
      String channel = row.channel() == null ? "" : row.channel();
      String path = "publications." + channel + "." + row.unit();
      Short cell = numbers.get(path);
      if (cell != null) {
        boolean first = met.computeIfAbsent(row.revision(), r -> new HashSet<>()).add(path);
        int stated = row.count() == null ? 0 : 1;
        int approximate = row.approximate() ? 1 : 0;
        Objects.requireNonNull(sums.get(row.revision()))
            .add(cell, row.count(), stated, 1 - stated, approximate, first ? 1 : 0);
      }
    }
    return sums;
  }

  /** That a report has its sections in these editions. */
  private static CellSums ofEditions(Content content, Map<String, Short> numbers) {
    CellSums sums = new CellSums();
    content
        .editions()
        .forEach(
            (section, edition) -> {
              Short cell = numbers.get(section + "#" + edition);
              if (cell != null) {
                sums.add(cell, BigDecimal.ONE, 1, 0, 0, 1);
              }
            });
    return sums;
  }
}
