package org.gongkai.rollup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.Forms;
import org.gongkai.tally.Tally;

/** Which editions of the form the reports of a sum follow in a section. */
public final class SectionLayouts {

  private final Forms forms;
  private final String section;
  private final List<String> editions;

  /**
   * Of a section.
   *
   * @param editions all that there are, the newest first
   */
  SectionLayouts(Forms forms, String section, List<String> editions) {
    this.forms = forms;
    this.section = section;
    this.editions = editions;
  }

  /** How many reports follow each edition in the section, the newest first. */
  public Map<String, Long> editions(Tally tally) {
    Map<String, Long> reports = new LinkedHashMap<>();
    editions.forEach(edition -> reports.put(edition, tally.reportsOf(section, edition)));
    return reports;
  }

  /** How many reports lay the section out otherwise than the form in force for the year. */
  public long otherLayout(Tally tally, int year) {
    return otherLayout(tally, forms.inForce(year).edition());
  }

  /** How many reports lay the section out otherwise than an edition. */
  public long otherLayout(Tally tally, String edition) {
    long other = 0;
    for (Map.Entry<String, Long> followed : editions(tally).entrySet()) {
      other +=
          forms.layouts().isOther(section, followed.getKey(), edition) ? followed.getValue() : 0;
    }
    return other;
  }

  /** The editions that reports follow in the section. */
  public Set<String> followed(Tally tally) {
    return followed(editions, editions(tally));
  }

  /** How many reports follow another edition than these. */
  public long without(Set<String> having, Tally tally) {
    return editions(tally).entrySet().stream()
        .filter(edition -> !having.contains(edition.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Those of some editions that are followed. */
  static Set<String> followed(List<String> editions, Map<String, Long> reports) {
    return editions.stream()
        .filter(e -> Objects.requireNonNull(reports.get(e)) > 0)
        .collect(Collectors.toSet());
  }
}
