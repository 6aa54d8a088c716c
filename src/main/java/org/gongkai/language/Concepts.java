package org.gongkai.language;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A dictionary of words by what they mean. All of them are found in one pass. */
public final class Concepts {

  /** Explains nothing and needs no explanation. */
  public static final String FILLER = "filler";

  private static final char AND = '+';

  private final AhoCorasickDoubleArrayTrie<String> words = new AhoCorasickDoubleArrayTrie<>();

  /** A word that stands in a sentence. */
  public record Token(String concept, int start, int end) {

    boolean isFiller() {
      return concept.equals(FILLER);
    }
  }

  /**
   * Reads a dictionary.
   *
   * @param written words by concept, or by two with {@code +} between them; in a word {@code [x|y]}
   *     may be one of these or absent, {@code (x|y)} is one of these
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
    words.build(all);
  }

  /** The words of a sentence, first to last; of those that overlap the first and longest one. */
  public List<Token> read(String sentence) {
    int[] ends = new int[sentence.length()];
    String[] concepts = new String[sentence.length()];
    AhoCorasickDoubleArrayTrie.IHit<String> longest =
        (begin, end, concept) -> {
          if (end > ends[begin]) {
            ends[begin] = end;
            concepts[begin] = concept;
          }
        };
    words.parseText(sentence, longest);
    List<Token> tokens = new ArrayList<>();
    for (int at = 0; at < ends.length; ) {
      if (ends[at] > 0) {
        add(concepts[at], at, ends[at], tokens);
        at = ends[at];
      } else {
        at++;
      }
    }
    return tokens;
  }

  /** Some words say two things at once: 登记信息公开申请. */
  private static void add(String concept, int start, int end, List<Token> into) {
    int joint = concept.indexOf(AND);
    into.add(new Token(joint < 0 ? concept : concept.substring(0, joint), start, end));
    if (joint >= 0) {
      into.add(new Token(concept.substring(joint + 1), start, end));
    }
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
