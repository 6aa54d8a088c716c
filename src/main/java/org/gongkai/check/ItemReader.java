package org.gongkai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.language.SignSet;
import org.gongkai.narrative.Boundaries;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists item by item: what stands in brackets behind an item is of that item alone, a list in
 * brackets ends with them, and items are parted by any sign, as long as it is one. What cannot be
 * read so is no list.
 */
final class ItemReader {

  /**
   * A total and its items.
   *
   * @param says the word that opens the list
   * @param names what stands before the number of each item
   * @param before quantities of the same sentence before the total
   * @param inBrackets whether it stands in brackets
   * @param ended whether nothing of the sentence follows
   * @param goesOn whether another quantity follows that may be an item, too
   */
  record Listed(
      Quantity total,
      String of,
      String says,
      List<Quantity> items,
      List<String> names,
      List<Quantity> before,
      boolean inBrackets,
      boolean ended,
      boolean goesOn) {

    ClaimedSum sum() {
      return ClaimedSum.of(total, items);
    }
  }

  private static final char Q = Passage.QUANTITY;
  private static final String IN_CLAUSE = "[^%1$c。；;，,\\n]";
  private static final Pattern OPENS =
      Pattern.compile(
          ("(?:(?<bracket>[(])"
                  + ("|[，,]" + IN_CLAUSE + "{0,20}。(?=其中)")
                  + "|[，,:：]?|。(?=其中))"
                  + "(?<says>其中(?:包括|包含)?|(?:具体)?(?:包括|包含)|含|具体为|分为"
                  + ("|在" + IN_CLAUSE + "{0,12}(?:当?中|里)")
                  + ")[，,:：]?")
              .formatted(Q));
  private static final Pattern NAME =
      Pattern.compile(
          "(?<name>[^%1$c。；;，,\\n()]{1,40}(?:[(][^%1$c()\\n]{0,40}[)][^%1$c。；;，,\\n()]{0,8})?)%1$c"
              .formatted(Q));

  private static final SignSet OPENERS = SignSet.of("其具包含分在");
  private static final SignSet COMMAS = SignSet.of("，,");
  private static final SignSet MARKS = COMMAS.and(':').and('：').and('(');
  private static final String IN_NEXT_SENTENCE = "。其中";
  private static final int LONGEST_CLAUSE = 20;

  /** So far before a total its clause and its sentence are looked at. */
  private static final int LONGEST_BEFORE = 1_000;

  private static final int MOST_ITEMS = 40;
  private static final int LONGEST_BRACKET = 300;
  private static final int NEAR = 30;

  private final String signs;
  private final List<Quantity> all;

  ItemReader(Passage passage) {
    this.signs = passage.signs();
    this.all = passage.quantities();
  }

  List<Listed> read() {
    List<Listed> found = new ArrayList<>();
    Matcher opens = OPENS.matcher(signs);
    Matcher name = NAME.matcher(signs);
    for (int i = 0; i + 2 < all.size(); i++) {
      int behind = all.get(i).place() + 1;
      Listed listed = canOpen(behind) ? list(i, behind, opens, name) : null;
      if (listed == null && isAt(behind, "(")) {
        int closed = closing(behind);
        listed = closed < 0 || !canOpen(closed) ? null : list(i, closed, opens, name);
      }
      if (listed != null) {
        found.add(listed);
      }
    }
    return found;
  }

  /** Whether a word can open a list here, behind a mark, or in the next sentence. */
  private boolean canOpen(int behind) {
    if (behind >= signs.length()) {
      return false;
    }
    char first = signs.charAt(behind);
    int next = MARKS.has(first) ? behind + 1 : behind;
    if (next < signs.length() && OPENERS.has(signs.charAt(next))) {
      return true;
    }
    int end =
        COMMAS.has(first)
            ? Boundaries.CLAUSE_OR_NUMBER.first(
                signs, next, Math.min(signs.length(), next + LONGEST_CLAUSE + 1))
            : behind;
    return signs.startsWith(IN_NEXT_SENTENCE, end);
  }

  private @Nullable Listed list(int index, int from, Matcher opens, Matcher name) {
    if (!opens.region(from, signs.length()).lookingAt()) {
      return null;
    }
    String says = opens.group("says");
    boolean inBrackets = opens.group("bracket") != null;
    List<Quantity> items = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int at = opens.end();
    int next = index + 1;
    char parted = 0;
    boolean closed = false;
    while (items.size() < MOST_ITEMS && name.region(at, signs.length()).lookingAt()) {
      int place = name.end() - 1;
      while (next < all.size() && all.get(next).place() < place) {
        next++;
      }
      if (!items.isEmpty() && !isSame(all.get(next), all.get(index))) {
        break;
      }
      items.add(all.get(next));
      names.add(name.group("name"));
      at = place + 1;
      if (isAt(at, "(")) {
        at = closing(at);
        if (at < 0) {
          return null;
        }
      }
      if (at >= signs.length() || "，,；;、\n".indexOf(signs.charAt(at)) < 0) {
        closed = at < signs.length() && signs.charAt(at) == ')';
        break;
      }
      if (parted != 0 && parted != signs.charAt(at)) {
        break;
      }
      parted = signs.charAt(at);
      at++;
      while (isAt(at, "\n")) {
        at++;
      }
    }
    if (items.size() < 2 || inBrackets && !closed) {
      return null;
    }
    return new Listed(
        all.get(index),
        before(all.get(index).place()),
        says,
        items,
        names,
        inSentence(index),
        inBrackets,
        closed || at >= signs.length() || Boundaries.STRONG.has(signs.charAt(at)),
        !inBrackets && goesOn(at));
  }

  /** Whether another quantity stands near in the same sentence. */
  private boolean goesOn(int at) {
    int number = signs.indexOf(Q, at);
    return number >= 0 && number - at < NEAR && !Boundaries.SENTENCE.isIn(signs, at, number);
  }

  private static boolean isSame(Quantity one, Quantity other) {
    return one.unit().equals(other.unit());
  }

  private List<Quantity> inSentence(int index) {
    int place = all.get(index).place();
    int start = Boundaries.SENTENCE.behindLast(signs, Math.max(0, place - LONGEST_BEFORE), place);
    int first = index;
    while (first > 0 && all.get(first - 1).place() >= start) {
      first--;
    }
    return all.subList(first, index);
  }

  /** The clause before a quantity. */
  private String before(int place) {
    return Boundaries.before(Boundaries.CLAUSE, signs, place, LONGEST_BEFORE);
  }

  private boolean isAt(int at, String sign) {
    return signs.startsWith(sign, at);
  }

  /** Behind the bracket that closes the one at a place; -1 where none does nearby. */
  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < signs.length() && at - open < LONGEST_BRACKET; at++) {
      char sign = signs.charAt(at);
      depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return -1;
  }
}
