package org.gongkai.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Words, each with a number. Words that end alike and have the same number share their ends (a
 * minimal automaton), and the steps from sign to sign share one table (a double array), so that ten
 * thousand words stay in the nearest memory of a processor.
 */
final class Dictionary {

  private static final int NONE = -1;

  /** By sign, from 1; 0 for signs that no word has. */
  private final char[] codes = new char[Character.MAX_VALUE + 1];

  /** By state: the number of the word that ends there, and where its steps begin in the table. */
  private final int[] numbers;

  private final int[] offsets;

  /** By step of the table: the state that it is of, and the one that it leads to. */
  private int[] owners = new int[0];

  private int[] targets = new int[0];
  private final int first;

  /** A word that was found. */
  interface Found {
    void word(int number, int start, int end);
  }

  Dictionary(SortedMap<String, Integer> words) {
    int signs = 0;
    for (String word : words.keySet()) {
      for (int i = 0; i < word.length(); i++) {
        if (codes[word.charAt(i)] == 0) {
          codes[word.charAt(i)] = (char) ++signs;
        }
      }
    }
    States states = new States(words, codes);
    first = states.first;
    numbers = new int[states.all.size()];
    offsets = new int[numbers.length];
    int free = 0;
    for (int state = 0; state < numbers.length; state++) {
      List<Integer> its = states.all.get(state);
      numbers[state] = its.getFirst();
      int[] steps = its.stream().skip(1).mapToInt(Integer::intValue).toArray();
      place(state, steps, free, signs);
      while (owners[free] != NONE) {
        free++;
      }
    }
  }

  /** The words of a text, first to last; of those that overlap the first and longest one. */
  void read(String text, Found found) {
    int length = text.length();
    for (int at = 0; at < length; ) {
      int state = first;
      int end = at;
      int number = NONE;
      for (int i = at; i < length; i++) {
        int step = offsets[state] + codes[text.charAt(i)];
        if (owners[step] != state) {
          break;
        }
        state = targets[step];
        if (numbers[state] != NONE) {
          number = numbers[state];
          end = i + 1;
        }
      }
      if (end > at) {
        found.word(number, at, end);
        at = end;
      } else {
        at++;
      }
    }
  }

  /**
   * Puts the steps of a state where all of them find room.
   *
   * @param steps codes of signs, each with the state that it leads to
   * @param free the first step of the table that is free
   */
  private void place(int state, int[] steps, int free, int signs) {
    int offset = steps.length == 0 ? 0 : Math.max(0, free - steps[0]);
    makeRoom(offset + signs);
    while (!isFree(offset, steps)) {
      offset++;
      makeRoom(offset + signs);
    }
    offsets[state] = offset;
    for (int i = 0; i < steps.length; i += 2) {
      owners[offset + steps[i]] = state;
      targets[offset + steps[i]] = steps[i + 1];
    }
  }

  /** So that every sign can be looked up from every state, and one step is always free. */
  private void makeRoom(int last) {
    if (owners.length < last + 2) {
      int used = owners.length;
      owners = Arrays.copyOf(owners, 2 * (last + 2));
      targets = Arrays.copyOf(targets, owners.length);
      Arrays.fill(owners, used, owners.length, NONE);
    }
  }

  private boolean isFree(int offset, int[] steps) {
    for (int i = 0; i < steps.length; i += 2) {
      if (owners[offset + steps[i]] != NONE) {
        return false;
      }
    }
    return true;
  }

  /** The states of the automaton, those that say the same only once. */
  private static final class States {

    private final String[] words;
    private final int[] numbers;
    private final char[] codes;

    /** The number of a word that ends there, then its steps: a sign's code and a state. */
    private final List<List<Integer>> all = new ArrayList<>();

    private final Map<List<Integer>, Integer> known = new HashMap<>();
    private final int first;

    States(SortedMap<String, Integer> of, char[] codes) {
      this.words = of.keySet().toArray(String[]::new);
      this.numbers = of.values().stream().mapToInt(Integer::intValue).toArray();
      this.codes = codes;
      this.first = behind(0, words.length, 0);
    }

    /** The state behind so many signs that some words begin with alike. */
    private int behind(int from, int to, int depth) {
      List<Integer> state = new ArrayList<>();
      int at = from;
      state.add(at < to && words[at].length() == depth ? numbers[at++] : NONE);
      while (at < to) {
        char sign = words[at].charAt(depth);
        int end = at;
        while (end < to && words[end].charAt(depth) == sign) {
          end++;
        }
        state.add((int) codes[sign]);
        state.add(behind(at, end, depth + 1));
        at = end;
      }
      Integer same = known.putIfAbsent(state, all.size());
      if (same == null) {
        all.add(state);
        return all.size() - 1;
      }
      return same;
    }
  }
}
