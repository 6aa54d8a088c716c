package org.gongkai.language;

import java.util.HashSet;
import java.util.Set;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/** The course of a text: what was named and done last, for clauses that name nothing themselves. */
final class Course {

  /** More outcomes are those of applications, whatever was named before. */
  private static final int SEVERAL = 2;

  private final Language.Roles roles;
  private @Nullable String subject;
  private @Nullable String named;
  private @Nullable String done;
  private boolean isNamed;

  /**
   * Begins a part.
   *
   * @param subject what the part is about, or null
   */
  Course(Language.Roles roles, @Nullable String subject) {
    this.roles = roles;
    this.subject = subject;
    this.named = subject;
  }

  /** Forgets what was named, as at a new heading. */
  void begin(@Nullable String about) {
    subject = about;
    named = about;
    done = null;
  }

  /** Goes on behind a sentence. */
  void passed(Clauses its) {
    for (Token token : its.tokens()) {
      if (isThing(token) && isNamed(its, token, its.length())) {
        named = token.concept();
        isNamed = true;
      } else if (isAct(token)) {
        done = token.concept();
      }
    }
  }

  /** What was named last, or null. */
  @Nullable String named() {
    return named;
  }

  /** Whether a sentence, and what went before it, names nothing but these matters. */
  boolean speaksOnlyOf(Set<String> matters, Clauses its) {
    return (named == null || matters.contains(named))
        && its.tokens().stream()
            .allMatch(token -> !isThing(token) || matters.contains(token.concept()));
  }

  /** What rules a number at a place. */
  Situation at(Clauses its, int place, String unit) {
    String thing = named;
    String act = done;
    Set<String> before = new HashSet<>();
    for (Token token : its.tokens()) {
      if (token.end() > place) {
        break;
      }
      before.add(token.concept());
      thing = isThing(token) && isNamed(its, token, place) ? token.concept() : thing;
      act = isAct(token) ? token.concept() : act;
    }
    int outcomes = its.count(roles.outcomes());
    boolean partOfUnnamed =
        !isNamed
            && outcomes <= SEVERAL
            && !its.tokens().isEmpty()
            && its.tokens().getFirst().concept().equals(Language.OF_WHICH);
    boolean amongApplications = Language.APPLICATION.equals(subject);
    return new Situation(
        thing,
        act,
        before,
        its.said(),
        its.besideNumber(place),
        unit,
        its.addsUp(place, roles.totals()),
        its.isListed(place),
        outcomes > (amongApplications ? 1 : SEVERAL),
        partOfUnnamed || its.opensWithTopic(place) || its.namesAMonthBehind(place));
  }

  private boolean isThing(Token token) {
    return roles.things().contains(token.concept());
  }

  private boolean isAct(Token token) {
    return roles.acts().contains(token.concept());
  }

  /** What stands aside, or is what applications are about, is not what is spoken of. */
  private static boolean isNamed(Clauses its, Token token, int place) {
    return !its.isAside(token, place)
        && !(token.concept().equals(Language.OTHER_THING) && its.isBehind(token, Language.TOPIC));
  }
}
