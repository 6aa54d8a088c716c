package org.gongkai.form;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.problem.Text;

/**
 * What the form calls a place that a path names: a cell, a section, a part of the text, or the
 * publications.
 *
 * @param editions per section the edition that the report follows
 */
public record PlaceLabels(Forms forms, Map<String, String> editions) {

  private static final Pattern PUBLICATIONS =
      Pattern.compile("publications(\\.total|\\.channels(\\[\\d{1,3}])?)?");
  private static final String NARRATIVE = "narrative";

  /** Empty where there is no such place in a report of these editions. */
  public Optional<Text> of(String path) {
    if (PUBLICATIONS.matcher(path).matches()) {
      return Optional.of(new Text("信息发布渠道", "Channels of publication"));
    }
    for (Map.Entry<String, String> edition : editions.entrySet()) {
      Form form = forms.known(edition.getValue());
      if (path.equals(NARRATIVE) || path.startsWith(NARRATIVE + ".")) {
        return narrative(form, path);
      }
      Section section = form.knownSection(edition.getKey());
      if (path.equals(section.id())) {
        return Optional.of(section.title());
      }
      Cell cell = section.cells().get(path);
      if (cell != null) {
        return Optional.of(cell.label());
      }
    }
    return Optional.empty();
  }

  private static Optional<Text> narrative(Form form, String path) {
    if (path.equals(NARRATIVE)) {
      return Optional.of(new Text("文字部分", "Text"));
    }
    String part = path.substring(NARRATIVE.length() + 1);
    return form.narrative().stream().filter(p -> p.id().equals(part)).map(Part::label).findFirst();
  }
}
