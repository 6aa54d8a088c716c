package org.gongkai.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A dictionary of words by what they mean. Concepts have numbers, by which they are compared many
 * times for each number of a text.
 */
public final class Concepts {

  /** Explains nothing and needs no explanation. */
  public static final String FILLER = "filler";

  static final int FILLER_NUMBER = 0;

  /** A word has about so many signs: how long a list of them becomes. */
  private static final int SIGNS_A_WORD = 3;

  private static final Pattern AND = Pattern.compile("[+]");

  private final Map<String, Integer> numbers = new HashMap<>(Map.of(FILLER, FILLER_NUMBER));
  private final List<String> names = new ArrayList<>(List.of(FILLER));
  private final Dictionary words;

  /** What is meant together, by its number in the dictionary. */
  private final List<int[]> meanings = new ArrayList<>();

  /** A word that stands in a sentence. */
  record Token(int concept, int start, int end) {

    boolean isFiller() {
      return concept == FILLER_NUMBER;
    }
  }

  /**
   * Reads a dictionary.
   *
   * @param written words by concept, or by several with {@code +} between them; in a word {@code
   *     [x|y]} may be one of these or absent, {@code (x|y)} is one of these
   */
  public Concepts(Map<String, List<String>> written) {
    TreeMap<String, String> all = new TreeMap<>();
    written.forEach(
        (concept, its) -> {
          for (String one : its) {
            for (String word : spelled(one)) {
              String other = all.put(word, concept);
              if (other != null && !other.equals(concept)) {
                throw new IllegalArgumentException(
                    "%s is a word of %s and of %s".formatted(word, other, concept));
              }
            }
          }
        });
    Map<String, Integer> known = new HashMap<>();
    TreeMap<String, Integer> byWord = new TreeMap<>();
    all.forEach((word, concept) -> byWord.put(word, known.computeIfAbsent(concept, this::meaning)));
    this.words = new Dictionary(byWord);
  }

  /** Some words say several things at once: 登记信息公开申请, 两微一端. */
  private int meaning(String concept) {
    meanings.add(AND.splitAsStream(concept).mapToInt(this::number).toArray());
    return meanings.size() - 1;
  }

  /** The number of a concept, which need not have words. */
  int number(String concept) {
    Integer known = numbers.putIfAbsent(concept, names.size());
    if (known == null) {
      names.add(concept);
      return names.size() - 1;
    }
    return known;
  }

  String name(int number) {
    return names.get(number);
  }

  ConceptSet set(Collection<String> some) {
    ConceptSet set = ConceptSet.NONE;
    for (String concept : some) {
      set = set.with(number(concept));
    }
    return set;
  }

  /** Those that are known. */
  ConceptSet known(Collection<String> some) {
    ConceptSet set = ConceptSet.NONE;
    for (String concept : some) {
      Integer number = numbers.get(concept);
      set = number == null ? set : set.with(number);
    }
    return set;
  }

  /** The words of a sentence, first to last; of those that overlap the first and longest one. */
  List<Token> read(String sentence) {
    List<Token> tokens = new ArrayList<>(sentence.length() / SIGNS_A_WORD + 1);
    words.read(
        sentence,
        (number, start, end) -> {
          for (int concept : meanings.get(number)) {
            tokens.add(new Token(concept, start, end));
          }
        });
    return tokens;
  }

  /** Every way that a written word can be spelled. */
  static Set<String> spelled(String written) {
    int open = -1;
    for (int i = 0; i < written.length() && open < 0; i++) {
      if (written.charAt(i) == '[' || written.charAt(i) == '(') {
        open = i;
      }
    }
    if (open < 0) {
      return written.isEmpty() ? Set.of() : Set.of(written);
    }
    boolean mayBeAbsent = written.charAt(open) == '[';
    int close = written.indexOf(mayBeAbsent ? ']' : ')', open);
    Set<String> spelled = new LinkedHashSet<>();
    String before = written.substring(0, open);
    String after = written.substring(close + 1);
    for (String choice : written.substring(open + 1, close).split("\\|")) {
      spelled.addAll(spelled(before + choice + after));
    }
    if (mayBeAbsent) {
      spelled.addAll(spelled(before + after));
    }
    return spelled;
  }
}
