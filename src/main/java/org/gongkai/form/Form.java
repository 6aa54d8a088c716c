package org.gongkai.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.Text;

/**
 * One edition of the official form.
 *
 * @param edition its id, the year it was issued for: {@code 2021}
 * @param version counts changes of its file
 * @param document the official document that it is an annex of
 * @param firstYear the first report year that it is meant for
 * @param lastYear the last one, or null while it is in force
 * @param sections its tables by id, in the order of the form
 */
public record Form(
    String edition,
    int version,
    String document,
    int firstYear,
    Integer lastYear,
    Text title,
    Map<String, Section> sections,
    List<Part> narrative,
    List<Rule> rules) {

  public Section section(String id) {
    return sections.get(id);
  }

  /** The rules of a relation. */
  public List<Rule> rules(Relation relation) {
    return rules.stream().filter(r -> r.relation() == relation).toList();
  }

  /** The rules of a kind, with what that kind decides by. */
  public <R extends Rule> List<R> rules(Class<R> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public Optional<Rule> rule(String id) {
    return rules.stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
