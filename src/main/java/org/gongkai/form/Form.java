package org.gongkai.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.Text;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

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
    @Nullable Integer lastYear,
    Text title,
    Map<String, Section> sections,
    List<Part> narrative,
    List<Rule> rules) {

  /** What a part of the text is; of one that this edition does not have, a text. */
  public PartRole roleOf(String part) {
    return narrative.stream()
        .filter(p -> p.id().equals(part))
        .map(Part::role)
        .findFirst()
        .orElse(PartRole.BODY);
  }

  /** Whether a part may hold the first words of the report: what it is and why it is made. */
  public boolean isOpening(String part) {
    return switch (roleOf(part)) {
      case TITLE, INTRODUCTION -> true;
      case BODY ->
          narrative.stream()
              .filter(p -> p.role() == PartRole.BODY)
              .limit(1)
              .anyMatch(p -> p.id().equals(part));
      case HEADING, SIGNER, DATE -> false;
    };
  }

  /** Null where the form has no section of that id. */
  public @Nullable Section section(String id) {
    return sections.get(id);
  }

  /** A section that is known to be there. */
  public Section knownSection(String id) {
    Section section = section(id);
    if (section == null) {
      throw new IllegalStateException("no section " + id);
    }
    return section;
  }

  /** The rules of a relation. */
  public List<Rule> rules(Relation relation) {
    List<Rule> some = List.of();
    for (Rule rule : rules) {
      if (rule.relation() == relation) {
        some = some.isEmpty() ? new ArrayList<>() : some;
        some.add(rule);
      }
    }
    return some;
  }

  /** The rules of a kind, with what that kind decides by. */
  public <R extends Rule> List<R> rules(Class<R> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public Optional<Rule> rule(String id) {
    return rules.stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
