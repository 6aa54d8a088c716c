package org.gongkai.language;

import org.gongkai.language.Concepts.Token;

/** Whether a sentence tells of a part only of what its words name: of one topic, of some months. */
final class Narrowing {

  private static final SignSet COLONS = SignSet.of(":：");

  /** A topic of which more signs are not read is one among others. */
  private static final int STRANGE_TOPIC = 1;

  private final Clauses its;
  private final Marks marks;

  Narrowing(Clauses its) {
    this.its = its;
    this.marks = its.marks();
  }

  /** Whether a number is one of a part. */
  boolean isOfAPart(int place, int topic) {
    return opensWithTopic(place, topic) || namesAMonthBehind(place);
  }

  /** Whether the sentence opens with what alone it is about: 针对某小区维修资金一事，提出申请5件. */
  private boolean opensWithTopic(int place, int topic) {
    Token first = its.tokens().isEmpty() ? null : its.tokens().getFirst();
    if (first == null || first.concept() != topic) {
      return false;
    }
    int end = marks.clauseEnd(first.end());
    return first.start() == 0
        && end < place
        && !marks.isOneOf(end, COLONS) // 主要成效: is a heading
        && its.unexplained(first.end(), end) > STRANGE_TOPIC;
  }

  /** Whether the rest of the clause names a month: it is of a part of the year. */
  private boolean namesAMonthBehind(int place) {
    if (!marks.namesAMonthBehind(place)) {
      return false;
    }
    int end = marks.clauseEnd(place);
    int month = marks.month(place, end);
    while (month >= 0 && isOfNamedYear(month)) {
      month = marks.month(month + 1, end);
    }
    return month >= 0;
  }

  /** Whether a month stands behind another year than the report's, which says enough: 2022年1月. */
  private boolean isOfNamedYear(int month) {
    for (Token token : its.tokens()) {
      if (token.start() <= month && month <= token.end() && !token.isFiller()) {
        return true;
      }
    }
    return false;
  }
}
