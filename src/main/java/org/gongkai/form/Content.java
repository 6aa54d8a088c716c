package org.gongkai.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a report says.
 *
 * @param editions per section the edition that it follows, stated or recognised
 * @param figures every cell of those editions
 * @param remarks what stands beside the numbers of cells, by path: 其中修订16件; compared with nothing
 * @param publications per channel, as stated
 * @param published the stated total over all channels, which is less than their sum where items
 *     were published on several
 * @param statedUnits units that the report states itself, by row: {@code disclosure.procurement}
 * @param narrative texts by part of the form
 * @param nil sections of which the report states that every cell is 0
 */
public record Content(
    String organ,
    int year,
    Scope scope,
    Map<String, String> editions,
    Figures figures,
    Map<String, String> remarks,
    List<PublicationCount> publications,
    Optional<PublicationCount> published,
    Map<String, String> statedUnits,
    Map<String, String> narrative,
    Set<String> nil) {

  public Content {
    editions = ordered(editions);
    remarks = ordered(remarks);
    publications = List.copyOf(publications);
    statedUnits = ordered(statedUnits);
    narrative = ordered(narrative);
    nil = Collections.unmodifiableSet(new LinkedHashSet<>(nil));
  }

  /** The edition that a section which the report has follows. */
  public String edition(String section) {
    String edition = editions.get(section);
    if (edition == null) {
      throw new IllegalStateException("no section " + section);
    }
    return edition;
  }

  private static Map<String, String> ordered(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** What rollups add a cell's figure to: its path, with the unit where the report states one. */
  public String summand(String path) {
    String unit = statedUnits.isEmpty() ? null : statedUnits.get(CellPath.row(path));
    return unit == null ? path : path + Forms.UNIT_MARK + unit;
  }
}
