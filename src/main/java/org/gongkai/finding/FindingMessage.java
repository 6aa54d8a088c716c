package org.gongkai.finding;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is said of findings of a kind.
 *
 * @param text with a place for each value
 * @param instead what is said of those that a message before it is not for; null where it is for
 *     all of them
 */
record FindingMessage(
    Text text,
    List<Value> values,
    Predicate<FindingValues> holds,
    @Nullable FindingMessage instead) {

  /** What is put into a text. */
  interface Value extends Function<FindingValues, Object> {}

  static FindingMessage of(String zh, String en, Value... values) {
    return new FindingMessage(new Text(zh, en), List.of(values), of -> true, null);
  }

  /** The same for some of them, and what is said of all others. */
  FindingMessage where(Predicate<FindingValues> some, FindingMessage others) {
    return new FindingMessage(text, values, some, others);
  }

  String filled(FindingValues of) {
    return instead == null || holds.test(of)
        ? text.in(of.language()).formatted(values.stream().map(value -> value.apply(of)).toArray())
        : instead.filled(of);
  }
}
