package org.gongkai.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.language.Concepts.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sentences of a part of a text, one after the other: which frame a number belongs to.
 * What a clause does not name is what was named last.
 */
public final class FrameReader {

  private static final String CLAUSE_ENDS = "，,；;:：()（）。\n";
  private static final Pattern MONTH = Pattern.compile("[0-9]月");
  private static final String STRONG_ENDS = "；;。\n";

  private static final String OPENING = "“《\"";
  private static final String CLOSING = "”》\"";
  private static final int LONGEST_NAME = 20;

  /** Signs that say nothing by themselves. */
  private static final String NO_WORDS = "、0123456789年月日“”\"-";

  /** Signs that no word explains: so many are none, so many make it uncertain. */
  private static final int UNEXPLAINED = 1;

  private static final int MOST_UNEXPLAINED = 6;

  private final Language language;
  private final char quantity;
  private @Nullable String named;
  private @Nullable String done;
  private boolean isNamed;
  private String words = "";
  private List<Token> tokens = List.of();
  private @Nullable BitSet explained;

  /**
   * Begins a part.
   *
   * @param quantity stands for a number with its unit in sentences
   * @param named what the part is about, or null
   */
  public FrameReader(Language language, char quantity, @Nullable String named) {
    this.language = language;
    this.quantity = quantity;
    this.named = named;
  }

  /** A number, or none, of something. */
  public record Bound(Frame frame, int start, int end, boolean sure) {}

  private record Head(List<Token> tokens, int unexplained) {}

  /** Goes on behind a sentence that was read. */
  public void passed(String sentence) {
    for (Token token : concepts(sentence)) {
      pass(token);
    }
  }

  /** Forgets what was named, as at a new heading. */
  public void begin(@Nullable String about) {
    named = about;
    done = null;
  }

  private void pass(Token token) {
    if (language.roles().things().contains(token.concept())) {
      named = token.concept();
      isNamed = true;
    } else if (language.roles().acts().contains(token.concept())) {
      done = token.concept();
    }
  }

  private List<Token> concepts(String sentence) {
    if (!sentence.equals(words)) {
      words = sentence;
      tokens = language.read(sentence);
      explained = null;
    }
    return tokens;
  }

  /**
   * What a number is of.
   *
   * @param place of its sign
   * @param from where its words begin at the earliest
   * @param unit that it is counted in
   */
  public List<Bound> of(String sentence, int place, int from, String unit, boolean zero) {
    List<Token> all = concepts(sentence);
    Situation situation = situation(sentence, all, place, unit);
    Head head = head(sentence, all, place, from);
    List<Token> tail = tail(sentence, all, place);
    Set<String> said = meaning(head.tokens());
    List<Token> things = leadingThings(tail, place);
    Set<String> whole = new HashSet<>(said);
    things.forEach(token -> whole.add(token.concept()));
    boolean strange = things.isEmpty() && isStrange(sentence, tail, place) && !namesThing(said);
    if (!strange) {
      if (zero) {
        List<Bound> none = new ArrayList<>();
        addNone(whole, situation, head.unexplained(), place, place + 1, none);
        if (!none.isEmpty()) {
          return none;
        }
      }
      Optional<Bound> bound = match(whole, situation, place, head.unexplained());
      if (bound.isPresent()) {
        return List.of(bound.get());
      }
    }
    if (isWeak(said) && !tail.isEmpty()) {
      Set<String> both = new HashSet<>(said);
      both.addAll(meaning(tail));
      int gaps = gaps(sentence, place + 1, tail.getLast().end());
      return match(both, situation, place, gaps).map(List::of).orElse(List.of());
    }
    return List.of();
  }

  /**
   * What rules a number from elsewhere.
   *
   * @param thing what was named last, or null
   * @param act what was done last, or null
   * @param before concepts of the sentence that stand before it
   * @param anywhere concepts of the sentence
   * @param since concepts between it and the number before
   * @param bracket concepts of a bracket behind it that has no number of its own
   * @param unsure whether it is a part of something that was not named
   */
  private record Situation(
      @Nullable String thing,
      @Nullable String act,
      Set<String> before,
      Set<String> anywhere,
      Set<String> since,
      Set<String> bracket,
      String unit,
      boolean unsure) {

    boolean allows(Frame frame) {
      return frame.units().contains(unit)
          && (frame.act() == null || act == null || frame.act().equals(act))
          && frame.unless().stream().noneMatch(before::contains)
          && frame.apart().stream().noneMatch(since::contains)
          && frame.except().stream().noneMatch(bracket::contains);
    }
  }

  private Situation situation(String sentence, List<Token> all, int place, String unit) {
    String thing = named;
    String act = done;
    Set<String> before = new HashSet<>();
    for (Token token : all) {
      if (token.end() > place) {
        break;
      }
      before.add(token.concept());
      if (language.roles().things().contains(token.concept())) {
        thing = token.concept();
      } else if (language.roles().acts().contains(token.concept())) {
        act = token.concept();
      }
    }
    boolean inAMonth = MONTH.matcher(sentence).region(place, clauseEnd(sentence, place)).find();
    boolean part =
        inAMonth
            || !isNamed && !all.isEmpty() && all.getFirst().concept().equals(Language.OF_WHICH);
    return new Situation(
        thing,
        act,
        before,
        meaning(all),
        meaning(between(all, sentence.lastIndexOf(quantity, place - 1) + 1, place)),
        bracket(sentence, all, place),
        unit,
        part);
  }

  private static int clauseEnd(String sentence, int place) {
    int end = place + 1;
    while (end < sentence.length() && CLAUSE_ENDS.indexOf(sentence.charAt(end)) < 0) {
      end++;
    }
    return Math.min(end, sentence.length());
  }

  private Set<String> bracket(String sentence, List<Token> all, int place) {
    if (place + 1 >= sentence.length() || "(（".indexOf(sentence.charAt(place + 1)) < 0) {
      return Set.of();
    }
    int end = place + 2;
    while (end < sentence.length() && ")）。".indexOf(sentence.charAt(end)) < 0) {
      if (sentence.charAt(end) == quantity) {
        return Set.of();
      }
      end++;
    }
    return meaning(between(all, place + 2, end));
  }

  /** Nothing that decides: the words behind the number do. */
  private boolean isWeak(Set<String> said) {
    return said.stream().allMatch(language.roles().weak()::contains);
  }

  private boolean namesThing(Set<String> said) {
    return said.stream().anyMatch(this::isNoun);
  }

  private static Set<String> meaning(List<Token> of) {
    Set<String> meaning = new HashSet<>();
    for (Token token : of) {
      if (!token.isFiller()) {
        meaning.add(token.concept());
      }
    }
    return meaning;
  }

  /** The words before a number, back to the clause that says something. */
  private Head head(String sentence, List<Token> all, int place, int from) {
    int end = place;
    if (place > from && ")）".indexOf(sentence.charAt(place - 1)) >= 0) {
      int opened =
          Math.max(sentence.lastIndexOf('(', place - 1), sentence.lastIndexOf('（', place - 1));
      end = opened > from ? opened : place;
    }
    int start = end;
    List<Token> its = List.of();
    while (start > from) {
      char before = sentence.charAt(start - 1);
      if (before == quantity || STRONG_ENDS.indexOf(before) >= 0) {
        break;
      }
      if (CLAUSE_ENDS.indexOf(before) >= 0 && start < end) {
        its = between(all, start, end);
        boolean among = start > 1 && "中里".indexOf(sentence.charAt(start - 2)) >= 0;
        if (!meaning(its).isEmpty() || among) {
          break;
        }
      }
      start--;
    }
    its = between(all, start, end);
    int first =
        its.stream().filter(t -> !t.isFiller()).mapToInt(Token::start).findFirst().orElse(end);
    return new Head(its, gaps(sentence, first, end));
  }

  private static List<Token> between(List<Token> all, int from, int to) {
    return all.stream().filter(t -> t.start() >= from && t.end() <= to).toList();
  }

  private List<Token> tail(String sentence, List<Token> all, int place) {
    int end = place + 1;
    while (end < sentence.length()
        && sentence.charAt(end) != quantity
        && sentence.charAt(end) != '、'
        && CLAUSE_ENDS.indexOf(sentence.charAt(end)) < 0) {
      end++;
    }
    return between(all, place + 1, end);
  }

  private boolean isNoun(String concept) {
    return language.roles().things().contains(concept)
        || language.roles().nouns().contains(concept);
  }

  /** Nouns right behind the number. */
  private List<Token> leadingThings(List<Token> tail, int place) {
    List<Token> things = new ArrayList<>();
    int at = place + 1;
    for (Token token : tail) {
      if (token.start() > at || !token.isFiller() && !isNoun(token.concept())) {
        break;
      }
      if (!token.isFiller()) {
        things.add(token);
      }
      at = token.end();
    }
    return things;
  }

  /** Whether right behind the number stands what no word explains. */
  private boolean isStrange(String sentence, List<Token> tail, int place) {
    int next = place + 1;
    if (next >= sentence.length()
        || sentence.charAt(next) == quantity
        || sentence.charAt(next) == '、'
        || CLAUSE_ENDS.indexOf(sentence.charAt(next)) >= 0) {
      return false;
    }
    return tail.isEmpty() || tail.getFirst().start() > next;
  }

  /** How many signs of a stretch no word explains. */
  private int gaps(String sentence, int from, int to) {
    if (explained == null) {
      explained = explained(sentence);
    }
    return Math.max(0, to - from) - explained.get(from, Math.max(from, to)).cardinality();
  }

  /** Words, names in quotes, marks, and the signs of dates. */
  private BitSet explained(String sentence) {
    BitSet signs = new BitSet(sentence.length());
    tokens.forEach(token -> signs.set(token.start(), token.end()));
    for (int i = 0; i < sentence.length(); i++) {
      char sign = sentence.charAt(i);
      int opens = OPENING.indexOf(sign);
      if (opens >= 0) {
        int end = sentence.indexOf(CLOSING.charAt(opens), i + 1);
        if (end > i && end - i < LONGEST_NAME) {
          signs.set(i, end + 1);
          i = end;
        }
      }
      if (CLAUSE_ENDS.indexOf(sign) >= 0 || NO_WORDS.indexOf(sign) >= 0) {
        signs.set(i);
      }
    }
    return signs;
  }

  private Optional<Bound> match(Set<String> said, Situation situation, int place, int unexplained) {
    if (unexplained > MOST_UNEXPLAINED || said.isEmpty()) {
      return Optional.empty();
    }
    Set<String> withAct = new HashSet<>(said);
    if (situation.act() != null) {
      withAct.add(situation.act());
    }
    Language.Choice best = null;
    for (Language.Choice choice : language.choices(withAct)) {
      Frame frame = choice.frame();
      boolean inherits = situation.act() != null && frame.inherits().contains(situation.act());
      boolean larger =
          best == null
              || choice.set().size() > best.set().size()
              || choice.set().size() == best.set().size() && choice.sure() && !best.sure();
      if (larger
          && explains(choice.set(), frame, inherits ? withAct : said)
          && isInContext(frame, choice.set(), said, situation.thing())
          && situation.allows(frame)) {
        best = choice;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    boolean sure = best.sure() && unexplained <= UNEXPLAINED && isSure(best.frame(), situation);
    return Optional.of(new Bound(best.frame(), place, place + 1, sure));
  }

  private static boolean isSure(Frame frame, Situation situation) {
    return !situation.unsure() && frame.doubt().stream().noneMatch(situation.anywhere()::contains);
  }

  /** Whether everything that is said is of the set, or can stand beside it. */
  private static boolean explains(Set<String> set, Frame frame, Set<String> said) {
    if (!said.containsAll(set)) {
      return false;
    }
    for (String concept : said) {
      if (!set.contains(concept) && !frame.may().contains(concept)) {
        return false;
      }
    }
    return true;
  }

  /** Of what a sentence says that there is none. */
  public List<Bound> none(String sentence) {
    List<Bound> bound = new ArrayList<>();
    List<Token> all = concepts(sentence);
    for (int i = 0; i < all.size(); i++) {
      Token token = all.get(i);
      if (token.concept().equals(Language.ZERO)) {
        Head head = head(sentence, all, token.start(), 0);
        addNone(
            meaning(head.tokens()),
            situation(sentence, all, token.start(), ""),
            head.unexplained(),
            token.start(),
            token.end(),
            bound);
      } else if (token.concept().equals(Language.NONE)) {
        int end = token.end();
        while (end < sentence.length()
            && sentence.charAt(end) != quantity
            && CLAUSE_ENDS.indexOf(sentence.charAt(end)) < 0) {
          end++;
        }
        if (end == sentence.length() || sentence.charAt(end) != quantity) {
          List<Token> its = between(all, token.end(), end);
          int last = its.stream().filter(t -> !t.isFiller()).mapToInt(Token::end).max().orElse(end);
          addNone(
              meaning(its),
              situation(sentence, all, token.start(), ""),
              gaps(sentence, token.end(), last),
              token.start(),
              last,
              bound);
          i += its.size();
        }
      }
    }
    return bound;
  }

  /**
   * What is said of all that a number counts, without a number.
   *
   * @param of the frame whose number it has; null where it says that there is none left
   */
  public record Whole(Frame frame, @Nullable String of, int start, int end, boolean sure) {}

  /** Of what a sentence says that all are so. */
  public List<Whole> wholes(String sentence) {
    List<Whole> wholes = new ArrayList<>();
    List<Token> all = concepts(sentence);
    for (Token token : all) {
      if (!token.concept().equals(Language.ALL_OF)) {
        continue;
      }
      int end = clauseEnd(sentence, token.start());
      int number = sentence.indexOf(quantity, token.start());
      if (number >= 0 && number < end) {
        continue;
      }
      List<Token> its = between(all, token.end(), end);
      Set<String> said = meaning(its);
      Situation situation = situation(sentence, all, token.start(), "");
      int last = its.stream().filter(t -> !t.isFiller()).mapToInt(Token::end).max().orElse(end);
      boolean sure = gaps(sentence, token.end(), last) <= UNEXPLAINED && !situation.unsure();
      for (Frame frame : language.frames()) {
        boolean whole =
            frame.of() != null
                && frame.sure().stream()
                    .anyMatch(
                        set ->
                            explains(set, frame, said)
                                && isInContext(frame, set, said, situation.thing()));
        if (whole) {
          wholes.add(new Whole(frame, frame.of(), token.start(), last, sure));
        } else if (frame.done().contains(said)
            && isInContext(frame, said, said, situation.thing())
            && !isMentioned(frame, situation)) {
          wholes.add(new Whole(frame, null, token.start(), last, sure));
        }
      }
    }
    return wholes;
  }

  /** Whether the sentence speaks of it, after all. */
  private static boolean isMentioned(Frame frame, Situation situation) {
    return frame.sure().stream().anyMatch(set -> situation.anywhere().containsAll(set));
  }

  private void addNone(
      Set<String> words,
      Situation situation,
      int unexplained,
      int start,
      int end,
      List<Bound> into) {
    Set<String> said = new HashSet<>(words);
    said.removeAll(language.roles().askers());
    said.remove(Language.NONE);
    if (unexplained > MOST_UNEXPLAINED || said.isEmpty()) {
      return;
    }
    Map<Frame, Set<String>> frames = new LinkedHashMap<>();
    Set<String> explained = new HashSet<>();
    for (Frame frame : language.frames()) {
      frame.none().stream()
          .filter(set -> said.containsAll(set) && isInContext(frame, set, said, situation.thing()))
          .max(Comparator.comparingInt(Set::size))
          .ifPresent(
              set -> {
                frames.put(frame, set);
                explained.addAll(set);
                explained.addAll(frame.may());
              });
    }
    if (!explained.containsAll(said)) {
      return;
    }
    frames.forEach(
        (frame, set) -> {
          boolean partOfAnother =
              frames.values().stream()
                  .anyMatch(other -> other.size() > set.size() && other.containsAll(set));
          if (!partOfAnother) {
            boolean sure = unexplained <= UNEXPLAINED && isSure(frame, situation);
            into.add(new Bound(frame, start, end, sure));
          }
        });
  }

  private static boolean isInContext(
      Frame frame, Set<String> set, Set<String> said, @Nullable String thing) {
    return frame.context() == null
        || set.contains(frame.context())
        || said.contains(frame.context())
        || frame.context().equals(thing);
  }
}
