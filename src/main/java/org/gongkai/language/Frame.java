package org.gongkai.language;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Concepts that together, in one clause, make a number one of something.
 *
 * @param sure sets of concepts of which one stands in the clause
 * @param maybe likewise, where the words can mean something else, too
 * @param none sets that say, behind a word of none, that there is none
 * @param may concepts that can stand beside them and change nothing
 * @param inherits what is done in a clause before and goes on in this one
 * @param unless concepts that stand nowhere before it in the sentence
 * @param except concepts that do not stand behind the number, in its item or in a bracket that has
 *     no number of its own
 * @param with concepts of which one must stand in the sentence; none where it does not matter
 * @param beside concepts that can stand beside them behind a word of none
 * @param whole whether it is of everything: not where a name in quotes stands before it, and for
 *     certain not in an enumeration
 * @param doubt concepts that make it uncertain, wherever they stand in the sentence
 * @param of frames of which it has the number where all are said to be so
 * @param done sets that say, behind a word of all, that there is none left
 * @param context what must have been named last; null where the sets name it
 * @param act what must have been done last, or nothing, one of these; none where it does not matter
 * @param through what can be said of the number in its clause where the set stands in the next one
 * @param after what must have been done last, one of these; none where it does not matter
 * @param current whether it is a number of the day, not of the year
 * @param open whether the sentence must be about open government information
 * @param units that it is counted in
 * @param cells what the number must be one of, as sums of cells
 */
public record Frame(
    String id,
    List<Set<String>> sure,
    List<Set<String>> maybe,
    List<Set<String>> none,
    Set<String> may,
    Set<String> inherits,
    Set<String> unless,
    Set<String> except,
    Set<String> with,
    Set<String> beside,
    boolean whole,
    Set<String> doubt,
    Set<String> of,
    List<Set<String>> done,
    @Nullable String context,
    Set<String> act,
    Set<String> through,
    Set<String> after,
    boolean current,
    boolean open,
    Set<String> units,
    List<List<String>> cells) {

  private static final Set<String> PIECES =
      Set.of("件", "条", "个", "份", "宗", "起", "项", "次", "例", "部", "封", "");

  /** Whether nothing says it but that all are so. */
  public boolean isOfAllOnly() {
    return sure.isEmpty() && maybe.isEmpty() && none.isEmpty();
  }

  /** Asked for often; what is written of frames is long. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** What is not written is nothing. */
  @SuppressWarnings("ConstantValue")
  public Frame {
    sure = sure == null ? List.of() : sure;
    maybe = maybe == null ? List.of() : maybe;
    none = none == null ? List.of() : none;
    may = may == null ? Set.of() : may;
    inherits = inherits == null ? Set.of() : inherits;
    unless = unless == null ? Set.of() : unless;
    except = except == null ? Set.of() : except;
    with = with == null ? Set.of() : with;
    beside = beside == null ? Set.of() : beside;
    doubt = doubt == null ? Set.of() : doubt;
    act = act == null ? Set.of() : act;
    through = through == null ? Set.of() : through;
    after = after == null ? Set.of() : after;
    units = units == null ? PIECES : units;
    of = of == null ? Set.of() : of;
    done = done == null ? List.of() : done;
    cells = cells == null ? List.of() : cells;
  }
}
